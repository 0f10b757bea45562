using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>The team tree from a sheet: looked at first, then all of it or nothing.</summary>
public sealed class BringingTeams : IDisposable
{
    private const string Heads = "team,parent,manager\n";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_sheet_forms_moves_and_appoints_and_does_nothing_the_second_time()
    {
        // What hangs below a new team may stand before it.
        const string Sheet = Heads + "Customer Support,Night shift,\nNight shift,Platform & Operations,Tunde@lindenau.example\n";
        var ada = await LookAsync(Sheet);
        Assert.Equal(["1", "1", "0"], Counts(ada));
        Assert.DoesNotContain(await TeamsAsync(), team => team.Name == "Night shift");

        await ada.PressAsync("[data-bring]");

        Assert.Contains("1 new teams, 1 changed", ada.Text, StringComparison.Ordinal);
        var teams = await TeamsAsync();
        var night = teams.Single(team => team.Name == "Night shift");
        Assert.Equal(teams.Single(team => team.Name == "Platform & Operations").Id, night.ParentId);
        Assert.Equal((await _house.PersonAsync("tunde")).Id, night.ManagerId);
        Assert.Equal((night.Id, null), (teams.Single(team => team.Name == "Customer Support").ParentId, teams.Single(team => team.Name == "Customer Support").ManagerId));
        ada = await LookAsync(Sheet);
        Assert.Equal(["0", "0", "2"], Counts(ada));
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
    }

    [Fact]
    public async Task What_is_taken_along_comes_back_as_nothing_new_also_with_formulas_equal_names_and_managers_who_are_away()
    {
        await _house.InStoreAsync(async db =>
        {
            var root = await db.Teams.FirstAsync(team => team.ParentId == null);
            var formula = Team.Form("=1+1", root.Id);
            formula.Appoint((await db.People.FirstAsync(person => person.Email == "gareth@lindenau.example")).Id);
            (await db.People.FirstAsync(person => person.Email == "gareth@lindenau.example")).Deactivate(_house.Clock.GetUtcNow());
            db.Teams.AddRange(formula, Team.Form("Night shift", root.Id), Team.Form("Night shift", formula.Id), Team.Form("'=2", root.Id), Team.Form("A, \"B\" / C", root.Id));
            return await db.SaveChangesAsync();
        });
        var ada = await _house.SignedInAsync("ada");

        var sheet = await ada.Http.GetByteArrayAsync(new Uri("/admin/teams/sheet?handler=Sheet", UriKind.Relative));

        Assert.DoesNotContain("\n=1+1", Encoding.UTF8.GetString(sheet), StringComparison.Ordinal);
        ada = await LookAsync(sheet);
        Assert.Equal(["0", "0", $"{(await TeamsAsync()).Count}"], Counts(ada));
        Assert.Null(ada.Page.QuerySelector("[data-mistakes]"));
    }

