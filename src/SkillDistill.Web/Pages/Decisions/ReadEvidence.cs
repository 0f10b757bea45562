using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.Coverage.RollingUp;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>What a manager decides upon: how the answers of the team's agents were, and what the team must be able to do in eighteen months.</summary>
internal sealed class ReadEvidence(SkillDistillDb db, SettleCoverage settle, ReadCellsAhead readAhead, CurrentPerson me)
{
    /// <param name="team">One that the signed-in manager manages.</param>
    public async Task<Evidence> ReadAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var (quarter, shares) = await SharesAsync(team, cancellationToken);
        return new Evidence(me.Teams[team].Name, shares.IsSaid ? quarter : null, shares, await WantedAsync(team, cancellationToken));
    }

    /// <summary>Those of the last quarter that was reckoned, of the groups that lie wholly in the team and those below.</summary>
    private async Task<(DateOnly? Quarter, AnswerShares Shares)> SharesAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var branch = me.Teams.Branch(team).ToList();
        var quarter = await db.QuarterShares.MaxAsync(shares => (DateOnly?)shares.Quarter, cancellationToken);
        var groups = await db.QuarterShares.AsNoTracking().Where(shares => shares.Quarter == quarter && branch.Contains(shares.TeamId)).OrderBy(shares => shares.TeamId).ToListAsync(cancellationToken);
        return (quarter, AnswerShares.Sum(groups.Select(group => group.Shares)));
    }

    /// <summary>Of the team itself: those below have evidence of their own. By name. From kept cells, so that of a company nobody is read.</summary>
    private async Task<IReadOnlyList<WantedSkill>> WantedAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        await settle.RunAsync(cancellationToken);
        IReadOnlyList<ShownCell> today = await db.Aimed(new TeamsOfCells([team], AreLeftOut: false)).WorstFirst().AsShown().ToListAsync(cancellationToken);
        var later = (await readAhead.OfAsync([team], Horizon.EighteenMonths, cancellationToken)).Over(today, PickedCells.All);
        var (now, then) = (today.ToDictionary(line => line.SkillId), later.ToDictionary(line => line.SkillId));
        var names = await db.SkillNamesAsync([.. now.Keys.Union(then.Keys)], cancellationToken);
        return [.. now.Keys.Union(then.Keys).Select(skill => new WantedSkill(skill, names[skill].Label, now.GetValueOrDefault(skill), then.GetValueOrDefault(skill))).OrderBy(skill => skill.Label, StringComparer.CurrentCulture)];
    }
}

/// <param name="Quarter">That of the shares; null where nothing may be said, for whatever reason.</param>
/// <param name="Wanted">What has a target now or in eighteen months.</param>
internal sealed record Evidence(string TeamName, DateOnly? Quarter, AnswerShares Shares, IReadOnlyList<WantedSkill> Wanted)
{
    public IEnumerable<DecisionTarget> Targets => Wanted.Select(skill => DecisionTarget.Of(skill.SkillId, Of(skill.Now), Of(skill.Then)));

    private static (int People, int Level) Of(ShownCell? line) => (line?.HeadCount ?? 0, line?.Level ?? 0);
}

/// <summary>A skill as it is wanted today and in eighteen months, each against those who hold it today.</summary>
/// <param name="Now">Null where nobody is wanted today.</param>
/// <param name="Then">Null where nobody is wanted any more.</param>
internal sealed record WantedSkill(Id<Skill> SkillId, string Label, ShownCell? Now, ShownCell? Then);
