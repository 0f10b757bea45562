using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// The groups in which people are counted who must not be told apart. Each team is one; where it has fewer of them than <see cref="Anonymity.SmallestGroup"/>, they join the group of the team above. So groups never
/// overlap, and which there are does not depend on what anybody decided.
/// </summary>
internal static class Crowds
{
    /// <returns>Those of the teams from the root down that are large enough.</returns>
    public static Dictionary<Id<Team>, IReadOnlyList<T>> Of<T>(TeamTree tree, Id<Team> root, IEnumerable<T> people, Func<T, Id<Team>> team)
    {
        var groups = new Dictionary<Id<Team>, IReadOnlyList<T>>();
        var pools = people.GroupBy(team).ToDictionary(pool => pool.Key, pool => pool.ToList());
        foreach (var here in tree.Branch(root).Reverse())
        {
            var pool = pools.GetValueOrDefault(here, []);
            if (pool.Count >= Anonymity.SmallestGroup)
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
