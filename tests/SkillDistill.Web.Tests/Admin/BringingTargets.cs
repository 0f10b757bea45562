using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>Targets from a sheet: looked at first, then all of them or none.</summary>
public sealed class BringingTargets : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_sheet_sets_changes_and_takes_away_and_does_nothing_the_second_time()
    {
        var (changed, gone) = await TwoAsync();
        var sheet = $"team,skill,level,people\r\n{changed.Team},{changed.Skill},5,7\r\n{gone.Team},{gone.Skill},3,0\r\nPlatform & Operations,Payroll processing,2,4\r\n";
        var ada = await LookAsync(sheet);
        Assert.Equal(["1", "1", "1", "0"], ada.Page.QuerySelectorAll("[data-effect] b").Select(count => count.TextContent));
        Assert.NotEqual(7, (await TargetsAsync()).Single(target => target.Id == changed.Id).HeadCount);

        await ada.PressAsync("[data-bring]");

        Assert.Contains("1 set anew, 1 changed, 1 taken away", ada.Text, StringComparison.Ordinal);
        var targets = await TargetsAsync();
        Assert.Equal((5, 7), (targets.Single(target => target.Id == changed.Id).Level, targets.Single(target => target.Id == changed.Id).HeadCount));
        Assert.DoesNotContain(targets, target => target.Id == gone.Id);
        ada = await LookAsync(sheet);
        Assert.Equal(["0", "0", "0", "3"], ada.Page.QuerySelectorAll("[data-effect] b").Select(count => count.TextContent));
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
    }

    [Fact]
    public async Task What_is_taken_along_comes_back_as_nothing_new()
    {
        var ada = await _house.SignedInAsync("ada");
        var sheet = await ada.Http.GetByteArrayAsync(new Uri("/admin/targets/sheet?handler=Sheet", UriKind.Relative));
        var all = (await TargetsAsync()).Count;

        await ada.OpenAsync("/admin/targets/sheet");
        await ada.UploadAsync("input[name=Upload]", ("targets.csv", sheet));

        Assert.Equal(["0", "0", "0", $"{all}"], ada.Page.QuerySelectorAll("[data-effect] b").Select(count => count.TextContent));
        Assert.True(all > 3);
    }

    [Fact]
    public async Task A_sheet_says_from_when_for_whom_and_that_nobody_is_wanted_and_comes_back_the_same()
    {
        var sheet = """
            team,skill,level,people,from,reach
            Platform & Operations,Payroll processing,3,2,,each
            Platform & Operations,Payroll processing,4,5,2028-05-29,各自
            Platform & Operations,Recruitment,,none,2028年5月29日,
            """;

        await (await LookAsync(sheet)).PressAsync("[data-bring]");

        var targets = (await TargetsAsync()).TakeLast(3).OrderBy(target => target.HeadCount).ToList();
        var day = new DateOnly(2028, 5, 29);
        Assert.Equal(
            [(0, 0, day, TargetReach.Together), (3, 2, (DateOnly?)null, TargetReach.Each), (4, 5, day, TargetReach.Each)],
            targets.Select(target => (target.Level, target.HeadCount, target.DueOn, target.Reach)));
        var ada = await LookAsync(await (await _house.SignedInAsync("ada")).Http.GetByteArrayAsync(new Uri("/admin/targets/sheet?handler=Sheet", UriKind.Relative)));
        Assert.Equal("0", ada.Page.QuerySelector("[data-effect=Changed] b")!.TextContent);
        Assert.Equal("0", ada.Page.QuerySelector("[data-effect=New] b")!.TextContent);
    }

    [Fact]
    public async Task A_sheet_without_these_columns_leaves_them_as_they_are()
    {
        await (await LookAsync("team,skill,level,people,from,reach\nPlatform & Operations,Payroll processing,3,2,,each")).PressAsync("[data-bring]");

        await (await LookAsync("team,skill,level,people\nPlatform & Operations,Payroll processing,3,9")).PressAsync("[data-bring]");

        var target = (await TargetsAsync())[^1];
        Assert.Equal((9, TargetReach.Each), (target.HeadCount, target.Reach));
    }

    [Theory]
    [InlineData("05/06/2028", "", "is no day")]
    [InlineData("1428-05-06", "", "is no day")]
    [InlineData("", "everybody", "is no reach")]
    public async Task A_day_or_a_reach_that_could_mean_anything_is_not_guessed(string from, string reach, string sentence)
    {
        var ada = await LookAsync($"team,skill,level,people,from,reach\nPlatform & Operations,Payroll processing,3,2,{from},{reach}");

        Assert.Contains(sentence, ada.Shown("[data-mistakes]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_mistake_is_told_with_its_line_and_one_is_enough_that_nothing_is_changed()
    {
        var before = await TargetsAsync();

        var ada = await LookAsync("""
            team,skill,level,people
            Platform & Operations,Payroll processing,2,4
            Nowhere,Payroll processing,2,4
            Platform & Operations,Alchemy,2,4
            Platform & Operations,Cloud cost,six,4
            Platform & Operations,Cloud cost,2,-1
            Platform & Operations,payroll PROCESSING,3,1
            Platform & Operations,Recruitment,9,1
            """);

        Assert.Equal("6", ada.Page.QuerySelector("[data-mistakes]")!.GetAttribute("data-mistakes"));
        var told = ada.Page.QuerySelectorAll("[data-mistakes] li").Select(line => line.TextContent.Trim()).ToList();
        Assert.Equal(["Line 3", "Line 4", "Line 5", "Line 6", "Line 7", "Line 8"], told.Select(line => line.Split(':')[0]));
        Assert.Contains("\"Nowhere\"", told[0], StringComparison.Ordinal);
        Assert.Contains("line 2 already", told[4], StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-bring]"));
        using (var posted = await ada.PostAsync("/admin/targets/sheet?handler=Bring", ("Sheet", "team,skill,level,people\nPlatform & Operations,Payroll processing,2,4\nNowhere,Recruitment,1,1")))
        {
            Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        }

        Assert.Equal(before.Select(target => (target.Id, target.Level, target.HeadCount)), (await TargetsAsync()).Select(target => (target.Id, target.Level, target.HeadCount)));
    }

    [Theory]
    [InlineData("", "at least one line")]
    [InlineData("team,skill,level,people", "at least one line")]
    [InlineData("team,skill,niveau\nA,B,C", "Missing: level, people")]
    [InlineData("team,skill,level,people,人数\nA,B,1,2,3", "names the column people twice")]
    [InlineData("team,skill,level,people\nA,B\0,1,2", "not in UTF-8")]
    [InlineData("PK\u0003\u0004 not a sheet at all", "must name the columns")]
    [InlineData("team,skill,level,people\nA,B,1,2\nA,B,1", "Line 3 has 3 cells, where the heads of the columns are 4")]
    [InlineData("team,skill,level,people\nA,B,1,2,3", "Line 2 has 5 cells")]
    [InlineData("team,skill,level,people\nA,B,1,2\nA,B,1,\"2\nC,D,1,2\n", "On line 3 a quotation mark")]
    [InlineData("team,skill,level,people\nA,\"B,1,2\nC,D,1,2\n", "On line 2 a quotation mark")]
    public async Task A_file_that_is_no_such_sheet_is_told_so(string text, string sentence)
    {
        var ada = await LookAsync(text);

        Assert.Contains(sentence, ada.Shown("#sheet"), StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-effect]"));
    }

    [Theory]
    [InlineData("utf-8", ',')]
    [InlineData("utf-8", ';')]
    [InlineData("utf-16", '\t')]
    public async Task Spreadsheets_save_in_several_ways(string encoding, char delimiter)
    {
        var letters = Encoding.GetEncoding(encoding);
        var text = "团队,技能,等级,人数\r\nPlatform & Operations,\"Payroll processing\",2,4\r\n".Replace(',', delimiter);

        var ada = await LookAsync([.. letters.GetPreamble(), .. letters.GetBytes(text)]);

        Assert.Equal("1", ada.Page.QuerySelector("[data-effect=New] b")!.TextContent);
    }

    [Fact]
    public async Task Letters_of_another_encoding_are_not_guessed()
    {
        byte[] half = [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("team,skill,level,people\nB"), 0x00, 0xDC, 0x00, 0xDC];
        foreach (var sheet in new[] { [.. "team,skill,level,people\nB"u8, 0xFC, .. "ro,Payroll processing,2,4"u8], [.. "team,skill,level,people\n团队,B"u8, .. Encoding.Latin1.GetBytes("ü,2,4")], half })
        {
            var ada = await LookAsync(sheet);

            Assert.Contains("not in UTF-8", ada.Shown("#sheet"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Teams_of_one_name_are_told_apart_by_the_way_to_them()
    {
        await _house.InStoreAsync(async db =>
        {
            var root = await db.Teams.FirstAsync(team => team.ParentId == null);
            db.Teams.AddRange(Domain.People.Team.Form("Night shift", root.Id), Domain.People.Team.Form("Night shift", (await db.Teams.FirstAsync(team => team.Name == "Platform & Operations")).Id));
            return await db.SaveChangesAsync();
        });

        var told = (await LookAsync("team,skill,level,people\nNight shift,Recruitment,2,4")).Shown("[data-mistakes]");
        Assert.Contains("Several teams", told, StringComparison.Ordinal);
        var root = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Name).FirstAsync());

        var ada = await LookAsync($"team,skill,level,people\n\"{root} / Night shift\",Recruitment,2,4");

        Assert.Equal("1", ada.Page.QuerySelector("[data-effect=New] b")!.TextContent);
    }

    [Fact]
    public async Task Of_a_skill_out_of_use_it_is_not_said_that_there_is_none()
    {
        await _house.InStoreAsync(async db =>
        {
            (await db.Skills.SingleAsync(skill => skill.Labels.Any(label => label.Text == "Payroll processing"))).Retire(_house.Clock.GetUtcNow());
            return await db.SaveChangesAsync();
        });

        var ada = await LookAsync("team,skill,level,people\nPlatform & Operations,payroll processing,3,2");

        Assert.Contains("is out of use. Use it again under Skills", ada.Shown("[data-mistakes]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hundred_thousand_lines_are_told_to_be_too_many()
    {
        var sheet = new StringBuilder("team,skill,level,people\n");
        for (var line = 0; line < 100_000; line++)
        {
            sheet.Append("Platform & Operations,Recruitment,2,").Append(line % 9).Append('\n');
        }

        var ada = await LookAsync(sheet.ToString());

        Assert.Contains($"more than {SheetReader.MostLines:N0} lines", ada.Shown("#sheet"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_admins_bring_targets_in()
    {
        var before = (await TargetsAsync()).Count;
        foreach (var key in new[] { "dafydd", "mei" })
        {
            var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/ask");
            using var posted = await visitor.PostAsync("/admin/targets/sheet?handler=Bring", ("Sheet", "team,skill,level,people\nPlatform & Operations,Payroll processing,2,4"));
            Assert.NotEqual(HttpStatusCode.OK, (await visitor.OpenAsync("/admin/targets/sheet")).Status);
        }

        Assert.Equal(before, (await TargetsAsync()).Count);
    }

    private Task<Visitor> LookAsync(string sheet) => LookAsync(Encoding.UTF8.GetBytes(sheet));

    private async Task<Visitor> LookAsync(byte[] sheet)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/targets/sheet");
        return await ada.UploadAsync("input[name=Upload]", ("targets.csv", sheet));
    }

    private Task<List<Target>> TargetsAsync() => _house.InStoreAsync(db => db.Targets.AsNoTracking().OrderBy(target => target.Id).ToListAsync());

    /// <summary>Two targets as a sheet calls them.</summary>
    private async Task<((Domain.Id<Target> Id, string Team, string Skill) First, (Domain.Id<Target> Id, string Team, string Skill) Second)> TwoAsync()
    {
        var rows = await _house.InStoreAsync(db => (from target in db.Targets
                                                    join team in db.Teams on target.TeamId equals team.Id
                                                    join skill in db.Skills on target.SkillId equals skill.Id
                                                    orderby target.Id
                                                    select new { target.Id, team.Name, Skill = skill }).AsNoTracking().Take(2).ToListAsync());
        string Quoted(string cell) => $"\"{cell}\"";
        string Label(Domain.Skills.Skill skill) => skill.Label(System.Globalization.CultureInfo.GetCultureInfo("en"));
        return ((rows[0].Id, Quoted(rows[0].Name), Quoted(Label(rows[0].Skill))), (rows[1].Id, Quoted(rows[1].Name), Quoted(Label(rows[1].Skill))));
    }
}
