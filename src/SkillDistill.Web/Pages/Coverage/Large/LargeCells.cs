using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>The queries of a large team's page over the kept cells.</summary>
internal static class LargeCells
{
    /// <summary>Cells with a target.</summary>
    public static IQueryable<CoverageCell> Aimed(this SkillDistillDb db, TeamsOfCells of)
    {
        var (aimed, teams) = (db.CoverageCells.AsNoTracking().Where(cell => cell.HeadCount != null), of.Teams);
        return of.AreLeftOut ? aimed.Where(cell => !teams.Contains(cell.TeamId)) : aimed.Where(cell => teams.Contains(cell.TeamId));
    }

    /// <summary>Some teams by some skills.</summary>
    /// <remarks>By way of the teams, so that each team's cells are looked up by the key: a server that is told both lists at once makes a list of all cells of the teams, hundreds of thousands in a company.</remarks>
    public static IQueryable<CoverageCell> Cells(this SkillDistillDb db, IReadOnlyCollection<Id<Team>> teams, IReadOnlyCollection<Id<Skill>> skills) =>
        from total in db.CoverageTotals.AsNoTracking()
        join cell in db.CoverageCells.AsNoTracking() on total.TeamId equals cell.TeamId
        where teams.Contains(total.TeamId) && skills.Contains(cell.SkillId)
        select cell;

    /// <summary>In the order of an index, so that the first of very many are found at once.</summary>
    public static IQueryable<CoverageCell> WorstFirst(this IQueryable<CoverageCell> cells) =>
        cells.OrderBy(cell => cell.State).ThenByDescending(cell => cell.Missing).ThenBy(cell => cell.SkillId).ThenBy(cell => cell.TeamId);

    /// <summary>The skills that stand worst in some cells.</summary>
    public static Task<List<Id<Skill>>> WorstSkillsAsync(this IQueryable<CoverageCell> cells, int most, CancellationToken cancellationToken) =>
        cells.GroupBy(cell => cell.SkillId).Select(cells => new { Skill = cells.Key, Worst = cells.Min(cell => cell.State), Missing = cells.Sum(cell => cell.Missing) })
            .OrderBy(skill => skill.Worst).ThenByDescending(skill => skill.Missing).ThenBy(skill => skill.Skill).Select(skill => skill.Skill).Take(most).ToListAsync(cancellationToken);

    /// <summary>The same of lines that were read.</summary>
    public static IReadOnlyList<Id<Skill>> WorstSkills(this IEnumerable<ShownCell> lines, int most) =>
        [.. lines.GroupBy(line => line.SkillId).OrderBy(skill => skill.Min(line => line.State)).ThenByDescending(skill => skill.Sum(line => line.Missing)).ThenBy(skill => skill.Key).Select(skill => skill.Key).Take(most)];

    public static IQueryable<ShownCell> AsShown(this IQueryable<CoverageCell> cells) => cells.Select(ShownCell.Shown);
}

/// <param name="AreLeftOut">Whether it is all teams but these.</param>
internal sealed record TeamsOfCells(IReadOnlyCollection<Id<Team>> Teams, bool AreLeftOut)
{
    /// <summary>The team and those below. Of a company it is less to say which are not in it.</summary>
    public static TeamsOfCells Below(Id<Team> team, TeamTree tree)
    {
        var branch = tree.Branch(team);
        return branch.Count == tree.Count ? new TeamsOfCells([], AreLeftOut: true)
            : 2 * branch.Count > tree.Count ? new TeamsOfCells([.. tree.All.Except(branch)], AreLeftOut: true)
            : new TeamsOfCells(branch, AreLeftOut: false);
    }
}
