using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Calibration;

/// <summary>How sure the signed-in owner was of their cards, and how often they were right. No number before there are enough.</summary>
internal sealed class IndexModel(OwnForecasts forecasts, IStringLocalizer<CalibrationText> text) : PageModel
{
    public IReadOnlyList<OpenForecast> Open { get; private set; } = [];

    /// <summary>Of how many it is known.</summary>
    public int Known { get; private set; }

    /// <summary>Null below <see cref="Domain.Profiles.Calibration.Least"/>.</summary>
    public Domain.Profiles.Calibration? Calibration { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await forecasts.OpenAsync(cancellationToken);
        var known = await forecasts.KnownAsync(cancellationToken);
        (Known, Calibration) = (known.Count, Domain.Profiles.Calibration.Of(known));
    }

    public async Task<IActionResult> OnPostStateAsync(Guid card, int percent, CancellationToken cancellationToken)
    {
        if (await forecasts.StateAsync(card, percent, cancellationToken) is not { } stated)
        {
            return NotFound();
        }

        this.Say(stated.Refused(out var refusal) ? this.Sentence(refusal) : text["Said.Stated", percent]);
        return RedirectToPage("/Cards/Show", new { id = card });
    }

    public async Task<IActionResult> OnPostTellAsync(Id<Forecast> forecast, bool held, Guid? card, CancellationToken cancellationToken)
    {
        if (!await forecasts.TellAsync(forecast, held, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text[held ? "Said.Held" : "Said.Failed"]);
        return card is { } back ? RedirectToPage("/Cards/Show", new { id = back }) : this.Again();
    }
}
