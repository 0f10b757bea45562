using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>A card of one's own as one reads it: for the partial <c>/Pages/Cards/_CardReading.cshtml</c>.</summary>
/// <param name="ConfirmedAt">When its owner last said that it holds.</param>
public sealed record CardReading(CardText Text, IReadOnlyList<string> SkillLabels, DateTimeOffset ConfirmedAt)
{
    /// <summary>Until what it holds; empty where nothing but time ends it.</summary>
    public string HoldsUntil { get; init; } = "";

    /// <summary>Since when that has come about, or null.</summary>
    public DateTimeOffset? CameAboutAt { get; init; }

    public static CardReading Of(Card card, CardText text, IReadOnlyList<string> labels) => new(text, labels, card.ConfirmedAt) { HoldsUntil = card.HoldsUntil, CameAboutAt = card.CameAboutAt };
}
