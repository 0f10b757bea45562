using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Handovers;

/// <summary>What the signed-in person leaves with their role, and to whom. Nobody else sees it but whom they ask.</summary>
internal sealed class PrepareHandover(SkillDistillDb db, Sharing sharing, CurrentPerson me, TimeProvider clock)
{
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<LeavingView> ReadAsync(CancellationToken cancellationToken)
    {
        var handover = await db.Handovers.AsNoTracking().FirstOrDefaultAsync(known => known.OwnerId == me.Id, cancellationToken);
        var successor = handover?.SuccessorId is { } id ? await db.People.Where(person => person.Id == id).Select(person => person.Name).FirstOrDefaultAsync(cancellationToken) : null;
        var ids = (await MayStay().Select(own => own.Card.Id).ToListAsync(cancellationToken)).ToHashSet();
        var keeping = db.Consenting(Purpose.HoldProfile, clock.GetUtcNow());
        return new LeavingView(handover, successor, ids.Count, handover is null ? [] : [.. handover.Cards.Where(card => ids.Contains(card.CardId))])
        {
            IsKept = await keeping.ContainsAsync(me.Id, cancellationToken),
            SuccessorIsHere = handover?.SuccessorId is { } to && await db.People.AnyAsync(person => person.Id == to && person.DeactivatedAt == null, cancellationToken),
        };
    }

    /// <summary>One page of the cards that may stay, by kind and title.</summary>
    public async Task<HandedPage> CardsAsync(int number, CancellationToken cancellationToken)
    {
        var total = await MayStay().CountAsync(cancellationToken);
        var pages = Math.Max(1, (total + CardFilter.PageSize - 1) / CardFilter.PageSize);
        number = Math.Clamp(number, 1, pages);
        var rows = await MayStay().OrderBy(own => own.Revision.Text.Kind).ThenBy(own => own.Revision.Text.Title).ThenBy(own => own.Card.Id).Skip((number - 1) * CardFilter.PageSize).Take(CardFilter.PageSize)
            .Select(own => new { own.Card.Id, own.Revision.Text.Kind, own.Revision.Text.Title, IsPrivate = own.Card.Audience.Scope == AudienceScope.Private }).ToListAsync(cancellationToken);
        var handover = await db.Handovers.AsNoTracking().FirstOrDefaultAsync(known => known.OwnerId == me.Id, cancellationToken);
        var stays = handover?.Cards.ToDictionary(card => card.CardId, card => card.As) ?? [];
        return new HandedPage(number, pages, handover?.State == HandoverState.Done, [.. rows.Select(row => new HandedRow(row.Id, row.Kind, row.Title, row.IsPrivate, stays.GetValueOrDefault(row.Id, HandedAs.Goes)))]);
    }

    public Task<Outcome<Handover>> LeaveOnAsync(DateOnly? lastDay, CancellationToken cancellationToken) =>
        ChangeAsync(handover => lastDay is { } day ? handover.LeaveOn(day, Today) : new LastDayMissing(), cancellationToken);

    /// <summary>Cards that are not the person's, or may not stay, are left out of account.</summary>
    public async Task<Outcome<Handover>> ChooseAsync(IReadOnlyDictionary<Guid, HandedAs> choices, CancellationToken cancellationToken)
    {
        var ids = choices.Keys.Select(id => new Id<Card>(id)).ToList();
        var own = await MayStay().Where(row => ids.Contains(row.Card.Id)).Select(row => row.Card.Id).ToListAsync(cancellationToken);
        return await ChangeAsync(handover => handover.Choose(own.ToDictionary(id => id, id => choices[id.Value])), cancellationToken);
    }

    public async Task<Outcome<Handover>> OfferAsync(IReadOnlyCollection<Guid> picked, CancellationToken cancellationToken) => await sharing.OneAsync(picked, cancellationToken) is { } successor
        ? await ChangeAsync(handover => handover.Offer(successor, clock.GetUtcNow()), cancellationToken, told: true)
        : new ColleagueMissing("Successor");

    /// <summary>Everything goes with its owner again. What has gone over has gone over.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => db.Handovers.Where(handover => handover.OwnerId == me.Id).ExecuteDeleteAsync(cancellationToken);

    /// <summary>Accepted cards, but for those about the person's own manner.</summary>
    private IQueryable<Data.Profiles.OwnCard> MayStay() => db.OwnCards(me.Id).AsNoTracking().Where(own => own.Card.Status == CardStatus.Accepted && own.Revision.Text.Kind != CardKind.Voice);

    private async Task<Outcome<Handover>> ChangeAsync(Func<Handover, Outcome<Handover>> change, CancellationToken cancellationToken, bool told = false)
    {
        var handover = await db.Handovers.FirstOrDefaultAsync(known => known.OwnerId == me.Id, cancellationToken);
        if (handover is null)
        {
            handover = Handover.Begin(me.Id);
            db.Handovers.Add(handover);
        }

        var changed = change(handover);
        if (changed.Refusal is not null)
        {
            return changed;
        }

        if (told)
        {
            db.Notifications.RemoveRange(await db.Notifications.Where(notification => notification.HandoverId == handover.Id).ToListAsync(cancellationToken));
            db.Notifications.Add(Notification.Offered(handover));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return changed;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsCollision())
        {
            return new HandoverIsDone();
        }
    }
}

/// <param name="Handover">Null while nothing was said.</param>
/// <param name="Successor">The name of who was asked, or null.</param>
/// <param name="All">How many cards may stay.</param>
/// <param name="Staying">Those that do.</param>
internal sealed record LeavingView(Handover? Handover, string? Successor, int All, IReadOnlyList<HandedCard> Staying)
{
    public HandoverState State => Handover?.State ?? HandoverState.Prepared;

    /// <summary>Whether the person's profile is kept: what is not kept is not handed over.</summary>
    public bool IsKept { get; init; }

    public bool SuccessorIsHere { get; init; }

    /// <summary>The end of the key of the sentence that says why nothing would go over as things stand, or null. That a successor keeps no profile any more is theirs to say.</summary>
    public string? WhyNothing => State is HandoverState.Prepared or HandoverState.Declined ? null : !IsKept ? "NotKept" : !SuccessorIsHere ? "Gone" : Staying.Count == 0 ? "NoCards" : null;

    public int Unnamed => Staying.Count(card => !card.KeepsName);
}

internal sealed record HandedPage(int Number, int Pages, bool IsDone, IReadOnlyList<HandedRow> Rows);

internal sealed record HandedRow(Id<Card> Id, CardKind Kind, string Title, bool IsPrivate, HandedAs As);
