using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Coverage;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Where a team has too many people to choose from, they are looked for by name; the answer is that of the whole team.</summary>
public sealed class AskingWhatIfOfALargeTeam : IDisposable
{
    private readonly HouseOfMany _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Somebody_is_found_by_name_and_what_rests_on_them_falls_as_in_the_whole_view()
    {
        var (team, mei) = (await _house.OrganisationOfDafyddAsync(), await _house.PersonAsync("mei"));
        var view = await _house.AskAsync<CoverageOfTeam, CoverageView>(coverage => coverage.ReadAsync(team, CancellationToken.None));
        var falls = WhatIf.Leave(view.Lines, new HashSet<Domain.Id<Person>> { mei.Id }).Value.Lines;
        Assert.NotEmpty(falls);

        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/what-if?team={team}");
        Assert.Empty(dafydd.Page.QuerySelectorAll("[name=Without]"));
        await dafydd.PressAsync("[data-find]", ("Called", " MEI t"));
        Assert.Equal(mei.Id.ToString(), Assert.Single(dafydd.Page.QuerySelectorAll("[name=Without]")).GetAttribute("value"));
        Assert.Equal([LookedFor.Row], await LooksAtAsync(mei.Id));
        await dafydd.PressAsync("[data-ask-what-if]", ("Without", mei.Id.ToString()));

        Assert.Contains("Without Mei Tan", dafydd.Text, StringComparison.Ordinal);
        Assert.Equal(
            falls.Select(fall => (view.Label(fall.Before.SkillId), fall.IsMetToday ? "below" : "further")).Order(),
            dafydd.Page.QuerySelectorAll("[data-fall]").Select(fall => (fall.QuerySelector("a")!.TextContent, fall.GetAttribute("data-fall")!)).Order());
        Assert.Equal([LookedFor.Row, LookedFor.Leaving], await LooksAtAsync(mei.Id));
    }

    [Fact]
    public async Task Whoever_was_chosen_stays_while_another_is_looked_for()
    {
        var (team, mei) = (await _house.OrganisationOfDafyddAsync(), await _house.PersonAsync("mei"));
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/what-if?team={team}&horizon=6");

        await dafydd.PressAsync("[data-find]", ("Called", "anneke"), ("Without", mei.Id.ToString()));

        Assert.Equal(["Anneke", "Mei"], dafydd.Page.QuerySelectorAll(".what-if-people b").Select(name => name.TextContent.Split(' ')[0]));
        Assert.Equal(mei.Id.ToString(), Assert.Single(dafydd.Page.QuerySelectorAll("[name=Without][checked]")).GetAttribute("value"));
        Assert.Contains("6 months", dafydd.Text, StringComparison.Ordinal);
        Assert.Null(dafydd.Page.QuerySelector("[data-falls]"));
    }

    [Theory]
    [InlineData("never asked")]
    [InlineData("counted")]
    [InlineData("withdrawn")]
    public async Task A_name_of_somebody_who_is_not_named_is_as_one_that_nobody_has(string state)
    {
        var team = await _house.OrganisationOfDafyddAsync();
        if (state != "never asked")
        {
            await _house.GivesAsync("marek", Purpose.HoldProfile);
            await _house.GivesAsync("marek", state == "counted" ? Purpose.CountInCoverage : Purpose.ShowNamedCoverage);
        }

        if (state == "withdrawn")
        {
            await _house.WithdrawsAsync("marek", Purpose.ShowNamedCoverage);
        }

        Assert.Equal(await FoundAsync("Nobody at all"), await FoundAsync("Marek"));
        Assert.Empty(await LooksAtAsync((await _house.PersonAsync("marek")).Id));

        async Task<string> FoundAsync(string name)
        {
            var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage/what-if?team={team}");
            await dafydd.PressAsync("[data-find]", ("Called", name));
            return dafydd.Page.QuerySelector("main")!.TextContent;
        }
    }

    private async Task<IEnumerable<LookedFor>> LooksAtAsync(Domain.Id<Person> person) =>
        (await _house.InStoreAsync(db => db.CoverageLooks.Where(look => look.PersonId == person).Select(look => look.LookedFor).ToListAsync())).Order();
}
