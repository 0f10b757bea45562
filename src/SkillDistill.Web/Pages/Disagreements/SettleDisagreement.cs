using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>The signed-in owner settles a disagreement with a card of theirs, in one of four ways; the card's new words and the settlement are kept together or not at all.</summary>
internal sealed class SettleDisagreement(SkillDistillDb db, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The card says from now on when it does not hold.</summary>
    /// <returns>Null where there is no such disagreement for this owner, or the card is not one of it.</returns>
    public async Task<Outcome<Disagreement>?> AddExceptionAsync(Id<Disagreement> id, SeenCard card, string? exception, string? reply, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        if (card == default)
        {
            return new CardNotChosen();
        }

        if (await OwnAsync(id, cancellationToken) is not { } disagreement || disagreement.Cards.All(disputed => disputed.CardId != card.Id) || await db.OwnCardAsync(me.Id, card.Id.Value, cancellationToken) is not { } own)
        {
            return null;
        }

        var added = (exception ?? "").Trim();
        if (added.Length == 0)
        {
            return new ExceptionMissing();
        }

        var now = clock.GetUtcNow();
        var text = own.Revision.Text;
        if (own.Card.Revise(text with { Exception = text.Exception.Length == 0 ? added : $"{text.Exception}\n{added}" }, card.Revision, now).Refused(out var refusal))
        {
            return refusal;
        }

        return await KeepAsync(disagreement, disagreement.Settle(Settlement.ExceptionAdded, reply ?? "", own.Card, now), cancellationToken);
    }

    /// <summary>The owner has changed one of the cards since, or written another.</summary>
    public async Task<Outcome<Disagreement>?> ByCardAsync(Id<Disagreement> id, Id<Card> card, string? reply, CancellationToken cancellationToken)
    {
        if (card == default)
        {
            return new CardNotChosen();
        }

        if (await OwnAsync(id, cancellationToken) is not { } disagreement || await db.OwnCardAsync(me.Id, card.Value, cancellationToken) is not { } own || own.Revision.WrittenAt <= disagreement.SentAt)
        {
            return null;
        }

        var settlement = disagreement.Cards.Any(disputed => disputed.CardId == card) ? Settlement.Amended : Settlement.NewCard;
        return await KeepAsync(disagreement, disagreement.Settle(settlement, reply ?? "", own.Card, clock.GetUtcNow()), cancellationToken);
    }

    public async Task<Outcome<Disagreement>?> StandByAsync(Id<Disagreement> id, string? reply, CancellationToken cancellationToken) =>
        await OwnAsync(id, cancellationToken) is { } disagreement ? await KeepAsync(disagreement, disagreement.Settle(Settlement.StoodBy, reply ?? "", null, clock.GetUtcNow()), cancellationToken) : null;

    private Task<Disagreement?> OwnAsync(Id<Disagreement> id, CancellationToken cancellationToken) =>
        db.Disagreements.Include(disagreement => disagreement.Cards).FirstOrDefaultAsync(disagreement => disagreement.Id == id && disagreement.OwnerId == me.Id, cancellationToken);

    private async Task<Outcome<Disagreement>?> KeepAsync(Disagreement disagreement, Outcome<Disagreement> settled, CancellationToken cancellationToken)
    {
        if (settled.Refusal is not null)
        {
            return settled;
        }

        if (disagreement.AskerId is not null)
        {
            db.Notifications.Add(Notification.Settled(disagreement));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return disagreement;
        }
        catch (DbUpdateException)
        {
            // Taken back, settled in another window, or the card changed at this moment: the page shows what is so now.
            db.ChangeTracker.Clear();
            return new AlreadySettled();
        }
    }
}

/// <summary>The answer cited several cards, and it was not said which.</summary>
internal sealed record CardNotChosen : Refusal;

/// <summary>An exception says when the card does not hold.</summary>
internal sealed record ExceptionMissing : Refusal
{
    public override string? Field => "Exception";
}
