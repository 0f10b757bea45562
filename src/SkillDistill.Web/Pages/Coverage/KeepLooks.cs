using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Keeps whose rows the signed-in manager is about to see, or without whom they ask what would fall, for those people: before the page is shown, so that nobody sees what was not kept.</summary>
internal sealed class KeepLooks(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    public Task AtAsync(IEnumerable<Id<Person>> shown, CancellationToken cancellationToken) => KeepAsync(shown, LookedFor.Row, cancellationToken);

    /// <summary>That it was asked what would fall without them.</summary>
    public Task LeavingAsync(IEnumerable<Id<Person>> without, CancellationToken cancellationToken) => KeepAsync(without, LookedFor.Leaving, cancellationToken);

    private async Task KeepAsync(IEnumerable<Id<Person>> shown, LookedFor lookedFor, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var others = shown.Where(person => person != me.Id).ToList();
        if ((await NotKeptAsync(others, lookedFor, now, cancellationToken)).Count == 0)
        {
            return;
        }

        // Of two windows that open at once the second waits, and finds the looks of the first.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"looks:{me.Id}", cancellationToken);
        db.CoverageLooks.AddRange((await NotKeptAsync(others, lookedFor, now, cancellationToken)).Select(person => CoverageLook.Of(me.Id, person, now, lookedFor)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<List<Id<Person>>> NotKeptAsync(List<Id<Person>> others, LookedFor lookedFor, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var today = CoverageLook.DayOf(now);
        var kept = await db.CoverageLooks.Where(look => look.LookerId == me.Id && look.Day == today && look.LookedFor == lookedFor && others.Contains(look.PersonId))
            .Select(look => look.PersonId).ToListAsync(cancellationToken);
        return [.. others.Except(kept)];
    }
}
