using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Says in words whom an audience means. Load what will be shown first; then ask.</summary>
internal sealed class AudienceNames(SkillDistillDb db, IStringLocalizer<ConsentText> text, IStringLocalizer<Words> words)
{
    private readonly Dictionary<Guid, string> _teams = [];
    private readonly Dictionary<Guid, (string Name, string Email)> _people = [];

    public async Task LoadAsync(IEnumerable<Audience> audiences, CancellationToken cancellationToken)
    {
        var shown = audiences.ToList();
        var teams = shown.Where(audience => audience.TeamKey is not null).Select(audience => new Id<Team>(audience.TeamKey!.Value)).Distinct().ToList();
        var people = shown.SelectMany(audience => audience.PeopleKeys).Distinct().Select(key => new Id<Person>(key)).ToList();
        await LoadTeamsAsync(teams, cancellationToken);
        if (people.Count > 0)
        {
            foreach (var person in await db.People.AsNoTracking().Where(person => people.Contains(person.Id)).Select(person => new { person.Id, person.Name, person.Email }).ToListAsync(cancellationToken))
            {
                _people[person.Id.Value] = (person.Name, person.Email);
            }
        }
    }

    public async Task LoadTeamsAsync(IReadOnlyList<Id<Team>> teams, CancellationToken cancellationToken)
    {
        if (teams.Count > 0)
        {
            foreach (var team in await db.Teams.IgnoreQueryFilters().AsNoTracking().Where(team => teams.Contains(team.Id)).Select(team => new { team.Id, team.Name }).ToListAsync(cancellationToken))
            {
                _teams[team.Id.Value] = team.Name;
            }
        }
    }

    public string Of(Audience audience) => audience.Scope switch
    {
        AudienceScope.Organisation => words["Scope.Organisation"],
        AudienceScope.Team => text["Audience.Team", Team(audience.TeamKey!.Value)],
        AudienceScope.People => string.Join(text["Audience.Comma"], audience.PeopleKeys.Select(key => _people.TryGetValue(key, out var person) ? person.Name : text["Audience.Gone"].Value)),
        _ => words["Scope.Private"],
    };

    public string Team(Guid team) => _teams.GetValueOrDefault(team, text["Audience.Gone"]);

    /// <summary>The people as lines that can be edited and sent back.</summary>
    public string Lines(Audience audience) => string.Join('\n', audience.PeopleKeys.Where(_people.ContainsKey).Select(key => $"{_people[key].Name} <{_people[key].Email}>"));
}
