using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.PeopleSheets;

/// <summary>Holds a sheet of people against those who are there.</summary>
/// <param name="takes">Whether an account can have this address.</param>
internal sealed class WeighPeople(IReadOnlyList<KnownPerson> people, KnownTeams teams, Func<string, bool> takes)
{
    private readonly Dictionary<string, KnownPerson> _byEmail = people.ToDictionary(person => person.Email);
    private readonly Dictionary<string, IReadOnlyList<Id<Team>>> _called = [];

    public PeopleSheetView Weigh(IReadOnlyList<PersonLine> lines)
    {
        var (changes, mistakes, seen) = (new List<PersonChange>(), new List<SheetMistake>(), new Dictionary<string, int>());
        foreach (var line in lines)
        {
            if (MistakeIn(line, seen) is { } mistake)
            {
                mistakes.Add(mistake);
            }
            else
            {
                changes.Add(Change(line));
            }
        }

        mistakes.AddRange(WithoutAdmins(changes));
        return new PeopleSheetView(changes, [.. mistakes.OrderBy(mistake => mistake.Number)]);
    }

    private PersonChange Change(PersonLine line)
    {
        var before = _byEmail.GetValueOrDefault(line.Email);
        var team = line.Team.Length == 0 ? (Id<Team>?)null : Called(line.Team)[0];
        var what = before switch
        {
            null => PersonEffect.New,
            { IsHere: true } when line.State == PeopleSheet.Away => PersonEffect.Leaves,
            { IsHere: false } when line.State == PeopleSheet.Active => PersonEffect.Returns,
            _ => (before.Name, before.Title, before.TeamId) == (line.Name, line.Title, team) ? PersonEffect.Same : PersonEffect.Changed,
        };
        return new PersonChange(what, line, team, team is { } known ? teams.Way(known) : "", before);
    }

    private SheetMistake? MistakeIn(PersonLine line, Dictionary<string, int> seen)
    {
        var before = _byEmail.GetValueOrDefault(line.Email);
        return line switch
        {
            _ when before is null && (line.Email.Length is 0 or > Person.EmailLength || !takes(line.Email)) => Mistake("NoEmail", Short(line.Email)),
            _ when !seen.TryAdd(line.Email, line.Number) => Mistake("EmailTwice", seen[line.Email]),
            { Name.Length: 0 or > Person.NameLength } => Mistake("NoName", Person.NameLength),
            { Title.Length: > Person.JobTitleLength } => Mistake("LongTitle", Person.JobTitleLength),
            { Team.Length: > 0 } when Called(line.Team) is { Count: not 1 } called => Mistake(called.Count == 0 ? "NoTeam" : "SeveralTeams", Short(line.Team)),
            { State: null } => Mistake("NoState", Short(line.StateWord)),
            { State: PeopleSheet.Away } when before is null => Mistake("NewAway", line.Email),
            _ => null,
        };

        SheetMistake Mistake(string key, object argument) => new(line.Number, key, [argument]);
    }

    /// <summary>As with one person at a time, the organisation keeps an admin who is here.</summary>
    private IEnumerable<SheetMistake> WithoutAdmins(List<PersonChange> changes)
    {
        var after = changes.Where(change => change.Before is { IsAdmin: true }).ToDictionary(change => change.Before!.Id, change => change.What);
        var remain = people.Any(person => person.IsAdmin && (after.TryGetValue(person.Id, out var what) ? what is PersonEffect.Returns || (person.IsHere && what != PersonEffect.Leaves) : person.IsHere));
        return remain ? [] : changes.Where(change => change.What == PersonEffect.Leaves && change.Before!.IsAdmin).Select(change => new SheetMistake(change.Number, "LastAdmin", []));
    }

    private IReadOnlyList<Id<Team>> Called(string words) => _called.TryGetValue(words, out var known) ? known : _called[words] = teams.Called(words);

    private static string Short(string words) => words.Length > Person.NameLength ? $"{words[..Person.NameLength]}…" : words;
}
