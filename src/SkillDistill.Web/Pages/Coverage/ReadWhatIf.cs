using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Coverage;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Who may be chosen when it is asked what would fall without them, and how what they bear on stands.</summary>
internal sealed class ReadWhatIf(CoverageOfTeam coverageOfTeam, ReadMembers readMembers, LargeTeams largeTeams, SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Of so many of a name the first are shown.</summary>
    public const int MostFound = 50;

    /// <param name="team">One that the signed-in manager manages.</param>
    /// <param name="called">Part of a name: in a team of too many to choose from, those of that name are shown, and whoever was chosen.</param>
    /// <param name="chosen">Whoever is asked about, named or not.</param>
    public async Task<WhatIfOfTeam> OfAsync(Id<Team> team, Horizon horizon, string? called, IReadOnlyCollection<Id<Person>> chosen, CancellationToken cancellationToken)
    {
        if (!await largeTeams.IncludeAsync(team, cancellationToken))
        {
            var whole = await coverageOfTeam.ReadAsync(team, horizon, cancellationToken);
            return new WhatIfOfTeam(whole, whole.People, IsLarge: false, HasMore: false);
        }

        var here = db.PeopleOf([.. me.Teams.Branch(team)]);
        var found = await FindAsync(here, called, cancellationToken);
        var wanted = found.Take(MostFound).Concat(chosen).Distinct().ToList();
        var people = await readMembers.NamedAsync(here.Where(person => wanted.Contains(person.Id)), skills: null, cancellationToken);
        var skills = people.Where(person => chosen.Contains(person.PersonId)).SelectMany(person => person.Skills).Distinct().ToList();
        return new WhatIfOfTeam(
            await coverageOfTeam.OfSkillsAsync(team, horizon, skills, cancellationToken),
            [.. people.OrderBy(person => person.Name, StringComparer.OrdinalIgnoreCase).ThenBy(person => person.PersonId)],
            IsLarge: true,
            found.Count > MostFound);
    }

    /// <summary>Only those who are named, so that a name of somebody else is found as little as one that nobody has.</summary>
    private async Task<List<Id<Person>>> FindAsync(IQueryable<Person> here, string? called, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(called))
        {
            return [];
        }

        var (pattern, named) = (SearchPattern.Containing(called), db.Consenting(Purpose.ShowNamedCoverage, clock.GetUtcNow()));
        return await here.Where(person => EF.Functions.Like(SkillDistillDb.Lower(person.Name), pattern, SearchPattern.Escape) && named.Contains(person.Id))
            .OrderBy(person => person.Name).ThenBy(person => person.Id).Select(person => person.Id).Take(MostFound + 1).ToListAsync(cancellationToken);
    }
}

/// <param name="View">Of a large team what those who are chosen know alone, otherwise everything.</param>
/// <param name="People">Who may be chosen, by name.</param>
/// <param name="IsLarge">Whether the team has too many people to choose from, so that they are looked for by name.</param>
/// <param name="HasMore">Whether more of that name were found than are shown.</param>
internal sealed record WhatIfOfTeam(CoverageView View, IReadOnlyList<Member> People, bool IsLarge, bool HasMore);
