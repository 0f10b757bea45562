using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>What the organisation expects to happen, for owners to say that a card holds until then.</summary>
internal sealed class EventsToCome(SkillDistillDb db)
{
    public async Task<IReadOnlyList<Pick>> ToPickAsync(CancellationToken cancellationToken)
    {
        var events = await db.ExpectedEvents.AsNoTracking().Where(expected => expected.HappenedOn == null).OrderBy(expected => expected.Words).ThenBy(expected => expected.Id)
            .Select(expected => new { expected.Id, expected.Words }).ToListAsync(cancellationToken);
        return [.. events.Select(expected => new Pick(expected.Id.Value, expected.Words))];
    }

    /// <summary>What the form says: own words, an event, or nothing.</summary>
    public async Task<Outcome<UntilCondition>> ReadAsync(CardForm form, CancellationToken cancellationToken)
    {
        var own = UntilCondition.Own(form.HoldsUntil);
        if (form.Event is not { } key)
        {
            return own.Problems().FirstOrDefault() is { } problem ? problem : own;
        }

        if (own.Words.Length > 0)
        {
            return new UntilTwoThings();
        }

        var chosen = await db.ExpectedEvents.AsNoTracking().FirstOrDefaultAsync(expected => expected.Id == new Id<ExpectedEvent>(key) && expected.HappenedOn == null, cancellationToken);
        return chosen is null ? new EventNotToCome() : UntilCondition.Of(chosen);
    }

    /// <summary>Saves what was changed, unless the event that the card waits for has happened meanwhile.</summary>
    /// <returns>Null where it is saved.</returns>
    public async Task<Refusal?> SaveAsync(Card card, CancellationToken cancellationToken)
    {
        if (card is not { EventId: { } awaited, CameAboutAt: null })
        {
            await db.SaveChangesAsync(cancellationToken);
            return null;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockEventAsync(awaited, cancellationToken);
        if (!await db.ExpectedEvents.AnyAsync(expected => expected.Id == awaited && expected.HappenedOn == null, cancellationToken))
        {
            return new EventNotToCome();
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return null;
    }
}

internal sealed record EventNotToCome : Refusal
{
    public override string? Field => nameof(CardForm.Event);
}

internal sealed record UntilTwoThings : Refusal
{
    public override string? Field => nameof(CardForm.HoldsUntil);
}
