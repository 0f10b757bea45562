using System.Data.Common;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Coverage of random organisations, reckoned a second time in plain SQL by the formulas of docs/coverage.md: every line must agree.</summary>
public sealed class RecountingCoverage : IDisposable
{
    private const int Organisations = 50;

    private static readonly Horizon[] Horizons = Enum.GetValues<Horizon>();

    private readonly House _house = new();

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Every_line_of_fifty_organisations_agrees_with_a_recount_in_plain_sql()
    {
        var random = new Random(20261129);
        var skills = (await _house.SkillsAsync()).Take(5).ToList();
        var (lines, unnamed, twice, states, depths) = (0, 0, 0, new HashSet<CoverageState>(), new HashSet<DepthOfJudgement>());
        for (var round = 0; round < Organisations; round++)
        {
            var teams = await _house.FoundAsync(random, skills);
            await _house.RunAsync<CountCrowds>();
            if (round % 2 == 0)
            {
                // Whoever gives their name after that may be in a number too.
                await _house.GiveNamesAsync(random, teams);
            }

            foreach (var team in teams.Where((_, at) => at == 0 || random.Next(3) == 0))
            {
                var horizon = Horizons[random.Next(Horizons.Length)];
                var view = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, horizon, CancellationToken.None));
                var reckoned = view.Lines.Select(Line.Of).ToList();

                var recounted = await RecountAsync(team, CoverageLook.DayOf(Now).AddMonths((int)horizon));

                Assert.Equal(recounted.Order(), reckoned.Order());
                var some = skills.Where(_ => random.Next(3) == 0).ToList();
                var alone = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.OfSkillsAsync(team, horizon, some, CancellationToken.None));
                Assert.Equal(reckoned.Where(line => some.Exists(skill => skill.Value == line.Skill)).Order(), alone.Lines.Select(Line.Of).Order());
                (lines, unnamed) = (lines + recounted.Count, unnamed + recounted.Count(line => line.Unnamed > 0));
                twice += recounted.Count(line => line.Unnamed % 5 > 0);
                states.UnionWith(recounted.Select(line => line.State));
                depths.UnionWith(recounted.Select(line => line.Depth));
            }
        }

        // Or it would agree about nothing.
        Assert.True(lines > 500 && unnamed > 50 && twice > 10, $"{lines} lines, {unnamed} with unnamed people, in {twice} of them less those who gave their name since");
        Assert.Equal(Enum.GetValues<CoverageState>().Length, states.Count);
        Assert.Equal(Enum.GetValues<DepthOfJudgement>().Length, depths.Count);
    }

    /// <summary>
    /// The same by SQL alone: a pool of unnamed people for each team, emptied upwards from the leaves where it is too small, and counts over what is left. Later are those who were in a crowd when it was counted and are named now: they are in the pools still.
    /// </summary>
    private Task<List<Line>> RecountAsync(Id<Team> root, DateOnly day) => _house.InStoreAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        var connection = db.Database.GetDbConnection();
        try
        {
            await RunAsync(connection, root, "CREATE TEMP TABLE branch AS SELECT id, 0 AS depth FROM teams WHERE 1 = 0");
            await RunAsync(connection, root, "CREATE TEMP TABLE seen AS SELECT id, team_id AS home, team_id AS pool, 0 AS named, 0 AS counted, 0 AS later FROM people WHERE 1 = 0");
            await RunAsync(connection, root, "INSERT INTO branch WITH RECURSIVE b(id, depth) AS (SELECT id, 0 FROM teams WHERE id = @root UNION SELECT t.id, b.depth + 1 FROM teams t JOIN b ON t.parent_id = b.id) SELECT id, depth FROM b");
            await RunAsync(connection, root, $"""
                INSERT INTO seen
                SELECT p.id, p.team_id, p.team_id, {Consents("ShowNamedCoverage")}, {Consents("CountInCoverage")}, 0
                FROM people p JOIN branch b ON b.id = p.team_id WHERE p.deactivated_at IS NULL
                """);
            await RunAsync(connection, root, "UPDATE seen SET later = 1 WHERE named = 1 AND id IN (SELECT person_id FROM crowd_members)");
            for (var depth = RandomOrganisations.MostTeams; depth > 0; depth--)
            {
                await RunAsync(connection, root, $"""
                    UPDATE seen SET pool = (SELECT t.parent_id FROM teams t WHERE t.id = seen.pool)
                    WHERE named = later AND pool IN (SELECT b.id FROM branch b WHERE b.depth = {depth})
                    AND (SELECT COUNT(*) FROM seen other WHERE other.named = other.later AND other.pool = seen.pool) < 10
                    """);
            }

            return await ReadAsync(connection, root, $"""
                WITH RECURSIVE below(top, id) AS (SELECT id, id FROM branch UNION SELECT below.top, t.id FROM teams t JOIN below ON t.parent_id = below.id),
                fresh AS (
                    SELECT c.owner_id, s.skill_id FROM cards c JOIN card_skills s ON s.card_id = c.id JOIN card_revisions r ON r.id = c.current_revision_id
                    WHERE c.status = 'Accepted' AND c.audience_scope <> 'Private' AND r.kind <> 'Voice' GROUP BY c.owner_id, s.skill_id HAVING MAX(c.review_by) >= @now),
                above(team, id, up) AS (SELECT id, id, 0 FROM branch UNION SELECT above.team, t.parent_id, above.up + 1 FROM above JOIN teams t ON t.id = above.id WHERE t.parent_id IS NOT NULL),
                due AS (
                    SELECT t.team_id, t.skill_id, t.level, t.head_count, t.reach FROM targets t WHERE (t.due_on IS NULL OR t.due_on <= @day)
                    AND NOT EXISTS (SELECT 1 FROM targets o WHERE o.team_id = t.team_id AND o.skill_id = t.skill_id AND o.due_on <= @day AND (t.due_on IS NULL OR o.due_on > t.due_on))),
                coming AS (SELECT a.team AS team_id, d.skill_id, d.level, d.head_count, a.up FROM above a JOIN due d ON d.team_id = a.id WHERE a.up = 0 OR d.reach = 'Each'),
                wanted AS (
                    SELECT c.team_id, c.skill_id, c.level, c.head_count FROM coming c
                    WHERE c.head_count > 0 AND c.up = (SELECT MIN(n.up) FROM coming n WHERE n.team_id = c.team_id AND n.skill_id = c.skill_id)),
                said AS (
                    SELECT c.owner_id, s.skill_id, MAX(CASE WHEN r.kind IN ('Process', 'Fact') THEN 1 ELSE 0 END) AS steps, MAX(CASE WHEN r.kind IN ('Judgement', 'RedFlag') THEN 1 ELSE 0 END) AS judged
                    FROM cards c JOIN card_skills s ON s.card_id = c.id JOIN card_revisions r ON r.id = c.current_revision_id
                    WHERE c.status = 'Accepted' AND c.audience_scope <> 'Private' AND r.kind <> 'Voice' AND c.review_by >= @now GROUP BY c.owner_id, s.skill_id),
                line AS (
                    SELECT w.team_id, w.skill_id, w.level, w.head_count FROM wanted w
                    UNION ALL SELECT b.id, s.id, 3, NULL FROM branch b CROSS JOIN skills s WHERE b.depth = 0 AND s.id NOT IN (SELECT w.skill_id FROM wanted w)),
                held AS (
                    SELECT l.team_id, l.skill_id, l.head_count, p.level >= l.level AS holds, seen.named, seen.counted, seen.later, seen.home, seen.pool, seen.id,
                           EXISTS (SELECT 1 FROM fresh WHERE fresh.owner_id = seen.id AND fresh.skill_id = l.skill_id) AS is_fresh, COALESCE(said.steps, 0) AS steps, COALESCE(said.judged, 0) AS judged
                    FROM line l CROSS JOIN seen LEFT JOIN said ON said.owner_id = seen.id AND said.skill_id = l.skill_id LEFT JOIN proficiencies p ON p.person_id = seen.id AND p.skill_id = l.skill_id),
                named AS (
                    SELECT h.team_id, h.skill_id, COUNT(*) AS holders, SUM(CASE WHEN h.is_fresh THEN 1 ELSE 0 END) AS fresh, SUM(h.steps) AS steps, SUM(h.judged) AS judged,
                           SUM(h.later) AS later, SUM(CASE WHEN h.is_fresh THEN h.later ELSE 0 END) AS later_fresh, SUM(h.later * h.steps) AS later_steps, SUM(h.later * h.judged) AS later_judged
                    FROM held h JOIN below ON below.top = h.team_id AND below.id = h.home WHERE h.named = 1 AND h.holds GROUP BY h.team_id, h.skill_id),
                pools AS (
                    SELECT h.team_id, h.skill_id, h.pool, COUNT(*) AS size,
                           SUM(CASE WHEN h.counted = 1 AND h.holds THEN 1 ELSE 0 END) AS holders, SUM(CASE WHEN h.counted = 1 AND h.holds AND h.is_fresh THEN 1 ELSE 0 END) AS fresh,
                           SUM(CASE WHEN h.counted = 1 AND h.holds THEN h.steps ELSE 0 END) AS steps, SUM(CASE WHEN h.counted = 1 AND h.holds THEN h.judged ELSE 0 END) AS judged
                    FROM held h JOIN below ON below.top = h.team_id AND below.id = h.pool WHERE h.named = h.later GROUP BY h.team_id, h.skill_id, h.pool HAVING COUNT(*) >= 10),
                unnamed AS (
                    SELECT team_id, skill_id,
                           SUM(CASE WHEN holders / 5 < (size - 5) / 5 THEN holders / 5 ELSE (size - 5) / 5 END) * 5 AS holders, SUM(CASE WHEN fresh / 5 < (size - 5) / 5 THEN fresh / 5 ELSE (size - 5) / 5 END) * 5 AS fresh,
                           SUM(CASE WHEN steps / 5 < (size - 5) / 5 THEN steps / 5 ELSE (size - 5) / 5 END) * 5 AS steps, SUM(CASE WHEN judged / 5 < (size - 5) / 5 THEN judged / 5 ELSE (size - 5) / 5 END) * 5 AS judged
                    FROM pools GROUP BY team_id, skill_id),
                less AS (
                    SELECT l.team_id, l.skill_id, l.head_count, COALESCE(n.holders, 0) AS named, COALESCE(n.fresh, 0) AS named_fresh, COALESCE(n.steps, 0) AS named_steps, COALESCE(n.judged, 0) AS named_judged,
                           {AtLeast("0", "COALESCE(u.holders, 0) - COALESCE(n.later, 0)")} AS holders, {AtLeast("0", "COALESCE(u.fresh, 0) - COALESCE(n.later_fresh, 0)")} AS fresh,
                           {AtLeast("0", "COALESCE(u.steps, 0) - COALESCE(n.later_steps, 0)")} AS steps, {AtLeast("0", "COALESCE(u.judged, 0) - COALESCE(n.later_judged, 0)")} AS judged
                    FROM line l LEFT JOIN named n ON n.team_id = l.team_id AND n.skill_id = l.skill_id LEFT JOIN unnamed u ON u.team_id = l.team_id AND u.skill_id = l.skill_id),
                told AS (
                    SELECT team_id, skill_id, head_count, named, named_fresh, named + holders AS all_holders, holders, {AtMost("holders", "fresh")} AS fresh,
                           named_steps + {AtMost("holders", "steps")} AS all_steps, named_judged + {AtMost("holders", "judged")} AS all_judged FROM less)
                SELECT team_id, skill_id, head_count, named, holders, named_fresh, fresh,
                       CASE WHEN head_count IS NULL THEN 'NoTarget' WHEN all_holders = 0 THEN 'Gap' WHEN all_holders = 1 THEN 'SinglePointOfFailure' WHEN all_holders < head_count THEN 'Thin' ELSE 'Covered' END,
                       CASE WHEN all_judged > 1 THEN 'TwoAuthors' WHEN all_judged = 1 THEN 'Judgement' WHEN all_steps > 0 THEN 'Process' ELSE 'NothingKnown' END
                FROM told
                WHERE head_count IS NOT NULL OR all_holders > 0
                """, day);
        }
        finally
        {
            await RunAsync(connection, root, "DROP TABLE IF EXISTS seen");
            await RunAsync(connection, root, "DROP TABLE IF EXISTS branch");
            await db.Database.CloseConnectionAsync();
        }
    });

    private static string AtLeast(string number, string other) => $"CASE WHEN {other} > {number} THEN {other} ELSE {number} END";

    private static string AtMost(string number, string other) => $"CASE WHEN {other} < {number} THEN {other} ELSE {number} END";

    private static string Consents(string purpose) => $"""
        CASE WHEN EXISTS (SELECT 1 FROM consents c WHERE c.subject_id = p.id AND c.purpose = '{purpose}' AND c.state IN ('Given', 'Renewed') AND c.ends_at > @now)
        AND EXISTS (SELECT 1 FROM consents c WHERE c.subject_id = p.id AND c.purpose = 'HoldProfile' AND c.state IN ('Given', 'Renewed') AND c.ends_at > @now) THEN 1 ELSE 0 END
        """;

    private async Task RunAsync(DbConnection connection, Id<Team> root, string sql)
    {
        await using var command = Command(connection, root, sql);
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<Line>> ReadAsync(DbConnection connection, Id<Team> root, string sql, DateOnly day)
    {
        await using var command = Command(connection, root, sql, day);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<Line>();
        while (await rows.ReadAsync())
        {
            int Number(int at) => Convert.ToInt32(rows.GetValue(at), CultureInfo.InvariantCulture);
            lines.Add(new Line(rows.GetGuid(0), rows.GetGuid(1), await rows.IsDBNullAsync(2) ? null : Number(2), Number(3), Number(4), Number(5), Number(6), Enum.Parse<CoverageState>(rows.GetString(7)), Enum.Parse<DepthOfJudgement>(rows.GetString(8))));
        }

        return lines;
    }

    private DbCommand Command(DbConnection connection, Id<Team> root, string sql, DateOnly day = default)
    {
        var command = connection.CreateCommand();
        command.CommandText = sql;
        Add("@root", root.Value);
        Add("@day", day);
        Add("@now", House.OnPostgres ? Now : Now.UtcTicks);
        return command;

        void Add(string name, object value)
        {
            if (sql.Contains(name, StringComparison.Ordinal))
            {
                var parameter = command.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value);
                command.Parameters.Add(parameter);
            }
        }
    }

    /// <summary>One line of coverage, as far as it is numbers.</summary>
    private sealed record Line(Guid Team, Guid Skill, int? HeadCount, int Named, int Unnamed, int NamedFresh, int UnnamedFresh, CoverageState State, DepthOfJudgement Depth) : IComparable<Line>
    {
        public static Line Of(CoverageLine line) =>
            new(line.TeamId.Value, line.SkillId.Value, line.HeadCount, line.Named.Count, line.Unnamed, line.Confirmed(isFresh: true).Count(), line.UnnamedFresh, line.State, line.Depth);

        public int CompareTo(Line? other) => (Team, Skill, HeadCount ?? 0).CompareTo((other!.Team, other.Skill, other.HeadCount ?? 0));
    }
}
