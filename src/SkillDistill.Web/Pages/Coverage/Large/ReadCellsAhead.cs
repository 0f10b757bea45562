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
        if (due.Count == 0)
        {
            return CellsAhead.None;
        }

        var skills = due.Select(target => target.SkillId).Distinct().ToList();
        var targets = await db.Targets.AsNoTracking().Where(target => skills.Contains(target.SkillId)).OrderBy(target => target.Id).ToListAsync(cancellationToken);
        var (wanted, each) = (new TargetsInForce(me.Teams, targets), targets.Where(target => target.Reach == TargetReach.Each).Select(target => (target.TeamId, target.SkillId)).ToHashSet());
        var asked = teams.ToHashSet();
        // What is wanted of each team changes what is wanted of those below.
        var concerned = due.SelectMany(target => each.Contains((target.TeamId, target.SkillId)) ? me.Teams.Branch(target.TeamId).Select(below => (Team: below, Skill: target.SkillId)) : [(Team: target.TeamId, Skill: target.SkillId)]);
        var changes = concerned.Where(pair => asked.Contains(pair.Team)).Distinct()
            .Select(pair => (Key: pair, Today: wanted.Of(pair.Team, pair.Skill, today), Then: wanted.Of(pair.Team, pair.Skill, day))).Where(change => change.Today?.Id != change.Then?.Id).ToList();
        var levels = await db.LevelsAsync(changes.Select(change => change.Key), cancellationToken);
        return new CellsAhead([.. changes.Select(change => Ahead(change.Key, levels.GetValueOrDefault(change.Key, HeldBy.Nobody), change.Today, change.Then))]);
    }

    private static CellAhead Ahead((Id<Team> Team, Id<Skill> Skill) key, HeldBy held, Target? today, Target? then)
    {
        ShownCell Wanting(Target? target) => ShownCell.Of(CoverageCell.Of(key.Team, key.Skill, held, target));
        return new CellAhead(Wanting(today), Wanting(then));
    }
}
