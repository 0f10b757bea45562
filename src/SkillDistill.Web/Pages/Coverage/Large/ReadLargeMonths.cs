using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>What is kept of the months of a large team and those that are below it now, but for skills that are out of use.</summary>
internal sealed class ReadLargeMonths(SkillDistillDb db, LargeTotals totals, CurrentPerson me, TimeProvider clock)
{
    private DateOnly ThisMonth => CoverageMonth.Of(clock.GetUtcNow());

    /// <summary>Of some lines alone, each looked up by its key.</summary>
    public async Task<MonthByMonth> OfAsync(IReadOnlyCollection<ShownCell> lines, CancellationToken cancellationToken)
    {
        if (lines.Count == 0)
        {
            return new MonthByMonth([], ThisMonth);
        }

        var asked = string.Join(", ", lines.Select((_, number) => string.Create(CultureInfo.InvariantCulture, $"({{{2 * number + 1}}}, {{{2 * number + 2}}})")));
        var sql = $"""
            WITH line(team_id, skill_id) AS (VALUES {asked})
            SELECT kept.team_id, kept.skill_id, kept.month, kept.state
            FROM line
            JOIN coverage_months AS kept ON kept.team_id = line.team_id AND kept.skill_id = line.skill_id AND kept.month > {"{0}"}
            """;
        object[] keys = [CoverageMonth.Forgotten(ThisMonth), .. lines.SelectMany(line => new object[] { line.TeamId.Value, line.SkillId.Value })];
        return new MonthByMonth(await db.CoverageMonths.FromSqlRaw(sql, keys).AsNoTracking().ToListAsync(cancellationToken), ThisMonth);
    }

    /// <summary>How many targets stood how when each month began, and how they stand now.</summary>
    /// <param name="team">One that the signed-in manager manages.</param>
    /// <returns>Null where it was not reckoned yet.</returns>
    public async Task<ToldMonths?> ToldAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        if (await totals.ReadAsync(team, cancellationToken) is not { } own)
        {
            return null;
        }

        var (of, before) = (TeamsOfCells.Below(team, me.Teams), ThisMonth.AddMonths(-MonthByMonth.ToldMonths));
        var kept = db.CoverageMonths.AsNoTracking().Where(month => month.Month > before && db.Skills.Any(skill => skill.Id == month.SkillId && skill.RetiredAt == null));
        var counts = await (of.AreLeftOut ? kept.Where(month => !of.Teams.Contains(month.TeamId)) : kept.Where(month => of.Teams.Contains(month.TeamId)))
            .GroupBy(month => new { month.Month, month.State }).Select(months => new { months.Key.Month, months.Key.State, Targets = months.Count() }).ToListAsync(cancellationToken);
        return new ToldMonths(me.Teams[team].Name, MonthByMonth.Told(counts.GroupBy(count => count.Month).ToDictionary(month => month.Key, month => Standing.Of(month.Select(count => (count.State, count.Targets)))), ThisMonth), own.Standing(), CoverageLook.DayOf(clock.GetUtcNow()));
    }
}
