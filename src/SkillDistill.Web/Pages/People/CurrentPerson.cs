using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.People;

/// <summary>
/// Who makes this request, read anew from the store each time, so that a changed team, duty or deactivation holds at the next request everywhere.
/// </summary>
public sealed class CurrentPerson
{
    private Person? _person;

    public bool IsKnown => _person is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in; ask <see cref="IsKnown"/> first.</exception>
    public Person Person => _person ?? throw new InvalidOperationException("Nobody is signed in.");

    public Id<Person> Id => Person.Id;

    /// <summary>The person as one who wants to read or ask.</summary>
    public Asker Asker { get; private set; } = new(default, []);

    /// <summary>Every team this person manages, sub-teams included.</summary>
    public IReadOnlyList<Id<Team>> ManagedTeams { get; private set; } = [];

    public bool IsManager => ManagedTeams.Count > 0;

    public bool IsAdmin => _person?.IsAdmin == true;

    public bool IsAuditor => _person?.IsAuditor == true;

    /// <summary>All teams, as they were when the request came; shared between requests, to be read only.</summary>
    internal TeamTree Teams { get; private set; } = new([]);

    internal void Become(Person person, TeamTree tree)
    {
        (_person, Teams) = (person, tree);
        Asker = new Asker(person.Id, tree.Lineage(person.TeamId));
        ManagedTeams = tree.ManagedBy(person.Id);
    }
}
