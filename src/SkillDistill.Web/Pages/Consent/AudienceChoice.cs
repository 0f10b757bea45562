using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Makes an audience of what somebody chose on a form.</summary>
internal sealed class AudienceChoice(SkillDistillDb db)
{
    private static readonly char[] Separators = ['\n', '\r', ',', ';', '，', '；', '、'];

    /// <param name="chooser">Teams are chosen from one's own and those above it.</param>
    /// <param name="people">One a line: an address, "Name &lt;address&gt;", or a full name that only one person has.</param>
    public async Task<Outcome<Audience>> MakeAsync(AudienceScope? scope, Id<Team>? team, string? people, Asker chooser, CancellationToken cancellationToken) => scope switch
    {
        AudienceScope.Organisation => Audience.Organisation(),
        AudienceScope.Team when team is { } chosen && chooser.Lineage.Contains(chosen) => Audience.ForTeam(chosen),
        AudienceScope.Team => new TeamNotYours(),
        AudienceScope.People => await OfPeopleAsync(people ?? "", cancellationToken),
        _ => new ConsentWithoutAudience(),
    };

    private async Task<Outcome<Audience>> OfPeopleAsync(string people, CancellationToken cancellationToken)
    {
        var entries = people.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Address).Distinct().ToList();
        if (entries.Count is 0 or > Audience.PeopleLimit)
        {
            return new AudienceWithoutPeople(Audience.PeopleLimit);
        }

        var known = await db.People.AsNoTracking()
            .Where(person => person.DeactivatedAt == null && (entries.Contains(person.Email) || entries.Contains(person.Name)))
            .Select(person => new { person.Id, person.Email, person.Name })
            .ToListAsync(cancellationToken);
        var found = entries.ToDictionary(entry => entry, entry => known.Where(person => person.Email == entry || person.Name == entry).ToList());
        if (entries.Find(entry => found[entry].Count != 1) is { } unclear)
        {
            return found[unclear].Count == 0 ? new PersonNotKnown(unclear) : new PersonNotUnique(unclear);
        }

        return Audience.ForPeople(found.Values.Select(matches => matches[0].Id));
    }

    private static string Address(string entry)
    {
        var address = entry.EndsWith('>') && entry.LastIndexOf('<') is >= 0 and var start ? entry[(start + 1)..^1].Trim() : entry;
        return address.Contains('@', StringComparison.Ordinal) ? address.ToLowerInvariant() : address;
    }
}

internal sealed record TeamNotYours : Refusal
{
    public override string? Field => "Audience";
}

internal sealed record PersonNotKnown(string Entry) : Refusal
{
    public override string? Field => "Audience";

    public override IReadOnlyList<object> Arguments => [Entry];
}

internal sealed record PersonNotUnique(string Entry) : Refusal
{
    public override string? Field => "Audience";

    public override IReadOnlyList<object> Arguments => [Entry];
}
