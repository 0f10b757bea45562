using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.Counting;

public static class ReadCrowds
{
    /// <summary>What is said of the crowds of some teams, about skills in use.</summary>
    public static IQueryable<CrowdCount> CountsOf(this SkillDistillDb db, IReadOnlyCollection<Id<Team>> teams) =>
        db.CrowdCounts.AsNoTracking().Where(count => teams.Contains(count.TeamId) && db.Skills.Any(skill => skill.Id == count.SkillId && skill.RetiredAt == null));
}
