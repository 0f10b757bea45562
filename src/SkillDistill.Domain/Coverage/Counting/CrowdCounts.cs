using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage.Counting;

/// <summary>All that may be said of unnamed people: that of several crowds is the sum of what is said of each.</summary>
public sealed class CrowdCounts(IEnumerable<CrowdCount> counts)
{
    private readonly Dictionary<Id<Skill>, List<CrowdCount>> _bySkill = counts.GroupBy(count => count.SkillId).ToDictionary(skill => skill.Key, skill => skill.ToList());

    public IEnumerable<Id<Skill>> Skills => _bySkill.Keys;

    /// <param name="teams">A team and those below it: the crowds of these lie wholly in it.</param>
    /// <param name="number">Which of what is said of a crowd.</param>
    public int AtLeast(IReadOnlySet<Id<Team>> teams, Id<Skill> skill, Func<CrowdCount, int> number) =>
        _bySkill.TryGetValue(skill, out var said) ? said.Where(count => teams.Contains(count.TeamId)).Sum(number) : 0;
}
