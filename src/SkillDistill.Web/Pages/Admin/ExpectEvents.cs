using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Names what the organisation expects, and says when it has happened. What that does to anybody's cards is not told to whoever says it.</summary>
internal sealed class ExpectEvents(SkillDistillDb db, TimeProvider clock)
{
    public async Task<Outcome<ExpectedEvent>> NameAsync(string? words, Id<Person> by, CancellationToken cancellationToken)
    {
        var named = ExpectedEvent.Name(words, by, clock.GetUtcNow());
        if (named.Refusal is not null)
        {
            return named;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync("events", cancellationToken);
        var known = await db.ExpectedEvents.Where(expected => expected.HappenedOn == null).Select(expected => expected.Words).ToListAsync(cancellationToken);
        if (known.Contains(named.Value.Words, StringComparer.OrdinalIgnoreCase))
        {
            return new EventNamedAlready();
        }

        if (known.Count >= ExpectedEvent.MostToCome)
        {
            return new TooManyEvents(ExpectedEvent.MostToCome);
        }

        db.ExpectedEvents.Add(named.Value);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return named;
    }

    /// <returns>The event, why not, or null where there is none.</returns>
    public async Task<Outcome<ExpectedEvent>?> HappenAsync(Id<ExpectedEvent> id, DateOnly on, Id<Person> by, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockEventAsync(id, cancellationToken);
        if (await db.ExpectedEvents.FirstOrDefaultAsync(expected => expected.Id == id, cancellationToken) is not { } expected)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var happened = expected.Happen(on, by, now);
        if (happened.Refusal is null)
        {
            await db.SaveChangesAsync(cancellationToken);
            await db.ComeAboutAsync(id, now, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return happened;
    }

    /// <summary>Cards that were to hold until it keep its words, as their owners' own.</summary>
    /// <returns>False where there is none, or it has happened.</returns>
    public async Task<bool> RemoveAsync(Id<ExpectedEvent> id, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockEventAsync(id, cancellationToken);
        var removed = await db.ExpectedEvents.Where(expected => expected.Id == id && expected.HappenedOn == null).ExecuteDeleteAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return removed > 0;
    }
}

internal sealed record EventNamedAlready : Refusal
{
    public override string? Field => nameof(ExpectedEvent.Words);
}

internal sealed record TooManyEvents(int Limit) : Refusal
{
    public override string? Field => nameof(ExpectedEvent.Words);

    public override IReadOnlyList<object> Arguments => [Limit];
}
