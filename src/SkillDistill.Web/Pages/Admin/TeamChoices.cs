using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>All teams in the order of the tree, those below others set in.</summary>
internal static class TeamChoices
{
    public static async Task<IReadOnlyList<TeamRow>> TeamRowsAsync(this SkillDistillDb db, CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(team => team.Id, cancellationToken);
        var tree = new TeamTree(teams.Values);
        var managers = await db.People.AsNoTracking().Where(person => db.Teams.Any(team => team.ManagerId == person.Id))
            .ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return [.. teams.Values.Where(team => team.ParentId is null).OrderBy(team => team.Name, StringComparer.OrdinalIgnoreCase)
            .SelectMany(root => tree.Branch(root.Id))
            .Select(id => new TeamRow(teams[id], tree.Lineage(id).Count - 1, teams[id].ManagerId is { } manager ? managers.GetValueOrDefault(manager) : null))];
    }

    public static IEnumerable<SelectListItem> Choices(this IEnumerable<TeamRow> rows) =>
        rows.Select(row => new SelectListItem(new string('\u2003', row.Depth) + row.Team.Name, row.Team.Id.ToString()));
}

/// <summary>A team, how many stand above it, and its manager's name if it has one.</summary>
internal sealed record TeamRow(Team Team, int Depth, string? Manager);
