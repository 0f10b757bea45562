using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Admin;

public sealed class LookingAfterPeople(House house) : IClassFixture<House>
{
    public static TheoryData<string> Pages => ["/admin", "/admin/people/add", "/admin/teams", "/admin/teams/sheet", "/admin/people/sheet", "/admin/skills", "/admin/skills/edit", "/admin/targets", "/admin/models", "/admin/deployment"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_an_admin_comes_in(string page)
    {
        var stranger = await house.Stranger().OpenAsync(page);
        var manager = await (await house.SignedInAsync("dafydd")).OpenAsync(page);
        var ada = await (await house.SignedInAsync("ada")).OpenAsync(page);

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), stranger.Location).AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, manager.Status);
        Assert.Equal(HttpStatusCode.OK, ada.Status);
    }

    [Theory]
    [InlineData("/admin/people/")]
    [InlineData("/admin/teams/")]
    [InlineData("/admin/skills/edit/")]
    [InlineData("/admin/targets?team=")]
    public async Task What_does_not_exist_is_not_found(string page)
    {
        var ada = await house.SignedInAsync("ada");

        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"{page}{Guid.NewGuid():N}")).Status);
    }

    [Fact]
    public async Task People_are_found_by_name_and_by_team_a_page_at_a_time()
    {
        var ada = await house.SignedInAsync("ada");

        await ada.OpenAsync("/admin");
        Assert.Equal(25, ada.Page.QuerySelectorAll("#people li").Length);
        await ada.OpenAsync(ada.Page.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        Assert.NotEmpty(ada.Page.QuerySelectorAll("#people li"));

        await ada.OpenAsync("/admin?q=MEI%20t");
        Assert.Contains("Mei Tan", Assert.Single(ada.Page.QuerySelectorAll("#people li")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_whose_manager_is_deactivated_says_that_nobody_manages_it()
    {
        var ada = await (await house.SignedInAsync("ada")).OpenAsync("/admin/teams");
        Assert.Null(ada.Page.QuerySelector("[data-manager-gone]"));
        var managers = await house.InStoreAsync(db => db.Teams.Where(team => team.Name == "Customer Support").Select(team => team.ManagerId!.Value).ToListAsync());
        await house.InStoreAsync(db => db.People.Where(person => managers.Contains(person.Id)).ExecuteUpdateAsync(set => set.SetProperty(person => person.DeactivatedAt, house.Clock.GetUtcNow())));

        await ada.OpenAsync("/admin/teams");

        Assert.Contains("nobody manages it", Assert.Single(ada.Page.QuerySelectorAll("[data-manager-gone]")).TextContent, StringComparison.Ordinal);
        await house.InStoreAsync(db => db.People.Where(person => managers.Contains(person.Id)).ExecuteUpdateAsync(set => set.SetProperty(person => person.DeactivatedAt, (DateTimeOffset?)null)));
    }

    [Fact]
    public async Task An_invited_person_sets_a_password_by_a_link_that_is_shown_once_and_works_once()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/people/add");
        await ada.PressAsync("form.card button.btn-primary", ("Form.Name", "Nia New"), ("Form.Email", "Nia@lindenau.example"), ("Form.JobTitle", "Newcomer"));
        var link = ada.Page.QuerySelector("#link")!.GetAttribute("value")!;
        await ada.OpenAsync(ada.Location);
        Assert.Null(ada.Page.QuerySelector("#link"));

        var nia = await house.Stranger().OpenAsync(new Uri(link).PathAndQuery);
        await nia.PressAsync("main button", ("Password", "too short"));
        Assert.Contains("at least 12", nia.Text, StringComparison.OrdinalIgnoreCase);
        await nia.PressAsync("main button", ("Password", "three plain words"));
        Assert.Contains("Nia New", nia.Page.QuerySelector("header")!.TextContent, StringComparison.Ordinal);

        var again = await house.Stranger().OpenAsync(new Uri(link).PathAndQuery);
        Assert.Contains("does not work any more", again.Text, StringComparison.Ordinal);
        Assert.Null(again.Page.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task A_new_link_replaces_the_one_before_and_an_invented_one_says_nothing()
    {
        var ada = await house.SignedInAsync("ada");
        var mei = (await house.PersonAsync("gareth")).Id;
        await ada.OpenAsync($"/admin/people/{mei}");
        await ada.PressAsync("form[action*='handler=Link'] button");
        var first = new Uri(ada.Page.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;
        await ada.PressAsync("form[action*='handler=Link'] button");
        var second = new Uri(ada.Page.QuerySelector("#link")!.GetAttribute("value")!).PathAndQuery;

        var stranger = house.Stranger();
        Assert.Contains("does not work", (await stranger.OpenAsync(first)).Text, StringComparison.Ordinal);
        Assert.Contains("does not work", (await stranger.OpenAsync($"/join/{Guid.NewGuid():N}?token=abc")).Text, StringComparison.Ordinal);
        Assert.NotNull((await stranger.OpenAsync(second)).Page.QuerySelector("input[type=password]"));
    }

    [Fact]
    public async Task Two_people_cannot_share_an_address_and_what_was_typed_stays()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/people/add");

        await ada.PressAsync("form.card button.btn-primary", ("Form.Name", "Another Mei"), ("Form.Email", "MEI@lindenau.example"));

        Assert.Contains("already somebody with the address", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Another Mei", ada.Page.QuerySelector("input[name='Form.Name']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task A_deactivated_person_is_out_at_the_next_request_and_back_when_reactivated()
    {
        var ada = await house.SignedInAsync("ada");
        var xiaoyun = await house.SignedInAsync("xiaoyun");
        var id = (await house.PersonAsync("xiaoyun")).Id;
        await ada.OpenAsync($"/admin/people/{id}");

        await ada.PressAsync("form[action*='handler=Deactivate'] button");
        await xiaoyun.OpenAsync("/me/skills");
        Assert.StartsWith("/sign-in", xiaoyun.Location, StringComparison.Ordinal);

        await ada.PressAsync("form[action*='handler=Return'] button");
        xiaoyun = await house.SignedInAsync("xiaoyun");
        await xiaoyun.OpenAsync("/me/skills");
        Assert.Equal(HttpStatusCode.OK, xiaoyun.Status);
    }

    [Fact]
    public async Task The_last_admin_stays_admin_and_active()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync($"/admin/people/{(await house.PersonAsync("ada")).Id}");

        var save = ada.Page.QuerySelectorAll("main form")[0].QuerySelector("button")!;
        ada.Page.QuerySelector("input[name='Form.IsAdmin'][type=checkbox]")!.RemoveAttribute("checked");
        await ada.PressAsync(save);
        Assert.Contains("must remain admin", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync("form[action*='handler=Deactivate'] button");
        Assert.Contains("must remain admin", ada.Text, StringComparison.Ordinal);

        var stored = await house.PersonAsync("ada");
        Assert.True(stored is { IsAdmin: true, DeactivatedAt: null });
    }

    [Fact]
    public async Task A_change_made_by_somebody_else_meanwhile_is_not_overwritten()
    {
        var ada = await house.SignedInAsync("ada");
        var sophie = (await house.PersonAsync("sophie")).Id;
        await ada.OpenAsync($"/admin/people/{sophie}");
        await house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Id == sophie)).Describe("Sophie", "Changed by another");
            return await db.SaveChangesAsync();
        });

        await ada.PressAsync(ada.Page.QuerySelectorAll("main form")[0].QuerySelector("button")!, ("Form.JobTitle", "Mine"));

        Assert.Contains("Nothing was overwritten", ada.Text, StringComparison.Ordinal);
        Assert.Equal("Changed by another", (await house.PersonAsync("sophie")).JobTitle);
        Assert.Equal("Mine", ada.Page.QuerySelector("input[name='Form.JobTitle']")!.GetAttribute("value"));
    }
}
