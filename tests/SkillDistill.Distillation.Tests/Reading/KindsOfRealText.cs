using System.Text.Json;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;
using Xunit.Abstractions;

namespace SkillDistill.Distillation.Tests.Reading;

/// <summary>
/// 200 entries of runbooks and guides that nobody here wrote, every fourteenth of the collection from the sixth on. The kind that each carries was guessed from its
/// heading by whoever made the collection; <see cref="Reader"/> is what one of us calls it, written down from its first two lines before the rules were run on it.
/// </summary>
public sealed class KindsOfRealText(ITestOutputHelper output)
{
    private const int First = 5;
    private const int Step = 14;

    /// <summary>P: says what to do. F: says how it is. R: says what not to do. B: says whose it is instead. One letter an entry.</summary>
    private const string Reader =
        "FFFPPFPFFPPPFPPFFPPBFPFPFPFPPFFPFPFFPFPFPPFPFFFPFPPFPFFFFPPFFPFFPPFFPFPFFFFFPPFFPPPPFFPPFPFPFFFFFFFF"
        + "PPFFFFFPPFFFFFPPPFFPPFFPFPFFFPPFPPFPFPFBPFPPPPFPFFPPFPPFPFPFPPFFFPPFFFPPFPPFPFFFPFPPFPFFPPPFFFPFPPRP";

    private readonly List<(string Theirs, CardKind Reader, CardKind? Ours)> _sample = [.. Entries().Zip(Reader, (entry, letter) => (entry["kind"], Named(letter), Guess(entry)))];

    [Fact]
    public void Most_kinds_are_what_a_reader_would_call_them()
    {
        Print("reader", _sample.Select(entry => (entry.Reader.ToString(), entry.Ours)));
        var agreed = _sample.Count(entry => entry.Reader == entry.Ours);
        output.WriteLine($"as a reader: {agreed} of {_sample.Count}");

        Assert.Equal(200, _sample.Count);
        Assert.True(agreed >= 140, $"{agreed} of {_sample.Count}");
    }

    /// <summary>
    /// "cue" and "procedure" come from headings that mean it. "judgement" is every heading that its maker did not know, most of it steps and facts; "red-flag" is the
    /// heading "Impact", which says what breaks and forbids nothing. Those two are printed, and not counted.
    /// </summary>
    [Fact]
    public void Kinds_agree_with_headings_that_mean_a_kind()
    {
        Print("heading", _sample.Select(entry => (entry.Theirs, entry.Ours)));
        var meant = _sample.Where(entry => entry.Theirs is "cue" or "procedure").ToList();
        var agreed = meant.Count(entry => entry.Ours == (entry.Theirs == "cue" ? CardKind.Fact : CardKind.Process));
        output.WriteLine($"where the heading means a kind: {agreed} of {meant.Count}");

        Assert.True(agreed * 10 >= meant.Count * 7, $"{agreed} of {meant.Count}");
    }

    [Fact]
    public void Every_quote_of_every_entry_stands_in_it()
    {
        var drafts = Entries().SelectMany(entry => Propose(entry).Select(draft => (Text: Text(entry), Draft: draft))).ToList();
        output.WriteLine($"{drafts.Count} drafts");

        Assert.NotEmpty(drafts);
        Assert.All(drafts, made => Assert.Equal(made.Draft.Quote, made.Text.Substring(made.Draft.Start, made.Draft.Quote.Length)));
    }

    private void Print(string side, IEnumerable<(string Side, CardKind? Ours)> pairs)
    {
        foreach (var row in pairs.GroupBy(pair => pair.Side).OrderByDescending(row => row.Count()))
        {
            output.WriteLine($"{side} {row.Key}: " + string.Join(", ", row.GroupBy(pair => pair.Ours).OrderByDescending(cell => cell.Count()).Select(cell => $"{cell.Count()} {cell.Key?.ToString() ?? "nothing"}")));
        }
    }

    /// <summary>The kind that most of its words went to.</summary>
    private static CardKind? Guess(Dictionary<string, string> entry) =>
        Propose(entry).GroupBy(draft => draft.Text.Kind).OrderByDescending(kind => kind.Sum(draft => draft.Quote.Length)).FirstOrDefault()?.Key;

    private static IReadOnlyList<DraftProposal> Propose(Dictionary<string, string> entry) => ReadNotes.Propose("entry.md", Text(entry));

    private static string Text(Dictionary<string, string> entry) => $"# {entry["title"]}\n\n## {entry["section"]}\n\n{entry["text"]}\n";

    private static CardKind Named(char letter) => letter switch
    {
        'P' => CardKind.Process,
        'F' => CardKind.Fact,
        'R' => CardKind.RedFlag,
        _ => CardKind.Boundary,
    };

    private static IEnumerable<Dictionary<string, string>> Entries() => JsonLines.Read(Repository.Shared("eval/profiles/entries.jsonl.gz"))
        .Where((_, at) => at >= First && (at - First) % Step == 0 && (at - First) / Step < Reader.Length)
        .Select(entry => entry.Deserialize<Dictionary<string, string>>()!);
}
