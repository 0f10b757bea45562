using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Cards.Rearranging;

/// <summary>Several drafts as one, in the form in which cards are written, with what they were beside it.</summary>
internal sealed class MergeModel(SkillDistillDb db, MergeDrafts merge, CardDesks desks, IStringLocalizer<CardsText> text) : PageModel
{
    /// <summary>The drafts, the one that stays first.</summary>
    [BindProperty(SupportsGet = true, Name = "card")]
    public List<Guid> Cards { get; set; } = [];

    [BindProperty]
    public CardForm Form { get; set; } = new();

    public bool MayKeep { get; private set; } = true;

    public IReadOnlyList<OwnCard> Drafts { get; private set; } = [];

    public CardDesk Desk { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (await merge.FindAsync(Cards, cancellationToken) is not { Count: > 1 } drafts)
        {
            return TooFew();
        }

        Form = MergeDrafts.Suggest(drafts);
        return await ShowAsync(drafts, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(CardThen then, CancellationToken cancellationToken)
    {
        if (await merge.FindAsync(Cards, cancellationToken) is not { Count: > 1 } drafts)
        {
            return TooFew();
        }

        if (!ModelState.IsValid || then is not (CardThen.Draft or CardThen.Accept))
        {
            return await ShowAsync(drafts, null, cancellationToken);
        }

        var written = await merge.AsOneAsync(drafts, Form, then == CardThen.Accept, cancellationToken);
        if (written.Card is { } card)
        {
            this.Say(text[then == CardThen.Accept ? "Said.MergedAccepted" : "Said.Merged", drafts.Count]);
            return RedirectToPage("/Cards/Show", new { id = card.Id });
        }

        foreach (var refusal in written.Refusals)
        {
            this.Refuse(refusal, nameof(Form));
        }

        return await AgainAsync(written.Refusals.Any(refusal => refusal is CardChangedMeanwhile), cancellationToken);
    }

    /// <summary>What was typed stands; what was kept meanwhile is shown beside it.</summary>
    private async Task<IActionResult> AgainAsync(bool overtaken, CancellationToken cancellationToken)
    {
        db.ChangeTracker.Clear();
        if (await merge.FindAsync(Cards, cancellationToken) is not { Count: > 1 } drafts)
        {
            return TooFew();
        }

        if (overtaken)
        {
            Form.Seen = drafts[0].Card.RevisionNumber;
        }

        Form.SeenTakenIn = [.. drafts.Skip(1).Select(draft => draft.Card.RevisionNumber)];
        return await ShowAsync(drafts, overtaken ? drafts[0].Revision : null, cancellationToken);
    }

    private RedirectToPageResult TooFew()
    {
        this.Say(text["Merge.TooFew"]);
        return RedirectToPage("/Cards/Index", new { state = CardState.Draft });
    }

    private async Task<PageResult> ShowAsync(IReadOnlyList<OwnCard> drafts, CardRevision? newest, CancellationToken cancellationToken)
    {
        (Drafts, MayKeep) = (drafts, await desks.MayKeepAsync(cancellationToken));
        Desk = await desks.LayAsync(Form, CardStatus.Draft, newest, cancellationToken);
        return Page();
    }
}
