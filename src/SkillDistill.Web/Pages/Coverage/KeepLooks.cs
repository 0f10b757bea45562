using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Keeps whose rows the signed-in manager is about to see, or without whom they ask what would fall, for those people: before the page is shown, so that nobody sees what was not kept.</summary>
internal sealed class KeepLooks(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Two windows that open at once keep the same looks, and one of them meets the other's. After that it finds them there.</summary>
    private const int Attempts = 5;

    public Task AtAsync(IEnumerable<Id<Person>> shown, CancellationToken cancellationToken) => KeepAsync(shown, LookedFor.Row, cancellationToken);

    /// <summary>That it was asked what would fall without them.</summary>
    public Task LeavingAsync(IEnumerable<Id<Person>> without, CancellationToken cancellationToken) => KeepAsync(without, LookedFor.Leaving, cancellationToken);

    private async Task KeepAsync(IEnumerable<Id<Person>> shown, LookedFor lookedFor, CancellationToken cancellationToken)
    {
        var others = shown.Where(person => person != me.Id).ToList();
        for (var attempt = 1; others.Count > 0; attempt++)
        {
            var now = clock.GetUtcNow();
            var today = CoverageLook.DayOf(now);
            var known = await db.CoverageLooks.Where(look => look.LookerId == me.Id && look.Day == today && look.LookedFor == lookedFor && others.Contains(look.PersonId))
                .Select(look => look.PersonId).ToListAsync(cancellationToken);
            db.CoverageLooks.AddRange(others.Except(known).Select(person => CoverageLook.Of(me.Id, person, now, lookedFor)));
            try
            {
                await db.SaveChangesAsync(cancellationToken);
                return;
            }
            catch (DbUpdateException collision) when (collision.IsCollision() && attempt < Attempts)
            {
                db.ChangeTracker.Clear();
            }
        }
    }
}
