using System.Collections.Concurrent;

namespace SkillDistill.Domain.People;

/// <summary>The whole team tree, for questions of the kind "is this team below that one". Safe against a cycle in bad data.</summary>
public sealed class TeamTree
{
    /// <summary>How deep a sheet may make the tree.</summary>
    public const int MostLevels = 50;

    private readonly Dictionary<Id<Team>, Team> _teams;
    private readonly ILookup<Id<Team>?, Team> _children;

    // A tree is asked the same by every request until a team changes.
    private readonly ConcurrentDictionary<Id<Team>, IReadOnlyList<Id<Team>>> _branches = [];

    public TeamTree(IEnumerable<Team> teams)
    {
        _teams = teams.ToDictionary(team => team.Id);
        _children = _teams.Values.OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase).ThenBy(team => team.Id).ToLookup(team => team.ParentId);
    }

    public int Count => _teams.Count;

    /// <summary>Every team, parents before children, brothers by name.</summary>
    public IEnumerable<Id<Team>> All => Below(null).SelectMany(root => Branch(root.Id));

    /// <exception cref="KeyNotFoundException">It is not in the tree; ask <see cref="Contains"/> first.</exception>
    public Team this[Id<Team> team] => _teams[team];

    public bool Contains(Id<Team> team) => _teams.ContainsKey(team);

    /// <summary>The teams directly below this one, by name; those with nothing above them for null.</summary>
    public IEnumerable<Team> Below(Id<Team>? team) => _children[team];

    /// <summary>The team itself, then its parent, up to the root. Empty when the team is unknown.</summary>
    public IReadOnlyList<Id<Team>> Lineage(Id<Team>? team)
    {
        var (lineage, seen) = (new List<Id<Team>>(), new HashSet<Id<Team>>());
        while (team is { } id && _teams.TryGetValue(id, out var known) && seen.Add(id))
        {
            lineage.Add(id);
            team = known.ParentId;
        }

        return lineage;
    }

    /// <summary>The team itself and every team below it, parents before children, brothers by name.</summary>
    public IReadOnlyList<Id<Team>> Branch(Id<Team> root) => Contains(root) ? _branches.GetOrAdd(root, WalkDown) : [];

    private List<Id<Team>> WalkDown(Id<Team> root)
    {
        var (branch, seen) = (new List<Id<Team>>(), new HashSet<Id<Team>>());
        var open = new Stack<Id<Team>>([root]);
        while (open.TryPop(out var id))
        {
            if (!seen.Add(id))
            {
                continue;
            }

            branch.Add(id);
            foreach (var child in _children[id].Reverse())
            {
                open.Push(child.Id);
            }
        }

        return branch;
    }

    /// <summary>Whether another team stands directly below the same one, as this tree has it, under the same name: capitals, blanks and widths of letters aside.</summary>
    public bool HasTwin(Team team) => Below(team.ParentId).Any(other => other.Id != team.Id && other.Name.ToNameKey() == team.Name.ToNameKey());

    /// <summary>The teams directly below, by name.</summary>
    public IReadOnlyList<Id<Team>> Children(Id<Team> team) => [.. Below(team).Select(child => child.Id)];

    /// <summary>Every team this person manages: those naming them as manager, and all below.</summary>
    public IReadOnlyList<Id<Team>> ManagedBy(Id<Person> person)
    {
        var own = _teams.Values.Where(team => team.ManagerId == person).Select(team => team.Id).ToList();
        return own is [var only] ? Branch(only) : [.. own.SelectMany(Branch).Distinct()];
    }

    /// <summary>
    /// Puts many teams elsewhere at once: all of them, or none where any team would be below itself. Two that change places could not do so one after the other.
    /// </summary>
    /// <param name="places">Under which team each of those that move goes; null for the root.</param>
    public Outcome<TeamTree> Rearrange(IReadOnlyDictionary<Id<Team>, Id<Team>?> places)
    {
        var after = _teams.Values.ToDictionary(team => team.Id, team => places.TryGetValue(team.Id, out var place) ? place : team.ParentId);
        if (BelowThemselves(after).Count > 0)
        {
            return new TeamBelowItself();
        }

        foreach (var (team, place) in places)
        {
            _teams[team].Place(place);
        }

        return new TeamTree(_teams.Values);
    }

    /// <summary>The teams that would be above themselves, however far up: those on a circle, and not those that merely hang below one.</summary>
    /// <param name="parents">Of each team the one above it.</param>
    public static IReadOnlySet<Id<Team>> BelowThemselves(IReadOnlyDictionary<Id<Team>, Id<Team>?> parents)
    {
        var (circles, done) = (new HashSet<Id<Team>>(), new HashSet<Id<Team>>());
        foreach (var start in parents.Keys)
        {
            var (way, at) = (new List<Id<Team>>(), (Id<Team>?)start);
            var onWay = new Dictionary<Id<Team>, int>();
            while (at is { } team && !done.Contains(team) && onWay.TryAdd(team, way.Count))
            {
                way.Add(team);
                at = parents.GetValueOrDefault(team);
            }

            if (at is { } met && onWay.TryGetValue(met, out var first))
            {
                circles.UnionWith(way[first..]);
            }

            done.UnionWith(way);
        }

        return circles;
    }

    /// <summary>Of each team how many levels down it stands, 1 for the root; none for those on a circle or below one.</summary>
    /// <param name="parents">Of each team the one above it.</param>
    public static IReadOnlyDictionary<Id<Team>, int> Levels(IReadOnlyDictionary<Id<Team>, Id<Team>?> parents)
    {
        var levels = new Dictionary<Id<Team>, int>();
        var below = parents.ToLookup(team => team.Value, team => team.Key);
        var open = new Queue<(Id<Team> Team, int Level)>(below[null].Select(root => (root, 1)));
        while (open.TryDequeue(out var at))
        {
            levels[at.Team] = at.Level;
            foreach (var team in below[at.Team])
            {
                open.Enqueue((team, at.Level + 1));
            }
        }

        return levels;
    }
}
