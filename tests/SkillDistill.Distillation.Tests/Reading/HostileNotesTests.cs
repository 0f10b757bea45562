using System.Diagnostics;
using SkillDistill.Distillation.Reading.Notes;

namespace SkillDistill.Distillation.Tests.Reading;

/// <summary>Documents made to hang, overflow or mislead the reader.</summary>
public sealed class HostileNotesTests
{
    private const int Size = 5_000_000;

    /// <summary>Far above what these take on an idle machine (1 to 4 s), far below what an expression that backtracks would.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    private static readonly string[] Scraps =
    [
        "# ", "## ", "\n", "\n\n", "- ", "1. ", "* ", "> ", "```", "`", "**", "_", "[a](b)", "[a][b]", "![", "]", "(", "| a | b |\n|-|-|\n| c | d |\n", "<table><tr><td>x", "</table>",
        "!!! tip \"T\"\n    text\n", "    ", "\t", "\r\n", "---\n", "word ", "If it fails, call me. ", "Never do it. ", "步骤", "。", "不是我的，找张三", "😀", "\u0007", "\uFEFF", "{:x}", "<br>", "&amp;", "\\", "References", "?",
    ];

    [Theory]
    [InlineData("[")]
    [InlineData(">")]
    [InlineData("*a **b ")]
    [InlineData("[a](b")]
    [InlineData("<div>")]
    [InlineData("a <b>")]
    [InlineData("- ")]
    [InlineData("a | b\n")]
    [InlineData("word ")]
    [InlineData("`a``b```c")]
    [InlineData(" ")]
    [InlineData("。")]
    [InlineData("\"a. ")]
    public void Five_megabytes_of_anything_are_read_in_time(string scrap)
    {
        var text = string.Concat(Enumerable.Repeat(scrap, Size / scrap.Length)) + "x";
        var clock = Stopwatch.StartNew();

        var proposals = ReadNotes.Propose("a.md", text);

        Assert.All(proposals, proposal => Assert.Equal(0, string.CompareOrdinal(text, proposal.Start, proposal.Quote, 0, proposal.Quote.Length)));
        Assert.True(clock.Elapsed < Bound, $"It took {clock.Elapsed}.");
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("> ", "")]
    [InlineData("*a ", "b*")]
    [InlineData("<b>", "</b>")]
    [InlineData("<ul><li>", "</li></ul>")]
    public void Nesting_thousands_deep_does_not_overflow_a_small_stack(string open, string close)
    {
        var text = string.Concat(Enumerable.Repeat(open, 5000)) + "word" + string.Concat(Enumerable.Repeat(close, 5000));
        Exception? thrown = null;

        var reading = new Thread(() => thrown = Record.Exception(() => ReadNotes.Propose("a.md", text)), maxStackSize: 1024 * 1024);
        reading.Start();
        reading.Join();

        Assert.Null(thrown);
    }

    [Fact]
    public void Whatever_is_thrown_together_its_quotes_are_its_own_words()
    {
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 120)).Select(_ => Scraps[random.Next(Scraps.Length)]));

            foreach (var path in new[] { "a.md", "a.txt" })
            {
                var proposals = ReadNotes.Propose(path, text);

                Assert.All(proposals, proposal => Assert.True(
                    text.Substring(proposal.Start, proposal.Quote.Length) == proposal.Quote && proposal.Quote.Length > 0 && !proposal.Text.SavingProblems().Any(), $"Seed {seed}."));
            }
        }
    }
}
