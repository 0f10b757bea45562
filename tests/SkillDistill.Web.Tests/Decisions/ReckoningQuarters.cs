using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Reach;

namespace SkillDistill.Web.Tests.Decisions;

/// <summary>The answers of a quarter are reckoned once, from those who agreed, and told to managers in steps.</summary>
public sealed class ReckoningQuarters : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_page_tells_what_was_reckoned_of_enough_people()
    {
        var team = await _house.PlatformAsync();
        await ManyAsync(team, 6, isCounted: true, documented: 2, judgement: 3);
        await ManyAsync(team, 5, isCounted: false, documented: 9, judgement: 0);
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/decision?team={team}");
        Assert.NotNull(dafydd.Page.QuerySelector("[data-too-few]"));

        await _house.ReckonAsync();

        await dafydd.OpenAsync($"/coverage/decision?team={team}");
        Assert.Null(dafydd.Page.QuerySelector("[data-too-few]"));
        Assert.Equal(["2", "3", "0"], dafydd.Page.QuerySelectorAll("[data-share]").Select(share => share.GetAttribute("data-fifths")));
        Assert.Contains("July 2026 to September 2026, of at least 5 people's agents.", dafydd.Text, StringComparison.Ordinal);
    }

    /// <summary>Said again in plain SQL: shares by author, then their mean.</summary>
    [Fact]
    public async Task What_is_reckoned_agrees_with_a_recount_in_plain_sql()
    {
        var (team, random) = (await _house.PlatformAsync(), new Random(36));
        for (var author = 0; author < 14; author++)
        {
            await _house.AuthorAsync(team, author % 3 != 0, random.Next(0, 9), random.Next(0, 9), random.Next(3, 9));
        }

        await _house.AuthorAsync(team, isCounted: true, 400, asker: "dafydd");
        await _house.AuthorAsync(team, isCounted: true, 400, at: Quarters.During.AddMonths(2));
        await _house.AuthorAsync(team, isCounted: true, 2);

        await _house.ReckonAsync();

        var (counted, fifths) = await RecountAsync(team);
        var shares = await _house.SharesAsync(team);
        Assert.Equal(9, counted);
        Assert.Equal((5, fifths[0], fifths[1], fifths[2]), (shares.Authors, shares.Documented, shares.Judgement, shares.CannotTell));
    }

    [Fact]
    public async Task Whoever_decides_otherwise_after_the_reckoning_changes_no_byte_of_it_for_anybody_above()
    {
        var team = await _house.PlatformAsync();
        var authors = await ManyAsync(team, 5, isCounted: true, documented: 4, judgement: 1);
        authors.AddRange(await ManyAsync(team, 6, isCounted: false, documented: 4, judgement: 1));
        await _house.ReckonAsync();
        var seen = new SeenUpward(_house, [team.ToString()]);
        var before = await seen.ReadAsync("dafydd", "ada");
        var now = _house.Clock.GetUtcNow();

        await _house.DecideAsync(authors[0], stream => stream.Withdraw(authors[0], Purpose.CountInCoverage, now).Refusal);
        await _house.ReckonAsync();
        SeenUpward.AssertSame(before, await seen.ReadAsync("dafydd", "ada"), "withdrew");

        await _house.DecideAsync(authors[^1], stream => Quarters.Give(stream, Purpose.CountInCoverage, now));
        await _house.ReckonAsync();
        SeenUpward.AssertSame(before, await seen.ReadAsync("dafydd", "ada"), "agreed");
    }

    [Fact]
    public async Task Too_few_look_the_same_whatever_the_reason()
    {
        var team = await _house.PlatformAsync();
        var dafydd = await _house.SignedInAsync("dafydd");
        async Task<string> ShownAsync() => (await dafydd.OpenAsync($"/coverage/decision?team={team}")).Page.QuerySelector("[aria-labelledby=answers]")!.OuterHtml;
        var nothingReckoned = await ShownAsync();

        await ManyAsync(team, 12, isCounted: false, documented: 9, judgement: 9);
        await _house.ReckonAsync();

        Assert.Equal(nothingReckoned, await ShownAsync());
    }

    [Fact]
    public async Task Somebody_who_withdrew_is_in_no_later_quarter_and_old_ones_go()
    {
        var team = await _house.PlatformAsync();
        var authors = await ManyAsync(team, 5, isCounted: true, documented: 4, judgement: 1);
        await ManyAsync(team, 6, isCounted: false, documented: 4, judgement: 1);
        await _house.ReckonAsync();
        Assert.True((await _house.SharesAsync(team)).IsSaid);
        var now = _house.Clock.GetUtcNow();
        await _house.DecideAsync(authors[0], stream => stream.Withdraw(authors[0], Purpose.CountInCoverage, now).Refusal);

        _house.Clock.Advance(TimeSpan.FromDays(70));
        await _house.ReckonAsync();

        var rows = await _house.InStoreAsync(db => db.QuarterShares.AsNoTracking().Where(shares => shares.TeamId == team).OrderBy(shares => shares.Quarter).ToListAsync());
        Assert.Equal([(new DateOnly(2026, 7, 1), 5), (new DateOnly(2026, 10, 1), 0)], rows.Select(row => (row.Quarter, row.Authors)));
        _house.Clock.Advance(TimeSpan.FromDays(3 * 365));
        await _house.ReckonAsync();
        Assert.Single(await _house.InStoreAsync(db => db.QuarterShares.Where(shares => shares.TeamId == team).ToListAsync()));
    }

    private async Task<List<Id<Person>>> ManyAsync(Id<Team> team, int authors, bool isCounted, int documented, int judgement)
    {
        var people = new List<Id<Person>>();
        for (; authors > 0; authors--)
        {
            people.Add(await _house.AuthorAsync(team, isCounted, documented, judgement));
        }

        return people;
    }

    private Task<(int Counted, int[] Fifths)> RecountAsync(Id<Team> team) => _house.InStoreAsync(async db =>
    {
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = """
            SELECT COUNT(*), AVG(d * 1.0 / n), AVG(j * 1.0 / n), AVG(c * 1.0 / n) FROM (
                SELECT a.owner_id, COUNT(*) AS n, SUM(CASE WHEN t.verdict = 'DocumentedProcess' THEN 1 ELSE 0 END) AS d,
                       SUM(CASE WHEN t.verdict = 'JudgementCall' THEN 1 ELSE 0 END) AS j, SUM(CASE WHEN t.verdict = 'CannotTell' THEN 1 ELSE 0 END) AS c
                FROM turns t JOIN conversations v ON v.id = t.conversation_id JOIN agents a ON a.id = v.agent_id JOIN people p ON p.id = a.owner_id
                WHERE p.team_id = @team AND t.state = 'Answered' AND t.answered_at >= @from AND t.answered_at < @to
                AND v.asker_id NOT IN (SELECT m.manager_id FROM teams m WHERE m.manager_id IS NOT NULL AND (m.id = @team OR m.parent_id IS NULL))
                AND EXISTS (SELECT 1 FROM consents k WHERE k.subject_id = a.owner_id AND k.purpose = 'CountInCoverage' AND k.state = 'Given')
                GROUP BY a.owner_id HAVING COUNT(*) >= 3) AS author
            """;
        var (from, to) = (Quarter.Begin(new DateOnly(2026, 7, 1)), Quarter.Begin(new DateOnly(2026, 10, 1)));
        foreach (var (name, value) in new (string, object)[] { ("@team", team.Value), ("@from", House.OnPostgres ? from : from.UtcTicks), ("@to", House.OnPostgres ? to : to.UtcTicks) })
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.Value) = (name, value);
            command.Parameters.Add(parameter);
        }

        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        int Fifths(int at) => (int)Math.Round(5 * Convert.ToDouble(row.GetValue(at), CultureInfo.InvariantCulture), MidpointRounding.AwayFromZero);
        return (Convert.ToInt32(row.GetValue(0), CultureInfo.InvariantCulture), new[] { Fifths(1), Fifths(2), Fifths(3) });
    });
}
