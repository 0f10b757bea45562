using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>A card of one's own as one reads it: for the partial <c>/Pages/Cards/_CardReading.cshtml</c>.</summary>
/// <param name="ConfirmedAt">When its owner last said that it holds.</param>
public sealed record CardReading(CardText Text, IReadOnlyList<string> SkillLabels, DateTimeOffset ConfirmedAt);
