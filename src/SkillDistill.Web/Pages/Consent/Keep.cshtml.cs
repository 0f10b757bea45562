using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Takes the one consent without which nothing is kept, and leads back to where it was asked for.</summary>
internal sealed class KeepModel(KeepProfile keepProfile, CurrentPerson me, IStringLocalizer<KeepProfileText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string Back => Url.IsLocalUrl(ReturnUrl) ? ReturnUrl! : "/me";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) =>
        await keepProfile.IsAgreedAsync(me.Id, cancellationToken) ? LocalRedirect(Back) : Page();

    public async Task<IActionResult> OnPostAsync(string? language, string? notice, CancellationToken cancellationToken)
    {
        try
        {
            if ((await keepProfile.AgreeAsync(me.Id, language ?? "", notice ?? "", cancellationToken)).Refused(out var refusal))
            {
                this.Refuse(refusal);
                return Page();
            }
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            // Two presses at once: the first one counts, and the way back shows which it was.
            return LocalRedirect(Back);
        }

        this.Say(text["Said"]);
        return LocalRedirect(Back);
    }
}
