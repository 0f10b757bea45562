using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent.AfterLeaving;

/// <summary>Taking back <see cref="Purpose.ContinueAfterLeaving"/> without an account: with the address that stands on the consent page and in the receipt.</summary>
[AllowAnonymous]
internal sealed class EndModel(SkillDistillDb db, DecideConsent decide, LeaverKey keys, TimeProvider clock) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string Key { get; set; } = "";

    /// <summary>The last moment of it, where it is in force.</summary>
    public DateTimeOffset? Until { get; private set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await SubjectAsync(cancellationToken) is not { } subject)
        {
            return NotFound();
        }

        var now = clock.GetUtcNow();
        var consents = await OwnConsents.LoadAsync(db, subject, now, cancellationToken);
        Until = consents.InForce(Purpose.ContinueAfterLeaving) ? consents.For(Purpose.ContinueAfterLeaving)!.EndsAt!.Value.AddTicks(-1) : null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await SubjectAsync(cancellationToken) is not { } subject)
        {
            return NotFound();
        }

        // Refused only where it is over already, which is what the page then says.
        await decide.EndAfterLeavingAsync(subject, cancellationToken);
        return LocalRedirect($"{Request.PathBase}{Request.Path}");
    }

    private async Task<Id<Person>?> SubjectAsync(CancellationToken cancellationToken) => keys.Read(Key) is { } stream
        ? await db.ConsentStreams.Where(known => known.Id == stream).Select(known => known.SubjectId).FirstOrDefaultAsync(cancellationToken)
        : null;
}
