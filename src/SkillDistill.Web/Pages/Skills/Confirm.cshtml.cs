using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Cards;

namespace SkillDistill.Web.Pages.Skills;

/// <summary>One of the person's levels, and who they ask to confirm it.</summary>
internal sealed class ConfirmModel(MySkills mySkills, ConfirmLevels confirm, Sharing sharing, IStringLocalizer<SkillsText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Skill> Skill { get; set; }

    [BindProperty]
    public List<Guid> Peer { get; set; } = [];

    /// <summary>A name to look for.</summary>
    [BindProperty]
    public string? PeerQuery { get; set; }

    public SkillRow Row { get; private set; } = null!;

    public IReadOnlyList<AskedPeer> Peers { get; private set; } = [];

    public Picker Picker { get; private set; } = null!;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ShowAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(string? then, CancellationToken cancellationToken)
    {
        if (then == "find")
        {
            return await ShowAsync(cancellationToken);
        }

        if (await confirm.AskAsync(Skill, Peer, cancellationToken) is not { } asked)
        {
            return NotFound();
        }

        if (asked.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await ShowAsync(cancellationToken);
        }

        this.Say(text["Confirm.Asked"]);
        return this.Again(new { Skill });
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Id<Confirmation> confirmation, CancellationToken cancellationToken)
    {
        await confirm.TakeBackAsync(confirmation, cancellationToken);
        return this.Again(new { Skill });
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if ((await mySkills.DeclaredAsync(cancellationToken)).FirstOrDefault(row => row.Id == Skill) is not { } row)
        {
            return NotFound();
        }

        Row = row;
        Peers = await confirm.PeersAsync(Skill, cancellationToken);
        Picker = await sharing.PickerAsync(nameof(Peer), nameof(Peer), Peer, PeerQuery, cancellationToken);
        return Page();
    }
}
