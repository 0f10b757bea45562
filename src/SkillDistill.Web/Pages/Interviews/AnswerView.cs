using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.Sources;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>One answer as its owner reads it again, with the words that cards were made of marked where they stand.</summary>
/// <param name="Probe">Null where the version of the questions that is asked now has none of that key.</param>
internal sealed record AnswerView(Id<InterviewAnswer> Id, Probe? Probe, string Subject, Audience Audience, DateTimeOffset WrittenAt, IReadOnlyList<(string Label, IReadOnlyList<Run> Runs)> Parts)
{
    public static AnswerView Of(InterviewSoFar soFar, InterviewAnswer row, Probe? probe, string subject, IReadOnlyList<FieldQuote> quotes) => new(
        row.Id,
        probe,
        subject,
        row.Audience,
        row.WrittenAt,
        [.. InOrder(row, probe).Select(part => (Label(soFar, row, probe, part.Key), MarkedText.Of(Words(soFar, probe, part.Key, part.Value), quotes.Where(quote => quote.AnswerId == row.Id && quote.Part == part.Key && StandsThere(quote, part.Value))
            .Select(quote => new Passage($"q-{quote.CardId}-{quote.Field}", quote.Start, quote.Words.Length, quote.CardId, "")))))]);

    /// <summary>As they were asked, what was said to follow-ups last. How the owner found their agent's answer is shown where they said so.</summary>
    private static IEnumerable<KeyValuePair<string, string>> InOrder(InterviewAnswer row, Probe? probe)
    {
        var order = probe?.Parts.Select(part => part.Key).ToList() ?? [];
        return row.Parts.Texts.Where(part => part.Key != CompareHoldouts.Mark)
            .OrderBy(part => part.Key.StartsWith('+')).ThenBy(part => order.IndexOf(part.Key) is >= 0 and var at ? at : order.Count);
    }

    private static bool StandsThere(FieldQuote quote, string text) => quote.Start >= 0 && quote.Start + quote.Words.Length <= text.Length && string.CompareOrdinal(text, quote.Start, quote.Words, 0, quote.Words.Length) == 0;

    private static string Label(InterviewSoFar soFar, InterviewAnswer row, Probe? probe, string key) =>
        probe?.Parts.FirstOrDefault(part => part.Key == key)?.Label.In(Languages.Current)
        ?? (key == AnswerParts.Of(FollowUpKind.ByModel) ? row.Suggested.Question?.Question ?? "" : key.StartsWith('+') && Enum.TryParse<FollowUpKind>(key[1..], out var kind) ? soFar.Protocol[kind].Asked(0).In(Languages.Current) : "");

    /// <summary>What was chosen or ticked is read as people see it, not by the key it is kept by.</summary>
    private static string Words(InterviewSoFar soFar, Probe? probe, string key, string text) => probe?.Shape == ProbeShape.Choice
        ? soFar.Agenda.AllTasks.FirstOrDefault(task => task.Slot == key)?.Parts["task"] ?? text
        : probe?.Parts.FirstOrDefault(part => part.Key == key)?.Shape == PartShape.Mark ? "✓"
        : probe?.Parts.FirstOrDefault(part => part.Key == key)?.Choices.FirstOrDefault(choice => choice.Key == text)?.Label.In(Languages.Current) ?? text;
}