    [Fact]
    public async Task Each_mistake_is_told_with_its_line_and_one_is_enough_that_nothing_is_changed()
    {
        var before = await TeamsAsync();
        const string Sheet = Heads + "Alpha,,\nBeta,Nowhere,\nGamma,,nobody@lindenau.example\nALPHA,,\n,Alpha,\nHardware & Supply,Shenzhen Production,\nAlpha / Zeta,,\n";

        var ada = await LookAsync(Sheet);

        var told = ada.Page.QuerySelectorAll("[data-mistakes] li").Select(line => line.TextContent.Trim()).ToList();
        Assert.Equal(["Line 3", "Line 4", "Line 5", "Line 6", "Line 7", "Line 8"], told.Select(line => line.Split(':')[0]));
        Assert.Contains("\"Nowhere\"", told[0], StringComparison.Ordinal);
        Assert.Contains("line 2 already", told[2], StringComparison.Ordinal);
        Assert.Contains("would be below itself", told[4], StringComparison.Ordinal);
        Assert.Contains("There is no \"Alpha / Zeta\"", told[5], StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
        using (var posted = await ada.PostAsync("/admin/teams/sheet?handler=Bring", ("Sheet", Sheet)))
        {
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        }

        Assert.Equal(before.Select(Told), (await TeamsAsync()).Select(Told));
    }

    [Fact]
    public async Task A_circle_is_told_at_each_of_its_lines_and_two_that_change_places_are_none()
    {
        var ada = await LookAsync(Heads + "One,Two,\nTwo,Three,\nThree,One,\nFour,One,\n");
        Assert.Equal(["Line 2", "Line 3", "Line 4"], ada.Page.QuerySelectorAll("[data-mistakes] li b").Select(line => line.TextContent.TrimEnd(':')));
        var teams = await TeamsAsync();
        var top = teams.Single(team => team.Id == teams.Single(team => team.Name == "Hardware & Supply").ParentId).Name;

        ada = await LookAsync(Heads + $"Hardware & Supply,Shenzhen Production,\nShenzhen Production,{top},\n");
        await ada.PressAsync("[data-bring]");

        teams = await TeamsAsync();
        Assert.Equal(teams.Single(team => team.Name == "Shenzhen Production").Id, teams.Single(team => team.Name == "Hardware & Supply").ParentId);
        Assert.Equal(top, teams.Single(team => team.Id == teams.Single(team => team.Name == "Shenzhen Production").ParentId).Name);
    }

    [Fact]
    public async Task Teams_of_one_name_are_told_apart_by_the_way_to_them_and_the_one_that_moved_is_found_again()
    {
        await _house.InStoreAsync(async db =>
        {
            db.Teams.AddRange(Team.Form("Night shift", (await db.Teams.FirstAsync(team => team.Name == "Customer Support")).Id), Team.Form("Night shift", (await db.Teams.FirstAsync(team => team.Name == "Platform & Operations")).Id));
            return await db.SaveChangesAsync();
        });
        Assert.Contains("Several teams", (await LookAsync(Heads + "Night shift,Finance & People,")).Shown("[data-mistakes]"), StringComparison.Ordinal);
        var way = await WayAsync("Customer Support");

        var sheet = Heads + $"{way} / Night shift,Finance & People,\nDay shift,Finance & People / Night shift,\n";
        Assert.Contains("\"Finance & People / Night shift\"", (await LookAsync(sheet)).Shown("[data-mistakes]"), StringComparison.Ordinal);
        sheet = Heads + $"{way} / Night shift,Finance & People,\n";
        var ada = await LookAsync(sheet);
        await ada.PressAsync("[data-bring]");

        Assert.Equal(["0", "0", "1"], Counts(await LookAsync(sheet)));
        Assert.Equal(["0", "1", "0"], Counts(await LookAsync(Heads + "Night shift,Finance & People,tunde@lindenau.example")));
    }

    [Fact]
    public async Task Hostile_cells_are_words_and_nothing_else()
    {
        var deep = string.Concat(Enumerable.Range(0, 60).Select(level => $"Deep {level},{(level == 0 ? "" : $"Deep {level - 1}")},\n"));
        Assert.Equal("10", (await LookAsync(Heads + deep)).Page.QuerySelector("[data-mistakes]")!.GetAttribute("data-mistakes"));
        var slashes = string.Concat(Enumerable.Repeat("a / ", 200_000));
        Assert.NotNull((await LookAsync(Heads + $"X,{slashes},\n{slashes}b,,\n")).Page.QuerySelector("[data-mistakes]"));
        var ways = string.Concat(Enumerable.Range(2, 3_000).Reverse().Select(at => $"n{at},n{at - 2} / n{at - 1},\n"));
        Assert.NotNull((await LookAsync(Heads + ways)).Page.QuerySelector("[data-mistakes]"));

        var ada = await LookAsync(Heads + "<script>alert(1)</script>,,\n\"=HYPERLINK(\"\"x\"\")\",,\nPlat\u200Bform & Oper\u200Dations,,\n");

        Assert.Empty(ada.Page.QuerySelectorAll("main script, main a[href='x']"));
        Assert.Equal(["2", "1", "0"], Counts(ada));
        await ada.PressAsync("[data-bring]");
        Assert.Equal(1, (await TeamsAsync()).Count(team => team.Name == "=HYPERLINK(\"x\")"));
    }

    [Fact]
    public async Task What_was_looked_at_is_brought_in_and_nothing_else()
    {
        var ada = await LookAsync(Heads + "Customer Support,Finance & People,\n");
        await _house.InStoreAsync(async db =>
        {
            (await db.Teams.FirstAsync(team => team.Name == "Customer Support")).Appoint((await db.People.FirstAsync(person => person.Email == "mei@lindenau.example")).Id);
            return await db.SaveChangesAsync();
        });

        await ada.PressAsync("[data-bring]");

        Assert.Contains("not what you looked at", ada.Text, StringComparison.Ordinal);
        Assert.Equal((await _house.PersonAsync("mei")).Id, (await TeamsAsync()).Single(team => team.Name == "Customer Support").ManagerId);
        await ada.PressAsync("[data-bring]");
        Assert.Null((await TeamsAsync()).Single(team => team.Name == "Customer Support").ManagerId);
    }

    [Theory]
    [InlineData("utf-8", ';')]
    [InlineData("utf-16", '\t')]
    [InlineData("utf-16BE", ',')]
    public async Task Spreadsheets_save_in_several_ways(string encoding, char delimiter)
    {
        var letters = Encoding.GetEncoding(encoding);
        var text = "\n团队,上级团队,负责人\r\n夜班,Platform & Operations,tunde@lindenau.example\r\n".Replace(',', delimiter);

        var ada = await LookAsync([.. letters.GetPreamble(), .. letters.GetBytes(text)]);
        await ada.PressAsync("[data-bring]");

        Assert.Contains(await TeamsAsync(), team => team.Name == "夜班");
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_told_to_be_too_many_and_wrong_columns_by_name()
    {
        Assert.Contains("more than 20,000 lines", (await LookAsync(Heads + string.Concat(Enumerable.Range(0, 100_000).Select(at => $"Team {at},,\n")))).Shown("#sheet"), StringComparison.Ordinal);
        Assert.Contains("Missing: parent, manager", (await LookAsync("team,head\nA,B")).Shown("#sheet"), StringComparison.Ordinal);
        Assert.Contains("not in UTF-8", (await LookAsync([.. Encoding.UTF8.GetBytes(Heads + "团队,"), 0xE9, .. "\n"u8])).Shown("#sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_with_a_way_in_it_is_read_as_one_or_told_by_its_line_and_never_becomes_a_name()
    {
        Assert.Contains("There is no \"Nowhere / Night shift\"", (await LookAsync(Heads + "Nowhere / Night shift,,\n")).Shown("[data-mistakes]"), StringComparison.Ordinal);
        Assert.NotNull((await LookAsync(Heads + "Customer Support /,Customer Support,\n")).Page.QuerySelector("[data-mistakes]"));

        var ada = await LookAsync(Heads + "Customer Support / Night shift,Customer Support,\n24/7 desk,,\n");
        await ada.PressAsync("[data-bring]");

        Assert.Equal(["24/7 desk", "Night shift"], (await TeamsAsync()).Select(team => team.Name).Where(name => name.Contains("Night", StringComparison.Ordinal) || name.Contains('/', StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_team_that_would_stand_beside_one_of_its_name_is_told_by_its_line()
    {
        await (await LookAsync(Heads + "Night shift,Customer Support,\n")).PressAsync("[data-bring]");
        await (await LookAsync(Heads + "Night shift B,Platform & Operations,\n")).PressAsync("[data-bring]");
        await _house.InStoreAsync(async db =>
        {
            (await db.Teams.SingleAsync(team => team.Name == "Night shift B")).Rename("Night shift");
            return await db.SaveChangesAsync();
        });

        var ada = await LookAsync(Heads + $"{await WayAsync("Customer Support")} / Night shift,Platform & Operations,\n");

        Assert.Equal(["Line 2"], ada.Page.QuerySelectorAll("[data-mistakes] li b").Select(line => line.TextContent.TrimEnd(':')));
        Assert.Contains("stands in this place already", ada.Shown("[data-mistakes]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_brought_in_twice_is_said_to_be_so_already_also_at_the_same_moment()
    {
        const string Sheet = Heads + "Night shift,Platform & Operations,\n";
        var looked = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => LookAsync(Sheet)));

        await Task.WhenAll(looked.Select(ada => ada.PressAsync("[data-bring]")));

        Assert.Single(looked, ada => ada.Page.Body!.TextContent.Contains("1 new teams", StringComparison.Ordinal));
        Assert.Equal(3, looked.Count(ada => ada.Page.Body!.TextContent.Contains("Everything is so already.", StringComparison.Ordinal)));
        Assert.Single(await TeamsAsync(), team => team.Name == "Night shift");
    }

    [Fact]
    public async Task Mistakes_are_told_by_the_line_where_their_row_begins_however_many_lines_its_cells_take()
    {
        var ada = await LookAsync("team,parent,manager\r\n\r\n\"Alpha\r\nteam\",,nobody@lindenau.example\r\nBeta,Nowhere,\r\n\"\nGamma\n\n\",Nowhere,\r\nDelta,Nowhere,");

        Assert.Equal(["Line 3", "Line 5", "Line 6", "Line 10"], ada.Page.QuerySelectorAll("[data-mistakes] li b").Select(line => line.TextContent.TrimEnd(':')));
    }

    [Fact]
    public async Task Only_admins_bring_teams_in()
    {
        var before = (await TeamsAsync()).Count;
        foreach (var key in new[] { "dafydd", "mei" })
        {
            var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/ask");
            using var posted = await visitor.PostAsync("/admin/teams/sheet?handler=Bring", ("Sheet", Heads + "Mine,,"));
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.OpenAsync("/admin/teams/sheet")).Status);
        }

        Assert.StartsWith("/sign-in", (await _house.Stranger().OpenAsync("/admin/teams/sheet")).Location, StringComparison.Ordinal);
        Assert.Equal(before, (await TeamsAsync()).Count);
    }

    private static IEnumerable<string> Counts(Visitor visitor) => visitor.Page.QuerySelectorAll("[data-effect] b").Select(count => count.TextContent);

    private static (string, object?, object?) Told(Team team) => (team.Name, team.ParentId, team.ManagerId);

    private async Task<string> WayAsync(string name)
    {
        var teams = await TeamsAsync();
        return string.Join(" / ", new TeamTree(teams).Lineage(teams.Single(team => team.Name == name).Id).Reverse().Select(id => teams.Single(team => team.Id == id).Name));
    }

    private Task<Visitor> LookAsync(string sheet) => LookAsync(Encoding.UTF8.GetBytes(sheet));

    private async Task<Visitor> LookAsync(byte[] sheet)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams/sheet");
        return await ada.UploadAsync("input[name=Upload]", ("teams.csv", sheet));
    }

    private Task<List<Team>> TeamsAsync() => _house.InStoreAsync(db => db.Teams.AsNoTracking().OrderBy(team => team.Id).ToListAsync());
}
