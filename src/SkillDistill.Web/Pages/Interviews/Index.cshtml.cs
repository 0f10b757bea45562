using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.Interviews.Protocols;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>The interview at a glance: its sittings, how far each is, and what is asked.</summary>
internal sealed class IndexModel(
    SkillDistillDb db, OwnInterview own, BeginInterview begin, DeploymentGate gate, KeepProfile keepProfile, ProtocolShelf protocols, CurrentPerson me, IStringLocalizer<InterviewsText> text) : PageModel
{
    public bool IsOpen { get; private set; }

    public bool MayKeep { get; private set; }

    /// <summary>Null before it is begun.</summary>
    public InterviewSoFar? SoFar { get; private set; }

    public Protocol Protocol => SoFar?.Protocol ?? Newest;

    public IReadOnlyList<RolePack> Packs => SoFar?.Packs ?? Newest.Packs;

    /// <summary>The newer version of the questions that one could go on with, if there is one.</summary>
    public string? Newer => SoFar is not null && SoFar.Interview.ProtocolVersion != Newest.Version ? Newest.Version : null;

    private Protocol Newest { get; set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        (IsOpen, MayKeep) = (await gate.IsOpenAsync(cancellationToken), await keepProfile.IsAgreedAsync(me.Id, cancellationToken));
        (SoFar, Newest) = (await own.FindAsync(cancellationToken), await protocols.NewestAsync(cancellationToken));
    }

    public async Task<IActionResult> OnPostBeginAsync(CancellationToken cancellationToken) =>
        await begin.NowAsync(cancellationToken) is null ? RedirectToPage("Sitting", new { sitting = SittingKind.Map }) : this.Again();

    public Task<IActionResult> OnPostPacksAsync(List<RolePackKind> packs, bool manner, CancellationToken cancellationToken) => ChangeAsync(
        interview =>
        {
            interview.Take(packs.Where(Enum.IsDefined));
            interview.AskForManner(manner);
        },
        "Said.Packs",
        cancellationToken);

    public async Task<IActionResult> OnPostMoveAsync(CancellationToken cancellationToken)
    {
        var newest = await protocols.NewestAsync(cancellationToken);
        return await ChangeAsync(interview => interview.MoveTo(newest.Version), "Said.Moved", cancellationToken);
    }

    private async Task<IActionResult> ChangeAsync(Action<Interview> change, string said, CancellationToken cancellationToken)
    {
        if (await own.FindAsync(cancellationToken) is not { } soFar)
        {
            return NotFound();
        }

        change(soFar.Interview);
        await db.SaveChangesAsync(cancellationToken);
        this.Say(text[said]);
        return this.Again();
    }
}
