using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>A place in a document that something was made of.</summary>
/// <param name="Anchor">What an address ends in to land here.</param>
/// <param name="Card">The card made of it, if any.</param>
internal sealed record Passage(string Anchor, int Start, int Length, Id<Card>? Card, string Title);

/// <summary>A run of a document's text that is marked throughout or not at all, with the passages that begin with it.</summary>
internal sealed record Run(string Text, bool IsMarked, IReadOnlyList<Passage> Begins);

internal static class MarkedText
{
    /// <summary>Cuts a text where passages begin and end, losing nothing of it; passages may overlap. What lies outside the text is left out.</summary>
    public static IReadOnlyList<Run> Of(string text, IEnumerable<Passage> passages)
    {
        var inside = passages.Where(passage => passage.Start >= 0 && passage.Length > 0 && passage.Start + passage.Length <= text.Length).ToList();
        var begins = inside.ToLookup(passage => passage.Start);
        var ends = inside.ToLookup(passage => passage.Start + passage.Length);
        int[] cuts = [.. inside.SelectMany(passage => new[] { passage.Start, passage.Start + passage.Length }).Append(0).Append(text.Length).Distinct().Order()];
        var runs = new List<Run>();
        var depth = 0;
        foreach (var (from, to) in cuts.Zip(cuts.Skip(1)))
        {
            depth += begins[from].Count() - ends[from].Count();
            runs.Add(new Run(text[from..to], depth > 0, [.. begins[from]]));
        }

        return runs;
    }
}
