using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.Coverage.RollingUp;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>What may be chosen on the page of a team of very many people: some of its lines, a later day, the months before. It is what the page that reads everybody would say.</summary>
public sealed class ChoosingOfALargeTeam : IDisposable
{
    private readonly HouseOfMany _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("state=Gap")]
    [InlineData("q=INCIDENT")]
    [InlineData("group")]
    [InlineData("group&state=SinglePointOfFailure")]
    [InlineData("q=nothing+is+called+so")]
    public async Task A_filter_picks_lines_and_columns_and_changes_no_number(string filter)
    {
        var root = await _house.OrganisationOfDafyddAsync();
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/large?team={root}");
        var (all, sentence, alone) = (Lines(dafydd), dafydd.Shown("#sentence"), dafydd.Page.QuerySelector("#single-points")!.TextContent);
        var group = dafydd.Page.QuerySelectorAll("#group option")[1];
        var view = await ViewAsync(root, Horizon.Now);

        await dafydd.OpenAsync($"/coverage/large?team={root}&{filter.Replace("group", $"group={group.GetAttribute("value")}", StringComparison.Ordinal)}");

        var expected = view.Lines.Where(line => line.HeadCount is not null
            && (!filter.Contains("Gap", StringComparison.Ordinal) || line.State == CoverageState.Gap)
            && (!filter.Contains("Single", StringComparison.Ordinal) || line.State == CoverageState.SinglePointOfFailure)
            && (!filter.Contains("q=", StringComparison.Ordinal) || (filter.Contains("INCIDENT", StringComparison.Ordinal) && $"{view.Label(line.SkillId)} {view.Name(line.SkillId).Broader}".Contains("incident", StringComparison.OrdinalIgnoreCase)))
            && (!filter.Contains("group", StringComparison.Ordinal) || view.Name(line.SkillId).Broader == group.TextContent)).ToList();
        Assert.Equal(expected.Select(line => Said(view, line)).Order(), Lines(dafydd).Order());
        Assert.All(Lines(dafydd), line => Assert.Contains(line, all));
        Assert.Equal((sentence, alone), (dafydd.Shown("#sentence"), dafydd.Page.QuerySelector("#single-points")!.TextContent));
        Assert.Contains($"{expected.Count} of {all.Count}", dafydd.Shown("[data-filters] summary"), StringComparison.Ordinal);
        Assert.Equal(expected.Count == 0, dafydd.Text.Contains("Nothing fits what you chose", StringComparison.Ordinal));
        Assert.Subset(expected.Select(line => view.Label(line.SkillId)).ToHashSet(), dafydd.Page.QuerySelectorAll(".heatmap-skill").Select(skill => skill.TextContent).ToHashSet());
        var sheet = await dafydd.Http.GetStringAsync(new Uri(dafydd.Page.QuerySelector("[data-sheet]")!.GetAttribute("href")!, UriKind.Relative));
        Assert.Equal(expected.Count, sheet.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length - 1);
    }

    [Fact]
    public async Task An_address_leads_there_with_what_it_chose_and_is_kept_by_a_name()
    {
        var root = await _house.OrganisationOfDafyddAsync();
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");

        Assert.Equal($"/coverage/large?horizon=6&state=Thin&fresh=Past&q=a&team={root}", (await dafydd.OpenAsync($"/coverage?team={root}&picture=Teams&dense=true&horizon=6&state=Thin&fresh=Past&q=a")).Location);
        await dafydd.OpenAsync(dafydd.Location);
        Assert.NotNull(dafydd.Page.QuerySelector("[data-not-looked-at]"));
        await dafydd.OpenAsync($"/coverage/large?team={root}&state=Thin");
        Assert.Null(dafydd.Page.QuerySelector("[data-not-looked-at]"));
        await dafydd.PressAsync("[data-keep-view] button", ("Name", "What is thin"));
        await dafydd.OpenAsync($"/coverage/large?state=Thin&team={root}");

        var kept = dafydd.Page.QuerySelector("[data-views] a")!;
        Assert.Equal(("What is thin", "page"), (kept.TextContent, kept.GetAttribute("aria-current")));
        Assert.Equal($"/coverage/large?state=Thin&team={root}", (await dafydd.OpenAsync(kept.GetAttribute("href")!)).Location);
    }

    [Theory]
    [InlineData(Horizon.SixMonths)]
    [InlineData(Horizon.EighteenMonths)]
    public async Task A_later_day_says_what_everybodys_page_would_say_of_it(Horizon horizon)
    {
        var root = await _house.OrganisationOfDafyddAsync();
        await WantManyAsync(new Random((int)horizon));
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await _house.SignedInAsync("dafydd");
        var changed = 0;
        foreach (var team in await _house.InStoreAsync(db => db.Teams.Select(team => team.Id).ToListAsync()))
        {
            var (view, now) = (await ViewAsync(team, horizon), await ViewAsync(team, Horizon.Now));
            await dafydd.OpenAsync($"/coverage/large?team={team}&horizon={(int)horizon}");
            if (dafydd.Status == System.Net.HttpStatusCode.Redirect)
            {
                // A small team has another page.
                continue;
            }

            Assert.NotNull(dafydd.Page.QuerySelector("#horizon-note"));

            var aimed = view.Lines.Where(line => line.HeadCount is not null).Select(line => Said(view, line)).Order().ToList();
            // The worst of them; the sheet has all.
            var (shown, worst) = (Lines(dafydd).ToList(), Math.Min(ReadLargeCoverage.MostLines, aimed.Count));
            Assert.Equal(worst, shown.Intersect(aimed).Count());
            Assert.Equal(view.Lines.Where(line => line.HeadCount is not null).Take(worst).Select(line => line.Missing), shown.Select(line => view.Lines.First(known => Said(view, known) == line).Missing));
            changed += aimed.Except(now.Lines.Where(line => line.HeadCount is not null).Select(line => Said(now, line))).Count();
            var alone = dafydd.Page.QuerySelectorAll("#single-points > li").SelectMany(person => person.QuerySelectorAll("li").Select(line => (person.FirstElementChild!.TextContent, line.FirstElementChild!.TextContent, line.LastElementChild!.TextContent.TrimStart(' ', '·')))).ToList();
            Assert.Equal(
                Math.Min(ReadLargeCoverage.MostAlone, view.SinglePoints.Count()),
                alone.Intersect(view.SinglePoints.Select(line => (line.Named[0].Name, view.Label(line.SkillId), view.TeamNamed(line.TeamId)))).Count());
            Assert.All(
                new[] { (CoverageState.Gap, "gap"), (CoverageState.SinglePointOfFailure, "single"), (CoverageState.Thin, "thin") }.Where(state => view.Count(state.Item1) > 0),
                state => Assert.Contains($" {view.Count(state.Item1)} {state.Item2}", dafydd.Shown("#sentence"), StringComparison.Ordinal));
            Cells(dafydd, view);
            Assert.Null(dafydd.Page.QuerySelector("[data-since]"));
            var sheet = await dafydd.Http.GetStringAsync(new Uri($"/coverage/large?handler=Sheet&team={team}&horizon={(int)horizon}", UriKind.Relative));
            Assert.Equal(aimed.Count, sheet.Split($",{horizon.From(new DateOnly(2026, 11, 2)):yyyy-MM-dd}\r\n").Length - 1);
        }

        // Or a page that knows of today alone would say the same.
        Assert.True(changed > 10, $"{changed} lines are otherwise then");
    }

    [Fact]
    public async Task The_sentence_and_the_lines_say_since_when()
    {
        var root = await _house.OrganisationOfDafyddAsync();
        await _house.RunAsync<SettleCoverage>();
        await _house.InStoreAsync(db => db.CoverageMonths.ExecuteDeleteAsync());
        await _house.InStoreAsync(async db =>
        {
            var cells = await db.CoverageCells.AsNoTracking().Where(cell => cell.HeadCount != null).ToListAsync();
            db.CoverageMonths.AddRange(cells.SelectMany(cell => new[] { 9, 10, 11 }.Select(month => CoverageMonth.Keep(cell, new DateOnly(2026, month, 1)))));
            return await db.SaveChangesAsync();
        });

        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/large?team={root}");

        Assert.EndsWith("no better since September 2026 or before.", dafydd.Shown("#sentence"), StringComparison.Ordinal);
        var rows = dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr").ToList();
        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.Equal(row.TextContent.Contains("Covered", StringComparison.Ordinal) ? null : "no better since September 2026 or before", row.QuerySelector("[data-since]")?.TextContent));
    }

    [Fact]
    public async Task Its_months_are_those_that_are_kept_of_it_and_the_teams_below()
    {
        var root = await _house.OrganisationOfDafyddAsync();
        await _house.RunAsync<SettleCoverage>();
        var kept = await _house.InStoreAsync(db => db.CoverageMonths.AsNoTracking().ToListAsync());
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/large?team={root}");

        await dafydd.OpenAsync(dafydd.Page.QuerySelector("[data-to-months]")!.GetAttribute("href")!);

        var rows = dafydd.Page.QuerySelectorAll("[data-kept-months] tbody tr").Select(row => string.Join(' ', row.QuerySelectorAll("td").Select(cell => cell.TextContent.Trim()))).ToList();
        Assert.Equal(kept.GroupBy(month => month.Month).OrderBy(month => month.Key).Select(month => string.Join(' ', Standing.States.Select(state => month.Count(line => line.State == state)))), rows[..^1]);
        var view = await ViewAsync(root, Horizon.Now);
        Assert.Equal(string.Join(' ', Standing.States.Select(view.Count)), rows[^1]);
        var support = await _house.InStoreAsync(db => db.Teams.SingleAsync(team => team.Name == "Customer Support"));
        await dafydd.OpenAsync($"/coverage/large/months?team={support.Id}");
        Assert.NotNull(dafydd.Page.QuerySelector("[data-kept-months]"));
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage/large/months?team={Guid.NewGuid():N}")).Status);
    }

    [Fact]
    public async Task Who_manages_several_large_teams_chooses_among_those_that_are_below_no_other()
    {
        var platform = await _house.InStoreAsync(db => db.Teams.Where(team => team.Name == "Platform & Operations").Select(team => team.Id).SingleAsync());
        var support = await _house.InStoreAsync(async db =>
        {
            var team = await db.Teams.SingleAsync(team => team.Name == "Customer Support");
            team.Appoint((await db.People.SingleAsync(person => person.Email == "dafydd@lindenau.example")).Id);
            db.Teams.Add(Team.Form("Help desk", team.Id));
            await db.SaveChangesAsync();
            return team.Id;
        });
        await _house.RunAsync<SettleCoverage>();
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/large?team={platform}");

        Assert.Equal([(support.ToString(), false), (platform.ToString(), true)], dafydd.Page.QuerySelectorAll("#team option").Select(option => (option.GetAttribute("value")!, option.HasAttribute("selected"))));
        await dafydd.OpenAsync($"/coverage/large?team={support}");
        Assert.Contains("Customer Support", dafydd.Shown("#sentence"), StringComparison.Ordinal);
    }

    private static void Cells(Visitor manager, CoverageView view)
    {
        var columns = manager.Page.QuerySelectorAll(".heatmap-skill").Select(column => column.TextContent).ToList();
        foreach (var row in manager.Page.QuerySelectorAll(".heatmap tbody tr"))
        {
            var (team, cells) = (row.QuerySelector("th")!.TextContent, row.QuerySelectorAll("td").ToList());
            foreach (var line in view.Lines.Where(line => line.HeadCount is not null && view.TeamNamed(line.TeamId) == team && columns.Contains(view.Label(line.SkillId))))
            {
                Assert.Contains($"s{(int)line.State}", cells[columns.IndexOf(view.Label(line.SkillId))].ClassName!.Split(' '));
            }
        }
    }

    /// <summary>Targets of every kind and day, in every team.</summary>
    private Task<int> WantManyAsync(Random random) => _house.InStoreAsync(async db =>
    {
        var (teams, skills) = (await db.Teams.Select(team => team.Id).ToListAsync(), await db.Skills.Where(skill => skill.RetiredAt == null && skill.BroaderId != null).Select(skill => skill.Id).OrderBy(skill => skill).Take(12).ToListAsync());
        await db.Targets.Where(target => skills.Contains(target.SkillId)).ExecuteDeleteAsync();
        foreach (var (team, skill) in teams.SelectMany(team => skills.Select(skill => (team, skill))))
        {
            DateOnly?[] days = [null, new DateOnly(2027, 3, 1), new DateOnly(2028, 1, 1), new DateOnly(2030, 1, 1)];
            foreach (var day in days.Where(_ => random.Next(4) == 0))
            {
                var reach = random.Next(2) == 0 ? TargetReach.Each : TargetReach.Together;
                db.Targets.Add(random.Next(5) == 0 ? Target.NotHere(team, skill, day, reach).Value : Target.Set(team, skill, random.Next(1, 6), random.Next(1, 5), day, reach).Value);
            }
        }

        return await db.SaveChangesAsync();
    });

    private Task<CoverageView> ViewAsync(Id<Team> team, Horizon horizon) => _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, horizon, CancellationToken.None));

    private static (string Skill, string Team, string Wanted, string Holders) Said(CoverageView view, CoverageLine line) =>
        (view.Label(line.SkillId), view.TeamNamed(line.TeamId), string.Create(CultureInfo.InvariantCulture, $"{line.HeadCount} at level {line.Level}"), line.Holders == 0 ? "nobody who is shown" : $"{line.Holders}{(line.Unnamed > 0 ? "+" : "")}");

    private static List<(string Skill, string Team, string Wanted, string Holders)> Lines(Visitor manager) =>
        [.. manager.Page.QuerySelectorAll(".coverage-lines tbody tr").Select(row => row.QuerySelectorAll("th, td").Select(cell => cell.TextContent.Trim()).ToList()).Select(row => (row[1], row[2], row[3], row[4]))];
}
