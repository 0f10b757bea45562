using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>The page of a team of very many people, in a house in which five are many. Chores are not done by themselves here: whatever a page knows it has brought in line itself.</summary>
public sealed class LookingAtALargeTeam : IDisposable
{
    private readonly HouseOfMany _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_stranger_is_sent_to_sign_in_and_other_duties_and_teams_have_no_such_page()
    {
        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), (await _house.Stranger().OpenAsync("/coverage/large")).Location).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _house.SignedInAsync("tunde")).OpenAsync("/coverage/large")).Status);
        var dafydd = await _house.SignedInAsync("dafydd");
        var support = await _house.InStoreAsync(db => db.Teams.SingleAsync(team => team.Name == "Customer Support"));

        foreach (var path in new[] { $"?team={support.Id}", $"?team={Guid.NewGuid():N}", "?team=nonsense" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage/large{path}")).Status);
        }
    }

    [Fact]
    public async Task It_says_that_it_is_being_counted_until_it_was()
    {
        var dafydd = await _house.SignedInAsync("dafydd");

        await dafydd.OpenAsync("/coverage/large");

        Assert.NotNull(dafydd.Page.QuerySelector("[data-counting]"));
        await _house.RunAsync<SettleCoverage>();
        await dafydd.OpenAsync("/coverage/large");
        Assert.Null(dafydd.Page.QuerySelector("[data-counting]"));
        Assert.NotNull(dafydd.Page.QuerySelector("#sentence"));
    }

    [Fact]
    public async Task Every_page_of_a_large_team_leads_there_and_that_of_a_small_one_back()
    {
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");
        var (large, small) = (await TeamAsync(dafydd), await _house.InStoreAsync(async db =>
        {
            var below = Team.Form("Three of us", (await db.Teams.SingleAsync(team => team.Name == "Platform & Operations")).Id);
            db.Teams.Add(below);
            await db.SaveChangesAsync();
            return below.Id;
        }));

        foreach (var path in new[] { "", "?handler=Sheet", "?handler=Workbook", "?picture=Teams" })
        {
            Assert.Equal($"/coverage/large?team={large}", (await dafydd.OpenAsync($"/coverage{path}")).Location);
        }

        Assert.Equal($"/coverage?team={small}", (await dafydd.OpenAsync($"/coverage/large?team={small}")).Location);
        Assert.Equal(HttpStatusCode.OK, (await dafydd.OpenAsync($"/coverage?team={small}")).Status);
    }

    [Fact]
    public async Task It_says_what_the_whole_page_of_the_team_would_say()
    {
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");
        await dafydd.OpenAsync("/coverage/large");
        var team = await TeamAsync(dafydd);

        var view = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, CancellationToken.None));

        var aimed = view.Lines.Where(line => line.HeadCount is not null).ToList();
        Assert.Equal(
            aimed.Select(line => (view.Label(line.SkillId), view.TeamNamed(line.TeamId), $"{line.HeadCount} at level {line.Level}", line.Holders == 0 ? "nobody who is shown" : $"{line.Holders}{(line.Unnamed > 0 ? "+" : "")}")).Order(),
            dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToList()).Select(row => (row[1], row[2], row[3], row[4])).Order());
        Assert.Equal(
            view.SinglePoints.Select(line => (line.Named[0].Name, view.Label(line.SkillId))).Order(),
            dafydd.Page.QuerySelectorAll("#single-points > li").SelectMany(person => person.QuerySelectorAll("li").Select(line => (person.FirstElementChild!.TextContent, line.FirstElementChild!.TextContent))).Order());
        Assert.NotEmpty(view.SinglePoints);
        Assert.Contains($"{view.TeamName} has ", dafydd.Page.QuerySelector("[data-why]")!.TextContent, StringComparison.Ordinal);
        var columns = dafydd.Page.QuerySelectorAll(".heatmap-skill").Select(column => column.TextContent).ToList();
        var row = dafydd.Page.QuerySelector(".heatmap tbody tr")!.QuerySelectorAll("td").ToList();
        Assert.All(aimed.Where(line => line.TeamId == team), line => Assert.Contains(line.Holders == 0 ? "·" : $"{line.Holders}", row[columns.IndexOf(view.Label(line.SkillId))].TextContent, StringComparison.Ordinal));
    }

    [Fact]
    public async Task From_a_line_it_goes_down_to_who_of_those_named_holds_the_skill_and_how_fresh_their_cards_are()
    {
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");
        var team = await TeamAsync(dafydd);
        var view = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, CancellationToken.None));
        var line = view.Lines.First(line => line.TeamId == team && line.Named.Count > 0 && line.HeadCount is not null);

        await dafydd.OpenAsync(dafydd.Page.QuerySelectorAll(".coverage-lines tbody a").First(link => link.TextContent == view.Label(line.SkillId)).GetAttribute("href")!);

        Assert.Equal(HttpStatusCode.OK, dafydd.Status);
        Assert.Equal(view.People.Where(person => person.Level(line.SkillId) > 0).Select(person => person.Name), dafydd.Page.QuerySelectorAll("[data-people] tbody th").Select(person => person.FirstChild!.TextContent.Trim()));
        Assert.Equal($"{line.Depth}", dafydd.Page.QuerySelector("[data-depth]")!.GetAttribute("data-depth"));
        Assert.Equal($"{line.Unnamed}", dafydd.Page.QuerySelector("[data-unnamed]")!.GetAttribute("data-unnamed"));
    }

    [Fact]
    public async Task The_sheet_has_all_its_targets_and_nobodys_name_and_another_managers_team_gives_none()
    {
        var dafydd = await _house.SignedInAsync("dafydd");
        var team = await TeamAsync(dafydd);
        Assert.Equal($"/coverage/large?team={team}", (await dafydd.OpenAsync($"/coverage/large?handler=Sheet&team={team}")).Location);
        await _house.RunAsync<SettleCoverage>();
        var looks = await _house.InStoreAsync(db => db.CoverageLooks.CountAsync());

        var sheet = await dafydd.Http.GetStringAsync(new Uri($"/coverage/large?handler=Sheet&team={team}", UriKind.Relative));
        using var workbook = await dafydd.Http.GetAsync(new Uri($"/coverage/large?handler=Workbook&team={team}", UriKind.Relative));

        var view = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, CancellationToken.None));
        var aimed = view.Lines.Where(line => line.HeadCount is not null).Select(line => $"{view.TeamNamed(line.TeamId)},{view.Label(line.SkillId)},{line.Level},{line.HeadCount},{(line.Holders == 0 ? "" : line.Holders)},2026-11-02");
        var rows = sheet.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal("Team,Skill,Standing,Level,Wanted,\"People shown at that level, at least\",On", rows[0].TrimStart('\uFEFF'));
        Assert.Equal(aimed.Order(StringComparer.Ordinal), rows.Skip(1).Select(row => row.Split(',')).Select(cells => string.Join(',', [cells[0], cells[1], .. cells[3..]])).Order(StringComparer.Ordinal));
        Assert.Equal("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbook.Content.Headers.ContentType!.MediaType);
        Assert.Equal(looks, await _house.InStoreAsync(db => db.CoverageLooks.CountAsync()));
        var other = await _house.InStoreAsync(db => db.Teams.SingleAsync(known => known.Name == "Customer Support"));
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage/large?handler=Sheet&team={other.Id}")).Status);
    }

    [Fact]
    public async Task A_decision_holds_at_the_very_next_look_and_whoever_is_named_can_read_who_looked()
    {
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");
        await dafydd.OpenAsync("/coverage/large");
        var alone = dafydd.Page.QuerySelector("#single-points > li > div")!.TextContent;
        var person = await _house.InStoreAsync(db => db.People.SingleAsync(person => person.Name == alone));
        Assert.True(await _house.InStoreAsync(db => db.CoverageLooks.AnyAsync(look => look.PersonId == person.Id && look.LookedFor == LookedFor.Row)));

        await _house.WithdrawsAsync(person.Email.Split('@')[0], Purpose.ShowNamedCoverage);

        Assert.DoesNotContain(alone, (await dafydd.OpenAsync("/coverage/large")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_asked_counted_among_few_and_withdrawn_are_the_same_bytes()
    {
        await _house.CanDoEverythingAsync("marek");
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");
        var neverAsked = await dafydd.LargeCoverageBytesAsync();

        await _house.GivesAsync("marek", Purpose.HoldProfile);
        await _house.GivesAsync("marek", Purpose.CountInCoverage);
        var counted = await dafydd.LargeCoverageBytesAsync();
        await _house.GivesAsync("marek", Purpose.ShowNamedCoverage);
        var named = await dafydd.LargeCoverageBytesAsync();
        await _house.WithdrawsAsync("marek", Purpose.ShowNamedCoverage);
        await _house.WithdrawsAsync("marek", Purpose.CountInCoverage);

        Assert.Equal(neverAsked, counted);
        Assert.NotEqual(neverAsked, named);
        Assert.Equal(neverAsked, await dafydd.LargeCoverageBytesAsync());
    }

    private static async Task<Id<Team>> TeamAsync(Visitor manager)
    {
        await manager.OpenAsync("/coverage");
        return Id<Team>.Parse(manager.Location.Split('=')[^1], null);
    }
}
