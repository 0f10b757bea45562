using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>One question of two minutes, about a card: does it still hold, or what is missing in it.</summary>
/// <param name="Missing">The field that its answer fills, which is empty now; null where the card is past its review date and is asked about as a whole.</param>
public sealed record SmallQuestion(Id<Card> CardId, int RevisionNumber, CardText Words, CardField? Missing)
{
    /// <summary>What a newcomer misses most comes first; a source is not asked for, since no field holds it alone.</summary>
    private static readonly (SpecificityAspect Aspect, CardField Field)[] Worth =
    [
        (SpecificityAspect.Exception, CardField.Exception),
        (SpecificityAspect.Falsifier, CardField.Falsifier),
        (SpecificityAspect.Threshold, CardField.Threshold),
        (SpecificityAspect.Reason, CardField.Reason),
        (SpecificityAspect.Case, CardField.Case),
        (SpecificityAspect.Condition, CardField.Situation),
    ];

    /// <summary>What it is put off by.</summary>
    public string Key => $"{CardId}.{Missing?.ToString() ?? "Stale"}";

    /// <summary>
    /// What a card of one's own would be asked, at most one question at a time: whether it still holds, once it is past its review date, else the first point it has
    /// nothing of, in a field that is empty and means something on a card of its kind. An answer so never writes over anything.
    /// </summary>
    public static SmallQuestion? Of(Id<Card> card, int revision, CardText words, bool isStale, IReadOnlySet<string> putOff)
    {
        var stale = new SmallQuestion(card, revision, words, null);
        if (isStale)
        {
            return putOff.Contains(stale.Key) ? null : stale;
        }

        var fields = ProbeCard.FieldsOf(words.Kind);
        var measured = Specificity.Of(words);
        return Worth.Where(point => fields.Contains(point.Field) && words[point.Field].Length == 0 && measured.Lines.First(line => line.Aspect == point.Aspect).Points == 0)
            .Select(point => stale with { Missing = point.Field }).FirstOrDefault(question => !putOff.Contains(question.Key));
    }

    /// <summary>The key of the sentence that asks it.</summary>
    public string Ask => Missing is { } missing ? $"Specificity.Ask.{Worth.First(point => point.Field == missing).Aspect}" : "Inbox.Stale";
}
