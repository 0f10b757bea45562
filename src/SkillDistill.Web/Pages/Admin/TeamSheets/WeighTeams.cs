using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>Holds a sheet of teams against those that are there.</summary>
internal sealed class WeighTeams(IReadOnlyList<Team> teams, IReadOnlyList<Leader> people, IReadOnlyList<TeamLine> lines)
{
    private readonly TeamsOfSheet _sheet = new(teams, lines);
    private readonly Dictionary<Id<Team>, Team> _byId = teams.ToDictionary(team => team.Id);
    private readonly Dictionary<string, Leader> _byEmail = people.ToDictionary(person => person.Email);
    private readonly Dictionary<Id<Person>, string> _emails = people.ToDictionary(person => person.Id, person => person.Email);
    private readonly Dictionary<Id<Team>, int> _lineOf = [];
    private readonly Dictionary<(Id<Team>? Parent, string Name), int> _lineAt = [];

    public TeamSheetView Weigh()
    {
        var (changes, mistakes) = (new List<TeamChange>(), new List<SheetMistake>());
        foreach (var line in lines)
        {
            if (Weigh(line, out var mistake) is { } change)
            {
                changes.Add(change);
            }
            else
            {
                mistakes.Add(mistake!);
            }
        }

        mistakes.AddRange(Misplaced(changes));
        return new TeamSheetView(changes, [.. mistakes.OrderBy(mistake => mistake.Number)]);
    }

    private TeamChange? Weigh(TeamLine line, out SheetMistake? mistake)
    {
        var (team, name, wrong) = line.Team.Length == 0 ? (null, null, new SheetMistake(line.Number, "NoTeamName", [])) : _sheet.TeamOf(line);
        var before = team is { } known ? _byId.GetValueOrDefault(known) : null;
        mistake = wrong ?? MistakeIn(line, team!.Value, name, before);
        if (mistake is not null)
        {
            return null;
        }

        var (parent, leader) = (_sheet.ParentOf(line).Team, line.Manager.Length == 0 ? (Id<Person>?)null : _byEmail[line.Manager].Id);
        return new TeamChange(
            line.Number,
            before is null ? TeamEffect.New : (before.ParentId, before.ManagerId) == (parent, leader) ? TeamEffect.Same : TeamEffect.Changed,
            team!.Value,
            name ?? before!.Name,
            parent,
            leader,
            line.Parent,
            line.Manager,
            before?.ParentId is { } above ? _sheet.Way(above) : "",
            before?.ManagerId is { } manager ? _emails.GetValueOrDefault(manager, "") : "");
    }

    private SheetMistake? MistakeIn(TeamLine line, Id<Team> team, string? newName, Team? before)
    {
        if (newName is { Length: 0 })
        {
            return new SheetMistake(line.Number, "NoTeamName", []);
        }

        if (newName is { Length: > Team.NameLength })
        {
            return new SheetMistake(line.Number, "TeamNameLong", [Team.NameLength]);
        }

        var parent = _sheet.ParentOf(line);
        return parent.Mistake ?? Twice(line, team, newName, parent.Team) ?? (IsManager(line.Manager, before) ? null : new SheetMistake(line.Number, "NoManager", [line.Manager]));
    }

    private SheetMistake? Twice(TeamLine line, Id<Team> team, string? newName, Id<Team>? parent)
    {
        if (!_lineOf.TryAdd(team, line.Number))
        {
            return new SheetMistake(line.Number, "TeamTwice", [_lineOf[team]]);
        }

        return newName is null || _lineAt.TryAdd((parent, newName.ToNameKey()), line.Number) ? null : new SheetMistake(line.Number, "TeamTwice", [_lineAt[(parent, newName.ToNameKey())]]);
    }

    /// <summary>Whether it stands where it did not stand before.</summary>
    private bool IsPlaced(TeamChange change) => !_byId.TryGetValue(change.Team, out var before) || before.ParentId != change.Parent;

    /// <summary>Somebody who is away stays the manager they are, and becomes none.</summary>
    private bool IsManager(string email, Team? before) => email.Length == 0 || (_byEmail.TryGetValue(email, out var leader) && (leader.IsHere || before?.ManagerId == leader.Id));

    private IEnumerable<SheetMistake> Misplaced(List<TeamChange> changes)
    {
        var parents = _sheet.Parents(changes.Select(change => (change.Team, change.Parent)));
        var (circles, levels) = (TeamTree.BelowThemselves(parents), TeamTree.Levels(parents));
        var names = _byId.Values.Select(team => (team.Id, team.Name)).Concat(changes.Where(change => change.What == TeamEffect.New).Select(change => (Id: change.Team, change.Name)));
        var places = names.ToLookup(team => (parents[team.Id], team.Name.ToNameKey()));
        return changes.Select(change =>
            circles.Contains(change.Team) ? new SheetMistake(change.Number, "TeamCircle", [change.Name])
            : change.What != TeamEffect.Same && levels.TryGetValue(change.Team, out var level) && level > TeamTree.MostLevels ? new SheetMistake(change.Number, "TeamDeep", [change.Name, TeamTree.MostLevels])
            : IsPlaced(change) && places[(change.Parent, change.Name.ToNameKey())].Count() > 1 ? new SheetMistake(change.Number, "TeamThere", [change.Name])
            : null).OfType<SheetMistake>();
    }
}

/// <summary>Somebody who may be a manager.</summary>
internal sealed record Leader(Id<Person> Id, string Email, bool IsHere);
