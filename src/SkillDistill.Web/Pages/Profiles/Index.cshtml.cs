using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.Credits;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.Interviews.Invitations;

namespace SkillDistill.Web.Pages.Profiles;

/// <summary>The owner's home: what there is, and the one thing to do next.</summary>
internal sealed class IndexModel(ProfileGlance glance, NoticeBoard notices, DeploymentGate gate, InvitationsForMe invitations, ReadCredit credit) : PageModel
{
    public Profile Profile { get; private set; } = null!;

    /// <summary>What the consents are called that would be good to look at.</summary>
    public Notice Notice { get; private set; } = null!;

    /// <summary>Whether it is on record that everybody was informed; there is no way to begin before.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>The month that it is now, in words.</summary>
    public string Month => credit.Now.Month();

    public IReadOnlyList<InvitationForMe> Invitations { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (Profile, IsOpen) = (await glance.ReadAsync(cancellationToken), await gate.IsOpenAsync(cancellationToken));
        Invitations = await invitations.OpenAsync(cancellationToken);
        Notice = (await notices.CurrentAsync(cancellationToken)).In(Languages.Current);
    }

    public async Task<IActionResult> OnPostPutAwayAsync(Id<Invitation> invitation, CancellationToken cancellationToken) =>
        await invitations.PutAwayAsync(invitation, cancellationToken) ? this.Again() : NotFound();
}
