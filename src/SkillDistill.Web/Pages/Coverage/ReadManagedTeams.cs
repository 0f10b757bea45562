using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The teams whose coverage the signed-in manager may read.</summary>
internal sealed class ReadManagedTeams(CurrentPerson me)
{
    /// <summary>In the order of the tree, each with how deep it lies.</summary>
    public IReadOnlyList<ManagedTeam> All()
    {
        var managed = me.ManagedTeams.ToHashSet();
        return [.. me.ManagedTeams.Select(id => new ManagedTeam(id, me.Teams[id].Name, me.Teams.Lineage(id).Count(managed.Contains) - 1))];
    }

    /// <summary>Those that are below no other of theirs, by name.</summary>
    public IReadOnlyList<Id<Team>> Topmost()
    {
        var managed = me.ManagedTeams.ToHashSet();
        // Whoever manages a team manages those below it, so that the one above tells.
        return [.. managed.Where(team => me.Teams[team].ParentId is not { } above || !managed.Contains(above)).OrderBy(NameOf, StringComparer.CurrentCulture)];
    }

    public string NameOf(Id<Team> team) => me.Teams[team].Name;

    /// <returns>The team asked for, or the first where none is; null where it is none of theirs.</returns>
    public Id<Team>? Choose(Id<Team>? asked) => asked is not { } team ? me.ManagedTeams[0] : me.ManagedTeams.Contains(team) ? team : null;
}

internal sealed record ManagedTeam(Id<Team> Id, string Name, int Depth);
