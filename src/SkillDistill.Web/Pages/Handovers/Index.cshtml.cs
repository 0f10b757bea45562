using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Handovers;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Handovers;

/// <summary>Who would leave the signed-in person notes of a role, and whether they take them.</summary>
internal sealed class IndexModel(TakeOver takeOver, KeepProfile keepProfile, CurrentPerson me, IStringLocalizer<HandoversText> text) : PageModel
{
    public IReadOnlyList<OfferedHandover> Offers { get; private set; } = [];

    /// <summary>Whether there is a profile that notes could go into.</summary>
    public bool KeepsProfile { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (Offers, KeepsProfile) = (await takeOver.OffersAsync(cancellationToken), await keepProfile.IsAgreedAsync(me.Id, cancellationToken));

    public async Task<IActionResult> OnPostAsync(Id<Handover> handover, bool takes, CancellationToken cancellationToken)
    {
        var answered = ModelState.IsValid ? await takeOver.AnswerAsync(handover, takes, cancellationToken) : null;
        this.Say(answered is null ? text["Said.NotOffered"] : answered.Refused(out var refusal) ? this.Sentence(refusal) : text[takes ? "Said.Taken" : "Said.Declined"]);
        return this.Again();
    }
}
