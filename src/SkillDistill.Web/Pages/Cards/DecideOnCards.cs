using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>
/// One decision on a visible selection of one's own cards. Each card is decided and kept by itself: what one card is refused holds up no other.
/// </summary>
internal sealed class DecideOnCards(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    public Task<Decided> AcceptAsync(IEnumerable<Guid> cards, CancellationToken cancellationToken) =>
        EachAsync(cards, own => own.Card.Accept(own.Revision.Text, clock.GetUtcNow()), cancellationToken);

    public Task<Decided> ConfirmAsync(IEnumerable<Guid> cards, CancellationToken cancellationToken) =>
        EachAsync(cards, own => Do(own.Card, () => own.Card.Confirm(own.Revision.Text.Kind, clock.GetUtcNow())), cancellationToken);

    /// <summary>What they hold until has happened.</summary>
    public Task<Decided> ComeAboutAsync(IEnumerable<Guid> cards, CancellationToken cancellationToken) =>
        EachAsync(cards, own => own.Card.ComeAbout(clock.GetUtcNow()), cancellationToken);

    public Task<Decided> SetAsideAsync(IEnumerable<Guid> cards, CancellationToken cancellationToken) =>
        EachAsync(cards, own => Do(own.Card, own.Card.SetAside), cancellationToken);

    public Task<Decided> ShareAsync(IEnumerable<Guid> cards, Audience audience, CancellationToken cancellationToken) =>
        EachAsync(cards, own => Do(own.Card, () => own.Card.ShareWith(audience)), cancellationToken);

    public Task<Decided> TagAsync(IEnumerable<Guid> cards, Id<Skill> skill, CancellationToken cancellationToken) =>
        EachAsync(cards, own => own.Card.Tag(own.Card.Skills.Select(tag => tag.SkillId).Append(skill).ToList()), cancellationToken);

    private static Outcome<Card> Do(Card card, Action change)
    {
        change();
        return card;
    }

    private async Task<Decided> EachAsync(IEnumerable<Guid> cards, Func<OwnCard, Outcome<Card>> decide, CancellationToken cancellationToken)
    {
        var (done, refused) = (0, new List<RefusedCard>());
        foreach (var id in cards.Distinct().Take(CardFilter.PageSize))
        {
            db.ChangeTracker.Clear();
            if (await db.OwnCardAsync(me.Id, id, cancellationToken) is not { } own)
            {
                continue;
            }

            if (decide(own).Refused(out var refusal) || await IsOvertakenAsync(cancellationToken) && (refusal = new CardMovedOn()) is not null)
            {
                refused.Add(new RefusedCard(own.Card.Id, own.Revision.Text.Title, refusal));
            }
            else
            {
                done++;
            }
        }

        return new Decided(done, refused);
    }

    private async Task<bool> IsOvertakenAsync(CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return false;
        }
        catch (DbUpdateConcurrencyException)
        {
            return true;
        }
    }
}

/// <summary>How many cards the decision was taken on, and those it was not.</summary>
internal sealed record Decided(int Done, IReadOnlyList<RefusedCard> Refused);

internal sealed record RefusedCard(Id<Card> Id, string Title, Refusal Refusal);

internal sealed record CardMovedOn : Refusal;
