using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>What the answers would make: kept as drafts or discarded, and what answers written anew would change in cards made before.</summary>
internal sealed class DraftsModel(OwnInterview own, Proposals proposals, KeepProposals keep, FollowChange follow, IStringLocalizer<InterviewsText> text) : PageModel
{
    public IReadOnlyList<Proposal> Open { get; private set; } = [];

    /// <summary>Cards whose answers say something else by now.</summary>
    public IReadOnlyList<CardChange> Changed { get; private set; } = [];

    public int Kept { get; private set; }

    /// <summary>The quotes of a proposal lead to the answers they stand in.</summary>
    public InterviewSoFar SoFar { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await own.FindAsync(cancellationToken) is not { } soFar)
        {
            return RedirectToPage("Index");
        }

        SoFar = soFar;
        var all = await proposals.OfAsync(soFar, cancellationToken);
        (Open, Changed, Kept) = ([.. all.Where(proposal => proposal.Kept.Count == 0)], [.. all.SelectMany(proposal => proposal.Changes)], all.Count(proposal => proposal.Kept.Count > 0));
        return Page();
    }

    public async Task<IActionResult> OnPostKeepAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var kept = await keep.AsDraftsAsync(keys, cancellationToken);
        if (kept.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await OnGetAsync(cancellationToken);
        }

        return Told(kept.Value.Count switch { 0 => text["Said.Kept.None"], 1 => text["Said.Kept.One"], var count => text["Said.Kept", count] });
    }

    /// <summary>They are drafts at once, so that nothing is lost if the owner leaves before writing the one.</summary>
    public async Task<IActionResult> OnPostKeepAsOneAsync(List<string> keys, CancellationToken cancellationToken)
    {
        if (keys.Count < 2)
        {
            return Told(text["Drafts.TickTwo"]);
        }

        var kept = await keep.AsDraftsAsync(keys, cancellationToken);
        if (kept.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await OnGetAsync(cancellationToken);
        }

        return RedirectToPage("/Cards/Rearranging/Merge", new { card = kept.Value.Select(card => card.Id.ToString()) });
    }

    public async Task<IActionResult> OnPostDiscardAsync(List<string> keys, CancellationToken cancellationToken)
    {
        await keep.DiscardAsync(keys, cancellationToken);
        return Told(text["Said.Discarded"]);
    }

    public async Task<IActionResult> OnPostTakeAsync(string key, Id<Card> card, int seen, CancellationToken cancellationToken)
    {
        if (await follow.TakeAsync(key ?? "", card, seen, cancellationToken) is not { } taken)
        {
            return this.Again();
        }

        if (taken.Refused(out var refusal))
        {
            ModelState.AddModelError("", this.Sentence(refusal));
            return await OnGetAsync(cancellationToken);
        }

        return Told(text["Said.Taken"]);
    }

    public async Task<IActionResult> OnPostLeaveAsync(string key, Id<Card> card, CancellationToken cancellationToken)
    {
        await follow.LeaveAsync(key ?? "", card, cancellationToken);
        return Told(text["Said.Left"]);
    }

    private RedirectToPageResult Told(string line)
    {
        this.Say(line);
        return this.Again();
    }
}
