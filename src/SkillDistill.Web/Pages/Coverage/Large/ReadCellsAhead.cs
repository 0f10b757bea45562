using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Finds which cells targets of a later day change. The kept ones have how many people are at each level, so that nobody is read.</summary>
internal sealed class ReadCellsAhead(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <param name="teams">Of which they are.</param>
    public async Task<CellsAhead> OfAsync(IReadOnlyCollection<Id<Team>> teams, Horizon horizon, CancellationToken cancellationToken)
    {
        if (horizon == Horizon.Now)
        {
            return CellsAhead.None;
        }

        var today = CoverageLook.DayOf(clock.GetUtcNow());
        var day = horizon.From(today);
        var due = await db.Targets.AsNoTracking().Where(target => target.DueOn > today && target.DueOn <= day).Select(target => new { target.TeamId, target.SkillId }).Distinct().ToListAsync(cancellationToken);
        var asked = teams.ToHashSet();
        // What is wanted of a team can be what is wanted of those below.
        var concerned = due.SelectMany(target => me.Teams.Branch(target.TeamId).Where(asked.Contains).Select(below => (Team: below, Skill: target.SkillId))).Distinct().ToList();
        if (concerned.Count == 0)
        {
            return CellsAhead.None;
        }

        var skills = concerned.Select(pair => pair.Skill).Distinct().ToList();
        var wanted = new TargetsInForce(me.Teams, await db.Targets.AsNoTracking().Where(target => skills.Contains(target.SkillId)).OrderBy(target => target.Id).ToListAsync(cancellationToken));
        var changes = concerned.Select(pair => (pair.Team, pair.Skill, Today: wanted.Of(pair.Team, pair.Skill, today), Then: wanted.Of(pair.Team, pair.Skill, day))).Where(change => change.Today?.Id != change.Then?.Id).ToList();
        var kept = await db.Cells([.. changes.Select(change => change.Team).Distinct()], [.. changes.Select(change => change.Skill).Distinct()]).ToDictionaryAsync(cell => (cell.TeamId, cell.SkillId), cancellationToken);
        return new CellsAhead([.. changes.Select(change => Ahead(change.Team, change.Skill, kept.GetValueOrDefault((change.Team, change.Skill)), change.Today, change.Then))]);
    }

    private static CellAhead Ahead(Id<Team> team, Id<Skill> skill, CoverageCell? kept, Target? today, Target? then)
    {
        var (named, unnamed) = (kept?.Named ?? LevelCounts.None, kept?.Unnamed ?? LevelCounts.None);
        ShownCell Wanting(Target? target) => ShownCell.Of(CoverageCell.Of(team, skill, named, unnamed, LevelCounts.None, target));
        return new CellAhead(Wanting(today), Wanting(then));
    }
}
