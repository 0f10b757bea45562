using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>
/// Which teams the lines of a sheet mean: those that are there, by their name or the way to them, and new ones, to which others may refer by either, in whichever order they stand.
/// </summary>
internal sealed class TeamsOfSheet
{
    /// <summary>Letters of a way, and how many new teams may be known by ways that lead over each other: beyond that nothing is found, before a hostile sheet leads anywhere.</summary>
    private const int LongestWay = 4_000;

    private const int MostWays = 100;

    private readonly IReadOnlyList<Team> _teams;
    private readonly KnownTeams _known;
    private readonly ILookup<(Id<Team>? Parent, string Name), Id<Team>> _places;
    private readonly Dictionary<int, (Id<Team> Id, string Name)> _new = [];
    private readonly ILookup<string, TeamLine> _newByName;
    private readonly Dictionary<int, ParentOfLine> _parents = [];
    private readonly HashSet<int> _asking = [];

    public TeamsOfSheet(IReadOnlyList<Team> teams, IReadOnlyList<TeamLine> lines)
    {
        (_teams, _known) = (teams, new KnownTeams(teams));
        _places = teams.ToLookup(team => (team.ParentId, Key(team.Name)), team => team.Id);
        var unknown = lines.Where(line => line.Team.Length > 0 && _known.Called(line.Team).Count == 0).ToList();
        var names = unknown.Select(line => line.Team).ToHashSet(StringComparer.OrdinalIgnoreCase);

        // A name that reads as a way is one, whether or not what it begins with is known: a team that is called by it could not be told from one below another.
        foreach (var line in unknown)
        {
            _new[line.Number] = (Id<Team>.New(), Team.IsWay(line.Team) || (Front(line.Team) is { Length: > 0 } front && (_known.Called(front).Count > 0 || names.Contains(front))) ? Last(line.Team) : line.Team);
        }

        _newByName = unknown.ToLookup(line => _new[line.Number].Name, StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What the sheet calls a team that is there.</summary>
    public string Way(Id<Team> team) => _known.Way(team);

    /// <summary>The team of a line, new or not; or why it is none.</summary>
    public (Id<Team>? Team, string? NewName, SheetMistake? Mistake) TeamOf(TeamLine line)
    {
        var called = _known.Called(line.Team);
        if (called.Count == 1)
        {
            return (called[0], null, null);
        }

        var parent = ParentOf(line);
        if (parent.Mistake is not null)
        {
            return (null, null, parent.Mistake);
        }

        // Several are called so: the one that stands there already. So a line that moved one of them means the same team the second time.
        var name = _new.TryGetValue(line.Number, out var made) ? made.Name : line.Team;
        if (_places[(parent.Team, Key(name))].ToList() is [var there])
        {
            return (there, null, null);
        }

        if (called.Count > 1)
        {
            return (null, null, new SheetMistake(line.Number, "SeveralTeams", [line.Team]));
        }

        return name == line.Team || FrontIs(line, parent.Team)
            ? (made.Id, name, null)
            : (null, null, new SheetMistake(line.Number, "NoTeamThere", [line.Team, name]));
    }

    /// <summary>The team above, null for none.</summary>
    public ParentOfLine ParentOf(TeamLine line)
    {
        if (!_parents.TryGetValue(line.Number, out var parent))
        {
            // Whoever asks for its own way on the way to it gets no answer: no team is found by that.
            _asking.Add(line.Number);
            parent = line.Parent.Length == 0 ? new(null, null) : Called(line.Parent) switch
            {
                [] => new(null, new SheetMistake(line.Number, "NoParent", [line.Parent])),
                [var one] => new(one, null),
                _ => new(null, new SheetMistake(line.Number, "SeveralTeams", [line.Parent])),
            };
            _asking.Remove(line.Number);
            _parents[line.Number] = parent;
        }

        return parent;
    }

    /// <summary>Of each team the one above it, as it would be.</summary>
    public Dictionary<Id<Team>, Id<Team>?> Parents(IEnumerable<(Id<Team> Team, Id<Team>? Parent)> places)
    {
        var parents = _teams.ToDictionary(team => team.Id, team => team.ParentId);
        foreach (var (team, parent) in places)
        {
            parents[team] = parent;
        }

        return parents;
    }

    /// <summary>By name among those that are there and new ones; where none is called so, by the way to it.</summary>
    private List<Id<Team>> Called(string words)
    {
        if (words.Length > LongestWay || _asking.Count > MostWays)
        {
            return [];
        }

        List<Id<Team>> byName = [.. _known.Called(words), .. _newByName[words].Select(line => _new[line.Number].Id)];
        if (byName.Count > 0 || Front(words) is not { Length: > 0 } front)
        {
            return [.. byName.Distinct()];
        }

        var above = Called(front);
        return [.. _newByName[Last(words)].Where(line => !_asking.Contains(line.Number) && ParentOf(line).Team is { } parent && above.Contains(parent)).Select(line => _new[line.Number].Id).Distinct()];
    }

    private bool FrontIs(TeamLine line, Id<Team>? parent) => parent is { } team && Called(Front(line.Team)).Contains(team);

    private static string Key(string name) => name.ToNameKey();

    private static string Front(string way) => way.LastIndexOf('/') is > 0 and var cut ? way[..cut].TrimEnd() : "";

    private static string Last(string way) => way[(way.LastIndexOf('/') + 1)..].TrimStart();
}

internal sealed record ParentOfLine(Id<Team>? Team, SheetMistake? Mistake);
