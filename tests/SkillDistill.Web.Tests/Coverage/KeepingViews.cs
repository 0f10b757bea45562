using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>A manager keeps a part of coverage by a name and comes back to it with one press.</summary>
public sealed class KeepingViews : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Kept_it_is_one_press_away_with_all_that_it_leaves_out()
    {
        var dafydd = await KeepAsync("Gaps of today", "?state=Gap&q=e&picture=Teams");

        Assert.Contains("“Gaps of today” is kept", dafydd.Page.Body!.TextContent, StringComparison.Ordinal);
        var link = Assert.Single((await dafydd.OpenAsync("/coverage")).Page.QuerySelectorAll("[data-views] .tag"));
        await dafydd.OpenAsync(link.GetAttribute("href")!);
        Assert.Equal("page", dafydd.Page.QuerySelector("[data-views] .tag")!.GetAttribute("aria-current"));
        Assert.Equal(("e", "Gap"), (dafydd.Page.QuerySelector("#q")!.GetAttribute("value"), dafydd.Page.QuerySelector("#state option[selected]:not([value=''])")!.GetAttribute("value")));
        Assert.Equal("Teams", dafydd.Page.QuerySelector("[data-keep-view] [name=picture]")!.GetAttribute("value"));
    }

    [Fact]
    public async Task It_is_renamed_and_removed_and_nobody_else_sees_or_changes_it()
    {
        await KeepAsync("Mine", "?state=Gap");
        var id = await _house.InStoreAsync(db => db.SavedViews.Select(view => view.Id).SingleAsync());
        var helen = await (await _house.SignedInAsPersonAsync("helen")).OpenAsync("/coverage/views");
        Assert.DoesNotContain("Mine", helen.Text, StringComparison.Ordinal);
        using (var refused = await helen.PostAsync("/coverage/views?handler=Rename", ("view", id.ToString()), ("Name", "Taken over")))
        {
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        using (var removed = await helen.PostAsync("/coverage/views?handler=Remove", ("view", id.ToString())))
        {
            Assert.Equal(HttpStatusCode.NotFound, removed.StatusCode);
            Assert.Equal("Mine", await _house.InStoreAsync(db => db.SavedViews.Select(view => view.Name).SingleAsync()));
        }

        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage/views");
        await dafydd.PressAsync("[data-rename]", ("Name", "  Still   mine "));
        Assert.Equal("Still mine", await _house.InStoreAsync(db => db.SavedViews.Select(view => view.Name).SingleAsync()));
        await dafydd.PressAsync("[data-remove]");
        Assert.False(await _house.InStoreAsync(db => db.SavedViews.AnyAsync()));
        Assert.Contains("kept none yet", dafydd.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_name_with_a_name_that_is_taken_and_beyond_twenty_it_is_refused_in_words_with_everything_still_there()
    {
        var dafydd = await KeepAsync("", "?state=Gap");
        Assert.Contains("Give it a name", dafydd.Text, StringComparison.Ordinal);
        Assert.Equal("Gap", dafydd.Page.QuerySelector("[data-keep-view] [name=state]")!.GetAttribute("value"));

        await KeepAsync("One", "");
        dafydd = await KeepAsync("ONE", "?state=Gap");
        Assert.Contains("one called “ONE” already", dafydd.Text, StringComparison.Ordinal);
        Assert.Equal("ONE", dafydd.Page.QuerySelector("#view-name")!.GetAttribute("value"));

        for (var more = 2; more <= SavedView.Most; more++)
        {
            await KeepAsync($"View {more}", "");
        }

        Assert.Contains("which is the most", (await KeepAsync("One too many", "")).Text, StringComparison.Ordinal);
        Assert.Equal(SavedView.Most, await _house.InStoreAsync(db => db.SavedViews.CountAsync()));

        dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage/views");
        await dafydd.PressAsync("[data-rename]", ("Name", new string('n', SavedView.NameLength + 1)));
        Assert.Contains("Give it a name of 1 to 60", dafydd.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_is_not_theirs_cannot_be_kept_and_one_that_is_theirs_no_longer_is_not_offered()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        var other = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Id).FirstAsync());
        using (var refused = await dafydd.PostAsync("/coverage/views?handler=Keep", ("team", other.ToString()), ("Name", "Theirs")))
        {
            Assert.Equal(HttpStatusCode.NotFound, refused.StatusCode);
        }

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), (await _house.Stranger().OpenAsync("/coverage/views")).Location).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _house.SignedInAsync("tunde")).OpenAsync("/coverage/views")).Status);
    }

    [Fact]
    public async Task It_is_in_their_own_file_and_erased_with_them()
    {
        await KeepAsync("Mine", "?q=pricing");
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/me/data");
        using (var response = await dafydd.PostAsync("/me/data"))
        {
            using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
            await using var profile = await zip.GetEntry("profile.json")!.OpenAsync();
            var view = Assert.Single((await JsonNode.ParseAsync(profile))!["savedViews"]!.AsArray())!;
            Assert.Equal("Mine", (string?)view["name"]);
            Assert.Contains("q=pricing", (string?)view["address"], StringComparison.Ordinal);
        }

        await (await dafydd.OpenAsync("/me/erase")).PressAsync("[data-erase]", ("understood", "true"));

        Assert.False(await _house.InStoreAsync(db => db.SavedViews.AnyAsync()));
    }

    private async Task<Visitor> KeepAsync(string name, string query)
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage{query}");
        await dafydd.PressAsync("[data-keep-view] button", ("Name", name));
        return dafydd;
    }
}
