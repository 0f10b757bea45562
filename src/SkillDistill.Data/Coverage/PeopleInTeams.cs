using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage;

public static class PeopleInTeams
{
    /// <summary>Everybody who is in some teams.</summary>
    public static IQueryable<Person> PeopleOf(this SkillDistillDb db, IReadOnlyCollection<Id<Team>> teams) =>
        db.People.AsNoTracking().Where(person => person.DeactivatedAt == null && person.TeamId != null && teams.Contains(person.TeamId!.Value));

    /// <summary>Everybody who is in some teams, and as what coverage may know them at this moment.</summary>
    public static Task<IReadOnlyList<PersonInTeam>> PeopleInAsync(this SkillDistillDb db, IReadOnlyCollection<Id<Team>> teams, DateTimeOffset now, CancellationToken cancellationToken) =>
        db.PlacedAsync(db.PeopleOf(teams), now, cancellationToken);

    /// <summary>As what coverage may know some people at this moment: decided once, so that all that is reckoned stands on it.</summary>
    /// <param name="people">Of <see cref="PeopleOf"/>.</param>
    public static async Task<IReadOnlyList<PersonInTeam>> PlacedAsync(this SkillDistillDb db, IQueryable<Person> people, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var places = await people.Select(person => new { person.Id, Team = person.TeamId!.Value }).ToListAsync(cancellationToken);
        var consents = await db.ConsentsOfAsync(people.Select(person => person.Id), [Purpose.ShowNamedCoverage, Purpose.CountInCoverage], now, cancellationToken);
        return places.ConvertAll(place => consents.TryGetValue(place.Id, out var given)
            ? new PersonInTeam(place.Id, place.Team, given.Contains(Purpose.ShowNamedCoverage), given.Contains(Purpose.CountInCoverage))
            : new PersonInTeam(place.Id, place.Team, IsNamed: false, IsCounted: false));
    }
}

/// <param name="IsNamed">Whether they may be shown by name.</param>
/// <param name="IsCounted">Whether they may be counted without it.</param>
public sealed record PersonInTeam(Id<Person> Id, Id<Team> TeamId, bool IsNamed, bool IsCounted)
{
    /// <summary>Whether anything of theirs may be read.</summary>
    public bool IsShown => IsNamed || IsCounted;
}
