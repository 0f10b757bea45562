using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The teams whose coverage the signed-in manager may read.</summary>
internal sealed class ReadManagedTeams(SkillDistillDb db, CurrentPerson me)
{
    /// <summary>In the order of the tree, each with how deep it lies.</summary>
    public async Task<IReadOnlyList<ManagedTeam>> Async(CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var tree = new TeamTree(teams);
        var (managed, names) = (me.ManagedTeams.ToHashSet(), teams.ToDictionary(team => team.Id, team => team.Name));
        return [.. me.ManagedTeams.Select(id => new ManagedTeam(id, names[id], tree.Lineage(id).Count(managed.Contains) - 1))];
    }

    /// <returns>The team asked for, or the first where none is; null where it is none of theirs.</returns>
    public Id<Team>? Choose(Id<Team>? asked) => asked is not { } team ? me.ManagedTeams[0] : me.ManagedTeams.Contains(team) ? team : null;
}

internal sealed record ManagedTeam(Id<Team> Id, string Name, int Depth);
