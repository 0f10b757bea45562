using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
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
            .ToDictionaryAsync(person => person.Id, person => new { person.Name, IsGone = person.DeactivatedAt != null }, cancellationToken);
        var (rows, depths) = (new List<TeamRow>(teams.Count), new Dictionary<Id<Team>, int>());
        foreach (var id in tree.All)
        {
            // Those above come before.
            var team = teams[id];
            depths[id] = team.ParentId is { } parent ? depths[parent] + 1 : 0;
            var manager = team.ManagerId is { } known ? managers.GetValueOrDefault(known) : null;
            rows.Add(new TeamRow(team, depths[id], manager?.Name) { IsManagerGone = manager?.IsGone == true });
        }

        return rows;
    }

    public static IEnumerable<SelectListItem> Choices(this IEnumerable<TeamRow> rows) =>
        rows.Select(row => new SelectListItem(new string('\u2003', row.Depth) + row.Team.Name, row.Team.Id.ToString()));

    /// <summary>The same rows as a tree: those below a team stand in its node.</summary>
    public static IReadOnlyList<TeamNode> AsTree(this IReadOnlyList<TeamRow> rows)
    {
        var (roots, open) = (new List<TeamNode>(), new Stack<TeamNode>());
        foreach (var row in rows)
        {
            while (open.Count > row.Depth)
            {
                open.Pop();
            }

            foreach (var above in open)
            {
                above.All++;
            }

            var node = new TeamNode(row);
            (open.TryPeek(out var parent) ? parent.Below : roots).Add(node);
            open.Push(node);
        }

        return roots;
    }
}

/// <summary>A team, how many stand above it, and its manager's name if it has one.</summary>
internal sealed record TeamRow(Team Team, int Depth, string? Manager)
{
    /// <summary>Whether whoever manages it is deactivated, so that nobody reads its coverage.</summary>
    public bool IsManagerGone { get; init; }
}

internal sealed class TeamNode(TeamRow row)
{
    public TeamRow Row => row;

    public List<TeamNode> Below { get; } = [];

    /// <summary>How many teams stand below it, those below others included.</summary>
    public int All { get; set; }
}
