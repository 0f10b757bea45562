using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>Lays out the form for writing: what was found, what is chosen, and whether anything may be kept at all.</summary>
internal sealed class CardDesks(SkillLabels skills, Sharing sharing, EventsToCome events, KeepProfile keepProfile, CurrentPerson me)
{
    public Task<bool> MayKeepAsync(CancellationToken cancellationToken) => keepProfile.IsAgreedAsync(me.Id, cancellationToken);

    public async Task<CardDesk> LayAsync(CardForm form, CardStatus? status, CardRevision? newest, CancellationToken cancellationToken)
    {
        var found = (await skills.FindAsync(form.SkillQuery, cancellationToken)).ExceptBy(form.Skills, pick => pick.Id).ToList();
        var chosen = await skills.PicksAsync(form.Skills, cancellationToken);
        var picker = new Picker("Form.Skills", "Form.SkillQuery", form.SkillQuery, "/skills/search", "Skills", chosen, found);
        return new CardDesk(form, status, picker, await sharing.OfferAsync("Form.Audience", form.Audience, cancellationToken), await events.ToPickAsync(cancellationToken), newest);
    }
}
