using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>What a manager decides upon: how the answers of the team's agents were, and what the team must be able to do in eighteen months.</summary>
internal sealed class ReadEvidence(SkillDistillDb db, CoverageOfTeam coverage, CurrentPerson me)
{
    /// <param name="team">One that the signed-in manager manages.</param>
    public async Task<Evidence> ReadAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var views = await coverage.ReadAsync(team, [Horizon.Now, Horizon.EighteenMonths], cancellationToken);
        var (quarter, shares) = await SharesAsync(team, cancellationToken);
        return new Evidence(views[0].TeamName, shares.IsSaid ? quarter : null, shares, Wanted(team, views[0], views[1]));
    }

    /// <summary>Those of the last quarter that was reckoned, of the groups that lie wholly in the team and those below.</summary>
    private async Task<(DateOnly? Quarter, AnswerShares Shares)> SharesAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var branch = me.Teams.Branch(team).ToList();
        var quarter = await db.QuarterShares.MaxAsync(shares => (DateOnly?)shares.Quarter, cancellationToken);
        var groups = await db.QuarterShares.AsNoTracking().Where(shares => shares.Quarter == quarter && branch.Contains(shares.TeamId)).OrderBy(shares => shares.TeamId).ToListAsync(cancellationToken);
        return (quarter, AnswerShares.Sum(groups.Select(group => group.Shares)));
    }

    /// <summary>Of the team itself: those below have evidence of their own. By name.</summary>
    private static List<WantedSkill> Wanted(Id<Team> team, CoverageView now, CoverageView then)
    {
        Dictionary<Id<Skill>, CoverageLine> Aimed(CoverageView view) => view.Lines.Where(line => line.TeamId == team && line.HeadCount is not null).ToDictionary(line => line.SkillId);
        var (today, later) = (Aimed(now), Aimed(then));
        return [.. today.Keys.Union(later.Keys).Select(skill => new WantedSkill(skill, now.Label(skill), today.GetValueOrDefault(skill), later.GetValueOrDefault(skill))).OrderBy(skill => skill.Label, StringComparer.CurrentCulture)];
    }
}

/// <param name="Quarter">That of the shares; null where nothing may be said, for whatever reason.</param>
/// <param name="Wanted">What has a target now or in eighteen months.</param>
internal sealed record Evidence(string TeamName, DateOnly? Quarter, AnswerShares Shares, IReadOnlyList<WantedSkill> Wanted)
{
    public IEnumerable<DecisionTarget> Targets => Wanted.Select(skill => DecisionTarget.Of(skill.SkillId, Of(skill.Now), Of(skill.Then)));

    private static (int People, int Level) Of(CoverageLine? line) => (line?.HeadCount ?? 0, line?.Level ?? 0);
}

/// <summary>A skill as it is wanted today and in eighteen months, each against those who hold it today.</summary>
/// <param name="Now">Null where nobody is wanted today.</param>
/// <param name="Then">Null where nobody is wanted any more.</param>
internal sealed record WantedSkill(Id<Skill> SkillId, string Label, CoverageLine? Now, CoverageLine? Then);
