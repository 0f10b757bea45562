using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>Targets with a day, down the tree, and several in one step.</summary>
public sealed class SettingTargets : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_target_is_set_for_now_and_another_one_for_later_and_coverage_holds_each_at_its_time()
    {
        var ada = await OpenAsync("Platform & Operations");
        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Level", "3"), ("Form.HeadCount", "2"));
        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Level", "3"), ("Form.HeadCount", "7"), ("Form.Due", "EighteenMonths"));

        var dafydd = await _house.SignedInAsync("dafydd");
        var platform = await TeamAsync("Platform & Operations");
        async Task<string> WantedAsync(string horizon) =>
            (await dafydd.OpenAsync($"/coverage?team={platform}&horizon={horizon}")).Page.QuerySelectorAll(".coverage-lines tr").Single(row => row.TextContent.Contains("Payroll", StringComparison.Ordinal)).TextContent;

        Assert.Contains("2 at level 3", await WantedAsync("now"), StringComparison.Ordinal);
        Assert.Contains("2 at level 3", await WantedAsync("6"), StringComparison.Ordinal);
        Assert.Contains("7 at level 3", await WantedAsync("18"), StringComparison.Ordinal);
        Assert.Contains("horizon=18", dafydd.Page.QuerySelector("[data-sheet]")!.GetAttribute("href"), StringComparison.Ordinal);
        Assert.Contains("7", await dafydd.Http.GetStringAsync(new Uri(dafydd.Page.QuerySelector("[data-sheet]")!.GetAttribute("href")!, UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage?team={platform}&horizon=7")).Status);
    }

    [Fact]
    public async Task A_day_that_was_to_be_chosen_and_a_day_of_another_millennium_are_refused_in_words()
    {
        var ada = await OpenAsync("Platform & Operations");

        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Due", "Day"));
        Assert.Contains("Choose the day from which it holds.", ada.Shown("#add-target"), StringComparison.Ordinal);
        Assert.Equal("Payroll processing", ada.Page.QuerySelector("#Form_Skill")!.GetAttribute("value"));
        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Due", "Day"), ("Form.DueOn", "1026-11-29"));

        Assert.Contains("between the years 2000 and 2099", ada.Shown("#add-target"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_that_was_typed_is_dropped_in_silence_and_nothing_is_called_changed_that_is_not()
    {
        var ada = await OpenAsync("Platform & Operations");
        var id = ada.Page.QuerySelector("input[name=Ticked]")!.GetAttribute("value")!;

        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.DueOn", "2027-03-01"));
        Assert.Contains("You gave a day. Choose “a day” as well", ada.Shown("#add-target"), StringComparison.Ordinal);
        Assert.Equal("2027-03-01", ada.Page.QuerySelector("#Form_DueOn")!.GetAttribute("value"));
        await ada.PressAsync("[data-bulk]", ("Ticked", id), ("Bulk.DueOn", "2027-03-01"));
        Assert.Contains("You gave a day.", ada.Shown("#bulk"), StringComparison.Ordinal);
        ada = await OpenAsync("Platform & Operations");
        await ada.PressAsync("[data-bulk]", ("Ticked", id));

        Assert.Contains("Choose what shall change", ada.Text, StringComparison.Ordinal);
        Assert.NotNull(ada.Page.QuerySelector("input[name=Ticked][checked]"));
    }

    [Fact]
    public async Task A_row_that_somebody_else_changed_or_removed_meanwhile_is_not_overwritten()
    {
        var (first, second, third) = (await OpenAsync("Platform & Operations"), await OpenAsync("Platform & Operations"), await OpenAsync("Platform & Operations"));
        var id = first.Page.QuerySelector("input[name=Ticked]")!.GetAttribute("value")!;
        const string Save = ".targetrow button:not([formaction])";

        await first.PressAsync(Save, ("headCount", "9"));
        await second.PressAsync(Save, ("headCount", "4"));
        Assert.Contains("changed this in the meantime", second.Text, StringComparison.Ordinal);
        Assert.Equal(9, Assert.Single(await TargetsAsync([id])).HeadCount);
        await first.PressAsync(".targetrow button[formaction]");
        Assert.Empty(await TargetsAsync([id]));

        await second.PressAsync(Save, ("headCount", "4"));
        Assert.Contains("changed this in the meantime", second.Text, StringComparison.Ordinal);
        await third.PressAsync(".targetrow button[formaction]");
        Assert.Contains("It was removed already.", third.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("headCount", "many")]
    [InlineData("dueOn", "31.02.2027")]
    public async Task What_cannot_be_read_in_a_row_is_said_above_the_rows_and_changes_none(string field, string value)
    {
        var ada = await OpenAsync("Platform & Operations");
        var before = await _house.InStoreAsync(db => db.Targets.OrderBy(target => target.Id).Select(target => new { target.Id, target.HeadCount, target.DueOn }).ToListAsync());

        await ada.PressAsync(".targetrow button:not([formaction])", (field, value));

        Assert.Contains($"\"{value}\" cannot be used here", ada.Shown(".validation-summary-errors"), StringComparison.Ordinal);
        Assert.NotEmpty(ada.Page.QuerySelectorAll("#targets li"));
        Assert.Equal(before, await _house.InStoreAsync(db => db.Targets.OrderBy(target => target.Id).Select(target => new { target.Id, target.HeadCount, target.DueOn }).ToListAsync()));
    }

    [Fact]
    public async Task A_target_for_each_team_holds_below_until_a_team_sets_its_own_or_says_not_here()
    {
        var company = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Name).FirstAsync());
        var ada = await OpenAsync(company);
        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Level", "3"), ("Form.HeadCount", "2"), ("Form.Reach", "Each"));

        ada = await OpenAsync("Platform & Operations");
        Assert.Contains($"2 at level 3 now · set for {company}", ada.Shown("#from-above"), StringComparison.Ordinal);
        await ada.PressAsync("#from-above [data-own]");
        Assert.Null(ada.Page.QuerySelector("#from-above"));
        Assert.Equal((2, TargetReach.Together), await _house.InStoreAsync(async db => await db.Targets.OrderByDescending(target => target.Id).Select(target => new ValueTuple<int, TargetReach>(target.HeadCount, target.Reach)).FirstAsync()));
        await ada.PressAsync("[aria-label*='Payroll'] ~ button[formaction]");
        Assert.NotNull(ada.Page.QuerySelector("#from-above"));
        await ada.PressAsync("#from-above [data-not-here]");

        Assert.Contains("nobody wanted here", ada.Shown("[data-none]"), StringComparison.Ordinal);
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync($"/coverage?team={await TeamAsync("Platform & Operations")}");
        Assert.DoesNotContain(dafydd.Page.QuerySelectorAll(".coverage-lines tr"), row => row.TextContent.Contains("Payroll", StringComparison.Ordinal) && row.TextContent.Contains("at level", StringComparison.Ordinal) && row.TextContent.Contains("Platform", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_override_pressed_twice_is_set_once_and_frightens_nobody()
    {
        var company = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Name).FirstAsync());
        await (await OpenAsync(company)).PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Level", "3"), ("Form.HeadCount", "2"), ("Form.Reach", "Each"));
        var before = await _house.InStoreAsync(db => db.Targets.CountAsync());
        var visitors = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => OpenAsync("Platform & Operations")));

        await Task.WhenAll(visitors.Select(ada => ada.PressAsync("#from-above [data-own]")));

        Assert.All(visitors, ada => Assert.DoesNotContain("Somebody else changed", ada.Text, StringComparison.Ordinal));
        Assert.Equal(before + 1, await _house.InStoreAsync(db => db.Targets.CountAsync()));
    }

    [Fact]
    public async Task A_part_of_a_name_is_answered_with_the_skills_that_fit_and_one_of_them_is_chosen()
    {
        var ada = await OpenAsync("Platform & Operations");

        await ada.PressAsync("#add-target button", ("Form.Skill", "payroll"), ("Form.HeadCount", "7"));
        Assert.Contains("Payroll processing", ada.Shown("[data-matches]"), StringComparison.Ordinal);
        await ada.PressAsync("#add-target button", ("Meant", "Payroll processing"));

        Assert.Equal(1, await _house.InStoreAsync(db => db.Targets.CountAsync(target => target.HeadCount == 7)));
        await ada.PressAsync("#add-target button", ("Form.Skill", "nothing like it"));
        Assert.Null(ada.Page.QuerySelector("[data-matches]"));
        Assert.DoesNotContain("from the list", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_are_changed_and_removed_in_one_step()
    {
        var ada = await OpenAsync("Platform & Operations");
        var ids = ada.Page.QuerySelectorAll("input[name=Ticked]").Select(box => box.GetAttribute("value")!).Take(2).ToList();
        var before = await TargetsAsync(ids);
        (string, string)[] ticked = [.. ids.Select(id => ("Ticked", id))];

        await ada.PressAsync("[data-bulk]", [.. ticked, ("Bulk.HeadCount", "6"), ("Bulk.Due", "SixMonths")]);

        var after = await TargetsAsync(ids);
        Assert.All(after, target => Assert.Equal((6, CoverageLook.DayOf(_house.Clock.GetUtcNow()).AddMonths(6)), (target.HeadCount, target.DueOn)));
        Assert.Equal(before.Select(target => target.Level), after.Select(target => target.Level));
        await ada.PressAsync("[data-bulk-remove]", ticked);
        Assert.Contains("Targets removed: 2.", ada.Text, StringComparison.Ordinal);
        Assert.Empty(await TargetsAsync(ids));
    }

    [Fact]
    public async Task One_that_cannot_be_changed_is_enough_that_none_is()
    {
        var ada = await OpenAsync("Platform & Operations");
        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.HeadCount", "2"));
        await ada.PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.HeadCount", "4"), ("Form.Due", "SixMonths"));
        var ids = ada.Page.QuerySelectorAll("input[name=Ticked]").Select(box => box.GetAttribute("value")!).ToList();
        var before = (await TargetsAsync(ids)).Select(target => (target.Id, target.HeadCount, target.DueOn)).ToList();
        (string, string)[] ticked = [.. ids.Select(id => ("Ticked", id))];

        await ada.PressAsync("[data-bulk]", [.. ticked, ("Bulk.HeadCount", "8"), ("Bulk.Due", "Now")]);

        Assert.Contains("Two targets would be for the same team, skill and day", ada.Text, StringComparison.Ordinal);
        Assert.Equal("8", ada.Page.QuerySelector("#Bulk_HeadCount")!.GetAttribute("value"));
        Assert.Equal(ids.Count, ada.Page.QuerySelectorAll("input[name=Ticked][checked]").Length);
        Assert.Equal(before, (await TargetsAsync(ids)).Select(target => (target.Id, target.HeadCount, target.DueOn)));
        ada = await OpenAsync("Platform & Operations");
        await ada.PressAsync("[data-bulk]", ("Bulk.HeadCount", "8"));
        Assert.Contains("Tick at least one first.", ada.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Bulk.Level", "4")]
    [InlineData("Bulk.HeadCount", "3")]
    public async Task Half_of_what_is_wanted_is_refused_in_words_where_nobody_was_wanted_so_far(string field, string value)
    {
        var company = await _house.InStoreAsync(db => db.Teams.Where(team => team.ParentId == null).Select(team => team.Name).FirstAsync());
        await (await OpenAsync(company)).PressAsync("#add-target button", ("Form.Skill", "Payroll processing"), ("Form.Level", "3"), ("Form.HeadCount", "2"), ("Form.Reach", "Each"));
        var ada = await (await OpenAsync("Platform & Operations")).PressAsync("#from-above [data-not-here]");
        var none = ada.Page.QuerySelector("[data-none]")!.Closest("li")!.QuerySelector("input[name=Ticked]")!.GetAttribute("value")!;

        await ada.PressAsync("[data-bulk]", ("Ticked", none), (field, value));

        Assert.Contains("In one of the ticked rows nobody is wanted so far", ada.Text, StringComparison.Ordinal);
        Assert.True((await TargetsAsync([none])).Single().IsNone);
        await ada.PressAsync("[data-bulk]", ("Ticked", none), ("Bulk.Level", "4"), ("Bulk.HeadCount", "3"));
        var wanted = (await TargetsAsync([none])).Single();
        Assert.Equal((4, 3), (wanted.Level, wanted.HeadCount));
    }

    [Fact]
    public async Task Only_admins_do_any_of_it_and_what_is_not_there_is_not_found()
    {
        var team = await TeamAsync("Platform & Operations");
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        foreach (var handler in new[] { "Bulk", "BulkRemove", "Override" })
        {
            using var posted = await dafydd.PostAsync($"/admin/targets?team={team}&handler={handler}", ("Ticked", (await AnyTargetAsync()).ToString()));
            Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        }

        var ada = await OpenAsync("Platform & Operations");
        using var missing = await ada.PostAsync($"/admin/targets?team={team}&handler=Override", ("above", $"{Guid.NewGuid():N}"), ("nobody", "true"));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private async Task<Visitor> OpenAsync(string team) => await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/targets?team={await TeamAsync(team)}");

    private Task<Id<Team>> TeamAsync(string name) => _house.InStoreAsync(db => db.Teams.Where(team => team.Name == name).Select(team => team.Id).SingleAsync());

    private Task<Id<Target>> AnyTargetAsync() => _house.InStoreAsync(db => db.Targets.Select(target => target.Id).FirstAsync());

    private Task<List<Target>> TargetsAsync(List<string> ids) => _house.InStoreAsync(db =>
    {
        var wanted = ids.ConvertAll(id => Id<Target>.Parse(id, null));
        return db.Targets.AsNoTracking().Where(target => wanted.Contains(target.Id)).OrderBy(target => target.Id).ToListAsync();
    });
}
