using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>
/// Where the words are changed that people read before they decide. What it would do is shown first; how many people it concerns is not, because
/// who agreed to what is theirs.
/// </summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class NoticesModel(NoticeBoard notices, TimeProvider clock, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty]
    public NoticeForm Form { get; set; } = new();

    public NoticeEdition Current { get; private set; } = null!;

    /// <summary>What would be published, once it was asked to be shown.</summary>
    public NoticeEdition? Next { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Current = await notices.CurrentAsync(cancellationToken);
        Form = NoticeForm.Of(Current);
    }

    public async Task<IActionResult> OnPostPreviewAsync(CancellationToken cancellationToken)
    {
        Next = await ReviseAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostPublishAsync(CancellationToken cancellationToken)
    {
        if (await ReviseAsync(cancellationToken) is not { } next || Form.Shown != NoticeForm.Fingerprint(next))
        {
            // Words changed since they were shown are shown again, not published.
            return await OnPostPreviewAsync(cancellationToken);
        }

        // Asking many people takes a while; whoever closes the window meanwhile does not stop it halfway.
        var published = await notices.PublishAsync(Form.Seen, Form.Word, CancellationToken.None);
        if (published.Refused(out var refusal))
        {
            this.Refuse(refusal, nameof(Form));
            return Page();
        }

        this.Say(text["Notices.Said", published.Value.Version]);
        return RedirectToPage();
    }

    /// <returns>What would be published, or null where the words are refused.</returns>
    private async Task<NoticeEdition?> ReviseAsync(CancellationToken cancellationToken)
    {
        Current = await notices.CurrentAsync(cancellationToken);
        var next = Form.Seen == Current.Number ? Current.Revise(Form.Word, clock.GetUtcNow()) : new NoticePublishedMeanwhile(Current.Version);
        ModelState.Clear();
        if (next.Refused(out var refusal))
        {
            this.Refuse(refusal, nameof(Form));
            return null;
        }

        return next.Value;
    }
}
