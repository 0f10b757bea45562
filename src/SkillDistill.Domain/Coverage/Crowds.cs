using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// The groups in which people are counted who must not be told apart. Each team is one; where it has fewer of them than <see cref="Anonymity.SmallestGroup"/>, they join the group of the team above. So groups never
/// overlap, a view shows the sum of the groups that lie wholly in it, and comparing a team's view with its parent's tells nothing that the groups did not tell already.
/// </summary>
internal static class Crowds
{
    /// <returns>Those of all teams that are large enough.</returns>
    public static Dictionary<Id<Team>, IReadOnlyList<T>> Of<T>(TeamTree tree, IEnumerable<T> people, Func<T, Id<Team>> team, Anonymity anonymity)
    {
        var groups = new Dictionary<Id<Team>, IReadOnlyList<T>>();
        var pools = people.GroupBy(team).ToDictionary(pool => pool.Key, pool => pool.ToList());
        foreach (var here in tree.All.OrderByDescending(here => tree.Lineage(here).Count))
        {
            var pool = pools.GetValueOrDefault(here, []);
            if (pool.Count >= anonymity.SmallestGroup)
            {
                groups[here] = pool;
            }
            else if (tree.Lineage(here) is [_, var above, ..] && pool.Count > 0)
            {
                pools[above] = [.. pools.GetValueOrDefault(above, []), .. pool];
            }
        }

        return groups;
    }
}
