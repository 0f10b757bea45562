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
    /// <param name="skill">The only one that is wanted, or null for all.</param>
    public async Task<MonthByMonth> OfAsync(Id<Team> team, Id<Skill>? skill, CancellationToken cancellationToken)
    {
        var thisMonth = CoverageMonth.Of(clock.GetUtcNow());
        var forgotten = CoverageMonth.Forgotten(thisMonth);
        var branch = me.Teams.Branch(team).ToList();
        var kept = db.CoverageMonths.AsNoTracking().Where(month => branch.Contains(month.TeamId) && month.Month > forgotten && db.Skills.Any(known => known.Id == month.SkillId && known.RetiredAt == null));
        return new MonthByMonth(await (skill is null ? kept : kept.Where(month => month.SkillId == skill)).ToListAsync(cancellationToken), thisMonth);
    }
}
