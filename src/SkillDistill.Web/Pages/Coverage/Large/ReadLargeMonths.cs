using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
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

        // One row for each line and not for each of its months, of which there are thousands.
        var keys = lines.Select(line => line.Key).ToList();
        var sql = $"""
            WITH {CellKeys.Asked(keys, 1)}
            SELECT kept.team_id AS team_id, kept.skill_id AS skill_id, string_agg(CAST(kept.month AS text) || kept.state, ',') AS months
            FROM asked
            JOIN coverage_months AS kept ON kept.team_id = asked.team_id AND kept.skill_id = asked.skill_id AND kept.month > {"{0}"}
            GROUP BY kept.team_id, kept.skill_id
            """;
        var kept = await db.Database.SqlQueryRaw<MonthsOfLine>(sql, [CoverageMonth.Forgotten(ThisMonth), .. CellKeys.Values(keys)]).ToListAsync(cancellationToken);
        return new MonthByMonth(kept.ToDictionary(line => (new Id<Team>(line.TeamId), new Id<Skill>(line.SkillId)), IReadOnlyDictionary<DateOnly, CoverageState> (line) => line.States()), ThisMonth);
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

    /// <param name="Months">Each as its first day and how the line stood, parted by commas.</param>
    private sealed record MonthsOfLine(Guid TeamId, Guid SkillId, string Months)
    {
        private const int Day = 10;

        public Dictionary<DateOnly, CoverageState> States() =>
            Months.Split(',').ToDictionary(month => DateOnly.ParseExact(month.AsSpan(0, Day), "yyyy-MM-dd", CultureInfo.InvariantCulture), month => Enum.Parse<CoverageState>(month.AsSpan(Day)));
    }
}
