using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// The groups in which unnamed people are counted. Each team is one; where it has fewer unnamed people than <see cref="Anonymity.SmallestGroup"/>,
/// they join the group of the team above. So groups never overlap, a view shows the sum of the groups that lie wholly in it, and comparing a
/// team's view with its parent's tells nothing that the groups did not tell already.
/// </summary>
internal sealed class UnnamedGroups
{
    private readonly TeamTree _tree;
    private readonly Dictionary<Id<Team>, IReadOnlyList<Member>> _groups;
    private readonly Dictionary<Id<Team>, List<IReadOnlyList<Member>>> _within = [];

    public UnnamedGroups(TeamTree tree, Id<Team> root, IEnumerable<Member> members)
    {
        _tree = tree;
        _groups = Crowds.Of(tree, root, members.Where(member => member.Showing != Showing.Named), member => member.TeamId);
    }

    /// <summary>Of how many unnamed people of the team and those below this is so, as far as it may be said. It is asked of those only who agreed to be counted.</summary>
    public int AtLeast(Id<Team> team, Func<Member, bool> isSo) =>
        Within(team).Sum(group => Anonymity.AtLeast(group.Count(member => member.Showing == Showing.Counted && isSo(member)), group.Count));

    /// <summary>The groups that lie wholly in the team and those below: kept, since a heatmap asks thousands of times.</summary>
    private List<IReadOnlyList<Member>> Within(Id<Team> team)
    {
        if (!_within.TryGetValue(team, out var groups))
        {
            _within[team] = groups = [.. _tree.Branch(team).Where(_groups.ContainsKey).Select(below => _groups[below])];
        }

        return groups;
    }
}
