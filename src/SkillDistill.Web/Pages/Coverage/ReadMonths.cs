using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The months that are kept of a team and those that are below it now, but for skills that are out of use.</summary>
internal sealed class ReadMonths(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <param name="team">One that the signed-in manager manages.</param>
    public Task<MonthByMonth> OfAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var branch = me.Teams.Branch(team).ToList();
        return ReadAsync(db.CoverageMonths.Where(month => branch.Contains(month.TeamId)), cancellationToken);
    }

    /// <summary>Of the team's own line of a skill alone.</summary>
    /// <param name="team">One that the signed-in manager manages.</param>
    public Task<MonthByMonth> OfLineAsync(Id<Team> team, Id<Skill> skill, CancellationToken cancellationToken) =>
        ReadAsync(db.CoverageMonths.Where(month => month.TeamId == team && month.SkillId == skill), cancellationToken);

    private async Task<MonthByMonth> ReadAsync(IQueryable<CoverageMonth> months, CancellationToken cancellationToken)
    {
        var thisMonth = CoverageMonth.Of(clock.GetUtcNow());
        var forgotten = CoverageMonth.Forgotten(thisMonth);
        return new MonthByMonth(await months.AsNoTracking().Where(month => month.Month > forgotten && db.Skills.Any(known => known.Id == month.SkillId && known.RetiredAt == null)).ToListAsync(cancellationToken), thisMonth);
    }
}
