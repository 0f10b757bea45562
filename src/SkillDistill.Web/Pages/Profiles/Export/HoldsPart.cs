using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>How long a card holds, where its owner said anything about that.</summary>
/// <param name="ReviewAfter">Null for what is usual of its kind.</param>
/// <param name="Until">In words; empty where nothing but time ends it.</param>
/// <param name="Event">The event of the organisation's that the words are those of.</param>
/// <param name="CameAboutAt">Since when that has happened.</param>
internal sealed record HoldsPart(ReviewPeriod? ReviewAfter, string Until, Guid? Event, DateTimeOffset? CameAboutAt)
{
    public bool IsSound => Until.Length <= UntilCondition.Length && (Until.Length > 0 || (Event is null && CameAboutAt is null));

    public static HoldsPart? Of(Card card) =>
        card.ReviewAfter is null && card.HoldsUntil.Length == 0 ? null : new HoldsPart(card.ReviewAfter, card.HoldsUntil, card.EventId?.Value, card.CameAboutAt);

    /// <param name="isKnown">Whether the event is on the list of this installation.</param>
    public UntilCondition Condition(bool isKnown) => new(Until, isKnown && Event is { } id ? new Id<ExpectedEvent>(id) : null);
}
