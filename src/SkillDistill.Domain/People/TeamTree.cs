namespace SkillDistill.Domain.People;

/// <summary>The whole team tree, for questions of the kind "is this team below that one". Safe against a cycle in bad data.</summary>
public sealed class TeamTree
{
    private readonly Dictionary<Id<Team>, Team> _teams;
    private readonly ILookup<Id<Team>?, Team> _children;

    public TeamTree(IEnumerable<Team> teams)
    {
        _teams = teams.ToDictionary(team => team.Id);
        _children = _teams.Values.ToLookup(team => team.ParentId);
    }

    /// <summary>The team itself, then its parent, up to the root. Empty when the team is unknown.</summary>
    public IReadOnlyList<Id<Team>> Lineage(Id<Team>? team)
    {
        var lineage = new List<Id<Team>>();
        while (team is { } id && _teams.TryGetValue(id, out var known) && !lineage.Contains(id))
        {
            lineage.Add(id);
            team = known.ParentId;
        }

        return lineage;
    }

    /// <summary>The team itself and every team below it, parents before children, brothers by name.</summary>
    public IReadOnlyList<Id<Team>> Branch(Id<Team> root)
    {
        var branch = new List<Id<Team>>();
        var open = new Stack<Id<Team>>([root]);
        while (open.TryPop(out var id))
        {
            if (!_teams.ContainsKey(id) || branch.Contains(id))
            {
                continue;
            }

            branch.Add(id);
            foreach (var child in _children[id].OrderByDescending(team => team.Name, StringComparer.OrdinalIgnoreCase))
            {
                open.Push(child.Id);
            }
        }

        return branch;
    }

    /// <summary>The teams directly below, by name.</summary>
    public IReadOnlyList<Id<Team>> Children(Id<Team> team) => [.. _children[team].OrderBy(child => child.Name, StringComparer.OrdinalIgnoreCase).ThenBy(child => child.Id).Select(child => child.Id)];

    /// <summary>Every team this person manages: those naming them as manager, and all below.</summary>
    public IReadOnlyList<Id<Team>> ManagedBy(Id<Person> person) =>
        [.. _teams.Values.Where(team => team.ManagerId == person).SelectMany(team => Branch(team.Id)).Distinct()];
}
