using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>What would fall if somebody left: only about people who are named, and they learn that it was asked.</summary>
public sealed class AskingWhatIf : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_stranger_signs_in_whoever_manages_nobody_is_told_so_and_another_team_is_not_there()
    {
        var other = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Id).FirstAsync());

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), (await _house.Stranger().OpenAsync("/coverage/what-if")).Location).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _house.SignedInAsync("tunde")).OpenAsync("/coverage/what-if")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/what-if?team={other}")).Status);
    }

    [Fact]
    public async Task What_rests_on_somebody_falls_and_they_read_by_whom_and_on_which_day_it_was_asked()
    {
        var dafydd = await AskAsync("mei");

        Assert.Contains("Without Mei Tan", dafydd.Text, StringComparison.Ordinal);
        Assert.Contains("Incident command", dafydd.Shown("[data-falls]"), StringComparison.Ordinal);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/questions");
        var asked = mei.Page.QuerySelector("[data-look=Leaving]")!;
        Assert.Contains("Dafydd", asked.TextContent, StringComparison.Ordinal);
        Assert.Contains("asked what would happen without you", asked.TextContent, StringComparison.Ordinal);
        Assert.Equal("2026-11-02", asked.QuerySelector("time")!.GetAttribute("datetime"));
        Assert.Null((await (await _house.SignedInAsPersonAsync("anneke")).OpenAsync("/questions")).Page.QuerySelector("[data-look=Leaving]"));
    }

    [Fact]
    public async Task It_is_asked_about_the_time_that_the_coverage_was_looked_at()
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage?horizon=18");
        await dafydd.OpenAsync(dafydd.Page.QuerySelector("a[href*='what-if']")!.GetAttribute("href")!);
        Assert.Contains("18 months", dafydd.Text, StringComparison.Ordinal);

        await dafydd.PressAsync("[data-what-if] button", ("Without", (await _house.PersonAsync("mei")).Id.ToString()));

        Assert.All(dafydd.Page.QuerySelectorAll("[data-fall] a"), line => Assert.Contains("horizon=18", line.GetAttribute("href"), StringComparison.Ordinal));
        Assert.NotEmpty(dafydd.Page.QuerySelectorAll("[data-fall]"));
        Assert.Contains("horizon=18", dafydd.Page.QuerySelector(".pagehead a")!.GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_twice_a_day_it_is_kept_once_and_erased_with_either()
    {
        await AskAsync("mei");
        await AskAsync("mei");
        var mei = (await _house.PersonAsync("mei")).Id;

        Assert.Equal(1, await _house.InStoreAsync(db => db.CoverageLooks.CountAsync(look => look.PersonId == mei && look.LookedFor == LookedFor.Leaving)));

        await (await (await _house.SignedInAsync("dafydd")).OpenAsync("/me/erase")).PressAsync("[data-erase]", ("understood", "true"));
        Assert.False(await _house.InStoreAsync(db => db.CoverageLooks.AnyAsync(look => look.LookedFor == LookedFor.Leaving)));
    }

    [Theory]
    [InlineData("never asked")]
    [InlineData("counted")]
    [InlineData("withdrawn")]
    public async Task About_somebody_who_is_not_named_the_answer_is_that_about_nobody_and_nothing_is_kept(string state)
    {
        var marek = (await _house.PersonAsync("marek")).Id;
        if (state != "never asked")
        {
            await _house.GivesAsync("marek", Purpose.HoldProfile);
            await _house.GivesAsync("marek", state == "counted" ? Purpose.CountInCoverage : Purpose.ShowNamedCoverage);
        }

        if (state == "withdrawn")
        {
            await _house.WithdrawsAsync("marek", Purpose.ShowNamedCoverage);
        }

        var (about, nobody) = (await PostAsync(marek.ToString()), await PostAsync(Guid.NewGuid().ToString("N")));

        Assert.Equal(nobody, about);
        Assert.Contains("Choose at least one person", about, StringComparison.Ordinal);
        Assert.False(await _house.InStoreAsync(db => db.CoverageLooks.AnyAsync(look => look.PersonId == marek || look.LookedFor == LookedFor.Leaving)));
    }

    [Fact]
    public async Task About_nobody_or_about_more_than_five_it_is_refused_in_words_and_what_was_chosen_stays()
    {
        Assert.Contains("Choose at least one person", await PostAsync(), StringComparison.Ordinal);

        await _house.GivesAsync("marek", Purpose.HoldProfile);
        await _house.GivesAsync("marek", Purpose.ShowNamedCoverage);
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage/what-if");
        var all = dafydd.Page.QuerySelectorAll("[name=Without]").Select(box => ("Without", box.GetAttribute("value")!)).ToArray();
        Assert.True(all.Length > WhatIf.MostPeople, $"Only {all.Length} are named.");
        await dafydd.PressAsync("[data-what-if]", all);

        Assert.Contains("Choose at most 5 people", dafydd.Text, StringComparison.Ordinal);
        Assert.Equal(all.Length, dafydd.Page.QuerySelectorAll("[name=Without][checked]").Length);
        Assert.False(await _house.InStoreAsync(db => db.CoverageLooks.AnyAsync(look => look.LookedFor == LookedFor.Leaving)));
    }

    private async Task<Visitor> AskAsync(string key)
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage/what-if");
        await dafydd.PressAsync("[data-what-if]", ("Without", (await _house.PersonAsync(key)).Id.ToString()));
        return dafydd;
    }

    private async Task<string> PostAsync(params string[] without)
    {
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage/what-if");
        await dafydd.PressAsync("[data-what-if]", [.. without.Select(id => ("Without", id))]);
        return dafydd.Text;
    }
}
