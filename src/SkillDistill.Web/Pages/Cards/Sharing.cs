using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>What an owner may choose as an audience, and what it is called: themselves, people by name, a team they are in, or everybody.</summary>
internal sealed class Sharing(SkillDistillDb db, CurrentPerson me)
{
    private const int FoundLimit = 8;

    public async Task<AudienceOffer> OfferAsync(string prefix, AudienceForm form, CancellationToken cancellationToken)
    {
        var picker = await PickerAsync($"{prefix}.{nameof(form.People)}", "People", form.People, form.PeopleQuery, cancellationToken);
        return new AudienceOffer(prefix, form, await MyTeamsAsync(cancellationToken), picker);
    }

    /// <summary>A field to pick colleagues in.</summary>
    /// <param name="name">The name under which the picked ones are posted; what is looked for is posted with "Query" behind it.</param>
    /// <param name="key">The start of the keys of its texts.</param>
    public async Task<Picker> PickerAsync(string name, string key, IReadOnlyCollection<Guid> chosen, string? typed, CancellationToken cancellationToken) => new(
        name,
        $"{name}Query",
        typed,
        "/people/search",
        key,
        await PeopleAsync(chosen, cancellationToken),
        [.. (await FindPeopleAsync(typed, cancellationToken)).ExceptBy(chosen, pick => pick.Id)]);

    /// <returns>The one colleague who was picked; null where nobody was, more than one, or somebody who is not here.</returns>
    public async Task<Id<Person>?> OneAsync(IReadOnlyCollection<Guid> picked, CancellationToken cancellationToken) =>
        picked.Count == 1 && (await PeopleAsync(picked, cancellationToken)).Count == 1 ? new Id<Person>(picked.First()) : null;

    public async Task<Outcome<Audience>> ReadAsync(AudienceForm form, CancellationToken cancellationToken)
    {
        switch (form.Scope)
        {
            case AudienceScope.Organisation:
                return Audience.Organisation();
            case AudienceScope.Team:
                var teams = me.Asker.Lineage;
                var team = form.Team is { } key ? new Id<Team>(key) : teams.Count > 0 ? teams[0] : default;
                return teams.Contains(team) ? Audience.ForTeam(team) : new AudienceWithoutTeam();
            case AudienceScope.People:
                return Audience.ForPeople((await PeopleAsync(form.People, cancellationToken)).Select(pick => new Id<Person>(pick.Id)));
            default:
                return Audience.Private();
        }
    }

    /// <summary>The teams the person is in, nearest first.</summary>
    public async Task<IReadOnlyList<Pick>> MyTeamsAsync(CancellationToken cancellationToken)
    {
        var lineage = me.Asker.Lineage.ToList();
        var teams = await db.Teams.AsNoTracking().Where(team => lineage.Contains(team.Id)).Select(team => new { team.Id, team.Name }).ToListAsync(cancellationToken);
        return [.. teams.OrderBy(team => lineage.IndexOf(team.Id)).Select(team => new Pick(team.Id.Value, team.Name))];
    }

    /// <summary>The names behind an audience: of its team, or of its people.</summary>
    public async Task<IReadOnlyList<string>> NamesAsync(Audience audience, CancellationToken cancellationToken) => audience.Scope switch
    {
        AudienceScope.Team => await db.Teams.IgnoreQueryFilters().Where(team => team.Id == new Id<Team>(audience.TeamKey ?? default)).Select(team => team.Name).ToListAsync(cancellationToken),
        AudienceScope.People => [.. (await PeopleAsync(audience.PeopleKeys, cancellationToken)).Select(pick => pick.Label)],
        _ => [],
    };

    public async Task<IReadOnlyList<Pick>> FindPeopleAsync(string? words, CancellationToken cancellationToken)
    {
        var wanted = (words ?? "").Trim();
        if (wanted.Length is 0 or > Person.NameLength)
        {
            return [];
        }

        var found = await db.People.AsNoTracking()
            .Where(person => person.DeactivatedAt == null && person.Id != me.Id)
            .Holding(person => person.Name + "\n" + person.JobTitle, wanted)
            .OrderBy(person => person.Name).Take(FoundLimit)
            .Select(person => new { person.Id, person.Name, person.JobTitle }).ToListAsync(cancellationToken);
        return [.. found.Select(person => new Pick(person.Id.Value, person.Name, person.JobTitle))];
    }

    private async Task<IReadOnlyList<Pick>> PeopleAsync(IEnumerable<Guid> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Distinct().Select(key => new Id<Person>(key)).ToList();
        var people = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id) && person.DeactivatedAt == null).OrderBy(person => person.Name)
            .Select(person => new { person.Id, person.Name, person.JobTitle }).ToListAsync(cancellationToken);
        return [.. people.Select(person => new Pick(person.Id.Value, person.Name, person.JobTitle))];
    }
}

/// <summary>Nobody was picked, more than one, or somebody who is not here.</summary>
/// <param name="In">The field in which they are picked.</param>
internal sealed record ColleagueMissing(string In) : Refusal
{
    public override string? Field => In;
}

internal sealed record AudienceWithoutTeam : Refusal
{
    public override string? Field => "Audience";
}
