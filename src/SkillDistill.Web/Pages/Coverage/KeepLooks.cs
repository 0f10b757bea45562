using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Keeps whose rows the signed-in manager is about to see, for those people: before the page is shown, so that nobody sees a row that was not kept.</summary>
internal sealed class KeepLooks(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Two windows that open at once keep the same looks, and one of them meets the other's. After that it finds them there.</summary>
    private const int Attempts = 5;

    public async Task AtAsync(IEnumerable<Id<Person>> shown, CancellationToken cancellationToken)
    {
        var others = shown.Where(person => person != me.Id).ToList();
        for (var attempt = 1; others.Count > 0; attempt++)
        {
            var now = clock.GetUtcNow();
            var today = CoverageLook.DayOf(now);
            var known = await db.CoverageLooks.Where(look => look.LookerId == me.Id && look.Day == today && others.Contains(look.PersonId))
                .Select(look => look.PersonId).ToListAsync(cancellationToken);
            db.CoverageLooks.AddRange(others.Except(known).Select(person => CoverageLook.Of(me.Id, person, now)));
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
