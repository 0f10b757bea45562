using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Jobs;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Decisions;

/// <summary>Reckons the answers of the last quarter, for every team at once and never again, and takes away what is old.</summary>
public sealed class ReckonQuarters(SkillDistillDb db, Anonymity anonymity, TimeProvider clock) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var quarter = Quarter.LastClosed(now);
        if (await db.QuarterShares.AnyAsync(shares => shares.Quarter == quarter, cancellationToken))
        {
            return;
        }

        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var tree = new TeamTree(teams);
        var authors = await db.AnsweringAuthorsAsync(tree, teams, quarter, now, cancellationToken);
        db.QuarterShares.AddRange(QuarterShares.Reckon(tree, [.. teams.Select(team => team.Id)], authors, quarter, anonymity));
        await db.SaveChangesAsync(cancellationToken);
        var before = quarter.AddMonths(-QuarterShares.KeptMonths);
        await db.QuarterShares.Where(shares => shares.Quarter < before).ExecuteDeleteAsync(cancellationToken);
    }
}
