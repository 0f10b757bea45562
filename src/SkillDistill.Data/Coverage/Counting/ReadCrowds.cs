using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.Counting;

public static class ReadCrowds
{
    /// <summary>Who of some named people was not named when they were counted last.</summary>
    public static async Task<HashSet<Id<Person>>> CountedTooAsync(this SkillDistillDb db, List<Id<Person>> named, CancellationToken cancellationToken) =>
        [.. await db.CrowdMembers.Where(member => named.Contains(member.PersonId)).Select(member => member.PersonId).ToListAsync(cancellationToken)];

    /// <summary>What is said of the crowds of some teams, about skills in use.</summary>
    public static IQueryable<CrowdCount> CountsOf(this SkillDistillDb db, IReadOnlyCollection<Id<Team>> teams) =>
        db.CrowdCounts.AsNoTracking().Where(count => teams.Contains(count.TeamId) && db.Skills.Any(skill => skill.Id == count.SkillId && skill.RetiredAt == null));
}
