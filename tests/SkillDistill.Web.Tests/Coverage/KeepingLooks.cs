using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Who sees somebody's named row is told to that person, once a day, and to nobody else.</summary>
public sealed class KeepingLooks : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_look_is_kept_once_a_day_for_everybody_named_but_the_looker_and_a_reload_adds_none()
    {
        var dafydd = await _house.SignedInAsync("dafydd");
        await dafydd.OpenAsync("/coverage");
        var named = dafydd.Page.QuerySelectorAll(".heatmap tbody th[scope=row]").Select(row => row.TextContent).ToList();
        var first = await LooksAsync();

        _house.Clock.Advance(TimeSpan.FromHours(3));
        await dafydd.OpenAsync("/coverage");

        var mine = (await _house.PersonAsync("dafydd")).Id;
        Assert.Equal(named.Count - 2, first.Count);
        Assert.All(first, look => Assert.Equal((mine, new DateOnly(2026, 11, 2)), (look.LookerId, look.Day)));
        Assert.DoesNotContain(first, look => look.PersonId == mine);
        Assert.Equal(first.Select(look => (look.Id, look.At)), (await LooksAsync()).Select(look => (look.Id, look.At)));

        _house.Clock.Advance(TimeSpan.FromDays(1));
        dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        Assert.Equal(2 * first.Count, (await LooksAsync()).Count);
        Assert.Contains("Everyone named here can see that you looked", dafydd.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_not_shown_by_name_at_that_moment_was_not_looked_at()
    {
        var (dafydd, mei, sam) = (await _house.SignedInAsync("dafydd"), (await _house.PersonAsync("mei")).Id, (await _house.PersonAsync("sam")).Id);
        await _house.WithdrawsAsync("mei", Purpose.ShowNamedCoverage);

        await dafydd.OpenAsync("/coverage");
        Assert.DoesNotContain(await LooksAsync(), look => look.PersonId == mei || look.PersonId == sam);

        await _house.GivesAsync("mei", Purpose.ShowNamedCoverage);
        await dafydd.OpenAsync("/coverage");
        Assert.Contains(await LooksAsync(), look => look.PersonId == mei);
    }

    [Fact]
    public async Task The_person_reads_who_looked_and_on_which_day_the_newest_first_and_nobody_else_does()
    {
        await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        _house.Clock.Advance(TimeSpan.FromDays(1));
        await (await _house.SignedInAsPersonAsync("helen")).OpenAsync("/coverage");
        var (helen, dafydd) = ((await _house.PersonAsync("helen")).Name, (await _house.PersonAsync("dafydd")).Name);

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/questions");

        Assert.Equal([$"{helen} 2026-11-03", $"{dafydd} 2026-11-02"], Looks(mei));
        Assert.DoesNotContain("Helen", (await (await _house.SignedInAsync("sam")).OpenAsync("/questions")).Text, StringComparison.Ordinal);
        Assert.Equal([$"{helen} 2026-11-03"], Looks(await (await _house.SignedInAsync("dafydd")).OpenAsync("/questions")));
    }

    [Fact]
    public async Task Without_a_look_the_page_says_so()
    {
        var sam = await (await _house.SignedInAsync("sam")).OpenAsync("/questions");

        Assert.Contains("Nobody has looked", sam.Shown("[data-looks]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_named_is_led_there_from_their_skills_and_nobody_else_is()
    {
        var anneke = await (await _house.SignedInAsPersonAsync("anneke")).OpenAsync("/me/skills");
        var sam = await (await _house.SignedInAsync("sam")).OpenAsync("/me/skills");

        Assert.Equal("/questions#looks", anneke.Page.QuerySelector("[data-to-looks]")!.GetAttribute("href"));
        Assert.Null(sam.Page.QuerySelector("[data-to-looks]"));
    }

    [Fact]
    public async Task Windows_that_open_at_once_keep_one_look_and_all_show_the_page()
    {
        var dafydd = await _house.SignedInAsync("dafydd");

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => dafydd.Http.GetAsync(new Uri("/coverage", UriKind.Relative))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        var looks = await LooksAsync();
        Assert.NotEmpty(looks);
        Assert.Equal(looks.Count, looks.Select(look => look.PersonId).Distinct().Count());
    }

    [Fact]
    public async Task A_year_later_it_is_forgotten()
    {
        await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        _house.Clock.Advance(_house.Clock.GetUtcNow().AddMonths(CoverageLook.KeptMonths) - _house.Clock.GetUtcNow());
        await _house.RunAsync<ForgetLooks>();
        Assert.NotEmpty(await LooksAsync());

        _house.Clock.Advance(TimeSpan.FromDays(1));

        await _house.RunAsync<ForgetLooks>();
        Assert.Empty(await LooksAsync());
    }

    [Theory]
    [InlineData("mei")]
    [InlineData("dafydd")]
    public async Task Whoever_erases_everything_takes_their_looks_along_and_those_at_them(string who)
    {
        await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        await (await _house.SignedInAsPersonAsync("helen")).OpenAsync("/coverage");
        var (person, all) = ((await _house.PersonAsync(who)).Id, await LooksAsync());

        var visitor = await (await _house.SignedInAsync(who)).OpenAsync("/me/erase");
        await visitor.PressAsync("[data-erase]", ("understood", "true"));

        var left = await LooksAsync();
        Assert.Equal(all.Where(look => look.PersonId != person && look.LookerId != person).Select(look => look.Id), left.Select(look => look.Id));
        Assert.NotEmpty(left);
    }

    [Fact]
    public async Task Their_own_file_has_who_looked_at_them_and_not_at_whom_they_looked()
    {
        await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");

        var look = Assert.Single((await ExportAsync("mei"))["looks"]!.AsArray())!;

        Assert.Equal(((await _house.PersonAsync("dafydd")).Name, "2026-11-02", "Row"), ((string?)look["by"], (string?)look["day"], (string?)look["for"]));
        Assert.Null((await ExportAsync("dafydd"))["looks"]);
    }

    [Fact]
    public void A_look_at_oneself_is_none()
    {
        var person = Id<Person>.New();

        Assert.Throws<ArgumentException>(() => CoverageLook.Of(person, person, _house.Clock.GetUtcNow()));
    }

    private static IEnumerable<string> Looks(Visitor visitor) =>
        visitor.Page.QuerySelectorAll("[data-look]").Select(row => $"{row.QuerySelector("span")!.TextContent} {row.QuerySelector("time")!.GetAttribute("datetime")}");

    private Task<List<CoverageLook>> LooksAsync() => _house.InStoreAsync(db => db.CoverageLooks.AsNoTracking().OrderBy(look => look.Id).ToListAsync());

    private async Task<JsonNode> ExportAsync(string key)
    {
        var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/me/data");
        using var response = await visitor.PostAsync("/me/data");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        await using var profile = await zip.GetEntry("profile.json")!.OpenAsync();
        return (await JsonNode.ParseAsync(profile))!;
    }
}
