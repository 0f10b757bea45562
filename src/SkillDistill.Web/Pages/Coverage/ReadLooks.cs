using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Who looked at the signed-in person's own row in coverage or asked what would fall without them, and on which day. Nobody else's is read.</summary>
internal sealed class ReadLooks(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    public const int AtOnce = 50;

    /// <summary>The newest first.</summary>
    public Task<List<LookRow>> NewestAsync(CancellationToken cancellationToken) => Rows().Take(AtOnce).ToListAsync(cancellationToken);

    /// <summary>All that are kept, the newest first.</summary>
    public Task<List<LookRow>> AllAsync(CancellationToken cancellationToken) => Rows().ToListAsync(cancellationToken);

    private IQueryable<LookRow> Rows()
    {
        var since = CoverageLook.KeptSince(clock.GetUtcNow());
        return from look in db.CoverageLooks
               where look.PersonId == me.Id && look.Day >= since
               join looker in db.People on look.LookerId equals looker.Id
               orderby look.Day descending, look.At descending, look.LookedFor descending, look.Id
               select new LookRow(looker.Name, look.Day, look.LookedFor);
    }
}

internal sealed record LookRow(string Looker, DateOnly Day, LookedFor LookedFor);
