using System.Diagnostics;
using SkillDistill.Domain.Profiles;
using Xunit.Abstractions;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class Padding(ITestOutputHelper output)
{
    private static readonly List<string> Filler = [.. Pair.Lines("filler").Concat(Pair.Lines("filler-apart")).Concat(Pair.Lines("filler-later")).Concat(Pair.Lines("filler-last")).Where(line => line.Length > 0)];

    private static readonly List<string> Texts =
        [.. from file in (string[])["english", "chinese", "apart", "later"] from pair in Pair.Read(file) from text in (string[])[Pair.Words(pair.Concrete), Pair.Words(pair.Hollow)] select text];

    [Theory]
    [InlineData("filler")]
    [InlineData("filler-apart")]
    [InlineData("filler-later")]
    [InlineData("filler-last")]
    public void Filler_alone_earns_nothing_in_any_field(string file)
    {
        var earning = from line in Pair.Lines(file)
                      from text in Enum.GetValues<CardField>().Select(field => Specificity.Of(Card(field, line))).Append(Specificity.Of(line))
                      from earned in text.Lines
                      where earned.Points > 0
                      select $"{earned.Aspect} {earned.Points} ({earned.Evidence!.Field}): {line}";

        foreach (var said in earning)
        {
            output.WriteLine(said);
        }

        Assert.Empty(earning);
    }

    [Fact]
    public void Filler_before_after_and_between_the_sentences_of_an_answer_raises_nothing()
    {
        var random = new Random(20261102);
        foreach (var text in Texts)
        {
            for (var round = 0; round < 40; round++)
            {
                var padded = Padded(text, random);
                AssertNotRaised(Specificity.Of(text), Specificity.Of(padded), padded);
            }
        }
    }

    [Fact]
    public void Filler_in_the_fields_of_a_card_raises_nothing()
    {
        var random = new Random(20261103);
        foreach (var pair in ((string[])["english", "chinese", "apart", "later"]).SelectMany(Pair.Read))
        {
            foreach (var card in (CardText[])[Pair.Card(pair.Concrete), Pair.Card(pair.Hollow)])
            {
                var dated = card with { CaseDate = new DateOnly(2026, 3, 14) };
                for (var round = 0; round < 10; round++)
                {
                    var padded = new CardText
                    {
                        Situation = Padded(dated.Situation, random),
                        Action = Padded(dated.Action, random),
                        Reason = Padded(dated.Reason, random),
                        Threshold = Padded(dated.Threshold, random),
                        Exception = Padded(dated.Exception, random),
                        Falsifier = Padded(dated.Falsifier, random),
                        Case = Padded(dated.Case, random),
                        AskInstead = Padded(dated.AskInstead, random),
                        CaseDate = dated.CaseDate,
                    };
                    AssertNotRaised(Specificity.Of(dated), Specificity.Of(padded), padded.ToString());
                }
            }
        }
    }

    [Fact]
    public void Saying_it_again_raises_nothing() => Assert.All(Texts, text => AssertNotRaised(Specificity.Of(text), Specificity.Of($"{text}\n{text}\n{text}"), text));

    [Fact]
    public void The_same_words_give_the_same_points() =>
        Assert.All(Texts, text => Assert.Equal(Specificity.Of(text).Lines, Specificity.Of(text).Lines));

    [Fact]
    public void What_earned_points_is_quoted_where_it_stands()
    {
        var random = new Random(20261104);
        foreach (var text in Texts.Select(text => Padded(text, random)))
        {
            Assert.All(Specificity.Of(text).Lines, line => Assert.Equal(line.Points > 0, line.Evidence is not null));
            Assert.All(Specificity.Of(text).Lines.Select(line => line.Evidence).OfType<SpecificityEvidence>(), evidence => Assert.Equal(evidence.Quote, text.Substring(evidence.Start, evidence.Quote.Length)));
        }
    }

    [Theory]
    [InlineData("Because if unless last March 5 ms, ")]
    [InlineData("因为如果除非去年三月超过 5 毫秒的时候丢了订单")]
    [InlineData("“《1.2.3-4/5 a'b-c_d\ud83d")]
    [InlineData("x")]
    [InlineData("\n \r\n\t")]
    public void A_hundred_thousand_characters_of_anything_are_measured_at_once(string piece)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 100_000 / piece.Length));
        Specificity.Of(piece);
        var clock = Stopwatch.StartNew();

        var measured = Specificity.Of(text);

        output.WriteLine($"{clock.ElapsedMilliseconds} ms");
        Assert.InRange(measured.Total, 0, Specificity.Most);
        Assert.InRange(clock.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    private static CardText Card(CardField field, string words) => Pair.Card([$"{field}: {words}"]) with { CaseDate = new DateOnly(2026, 3, 14) };

    /// <summary>The text with some filler, up to several times the same, at its beginning, its end and after any of its sentences.</summary>
    private static string Padded(string text, Random random)
    {
        var padded = new System.Text.StringBuilder(Some(random));
        for (var at = 0; at < text.Length; at++)
        {
            padded.Append(text[at]);
            var ends = text[at] is '。' or '；' or '\n' || (text[at] is '.' or ';' && (at + 1 == text.Length || text[at + 1] == ' '));
            padded.Append(ends ? Some(random) : "");
        }

        return padded.Append(text.Length > 0 && !char.IsPunctuation(text[^1]) ? "\n" : "").Append(Some(random)).ToString();
    }

    private static string Some(Random random) => random.Next(3) switch
    {
        0 => "",
        1 => string.Concat(Enumerable.Repeat($" {Filler[random.Next(Filler.Count)]} ", random.Next(1, 4))),
        _ => string.Concat(random.GetItems(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(Filler), random.Next(1, 6)).Select(line => $" {line}\n")),
    };

    private static void AssertNotRaised(Specificity before, Specificity after, string text)
    {
        foreach (var (was, becomes) in before.Lines.Zip(after.Lines))
        {
            Assert.True(becomes.Points <= was.Points, $"{was.Aspect} rose from {was.Points} to {becomes.Points} by {becomes.Evidence} in: {text}");
        }
    }
}
