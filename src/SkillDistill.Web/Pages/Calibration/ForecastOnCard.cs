using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Calibration;

/// <summary>For the partial <c>/Pages/Calibration/_OnCard.cshtml</c>.</summary>
/// <param name="Open">What is not known yet of the card, or null.</param>
internal sealed record ForecastOnCard(Id<Card> CardId, Forecast? Open);
