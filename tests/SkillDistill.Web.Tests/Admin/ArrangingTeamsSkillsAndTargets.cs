using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Admin;

public sealed class ArrangingTeamsSkillsAndTargets(House house) : IClassFixture<House>
{
    private const string Save = "form.card button.btn-primary";

    [Fact]
    public async Task A_team_is_added_with_its_manager_who_then_sees_its_coverage()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/teams");
        var platform = await TeamAsync("Platform & Operations");

        await ada.PressAsync(Save, ("Form.Name", "Night shift"), ("Form.ParentId", platform.Id.ToString()), ("Form.Manager", "Tunde@lindenau.example"));

        Assert.Contains("Night shift", ada.Page.QuerySelector("#teams")!.TextContent, StringComparison.Ordinal);
        var tunde = await house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync("/coverage")).Status);
    }

    [Fact]
    public async Task A_team_cannot_go_below_itself_and_needs_a_name_and_a_known_manager()
    {
        var ada = await house.SignedInAsync("ada");
        var hardware = await TeamAsync("Hardware & Supply");
        var shenzhen = await TeamAsync("Shenzhen Production");

        await ada.OpenAsync($"/admin/teams/{hardware.Id}");
        await ada.PressAsync(Save, ("Form.ParentId", shenzhen.Id.ToString()));
        Assert.Contains("cannot be placed below itself", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync(Save, ("Form.ParentId", ""), ("Form.Name", " "));
        Assert.Contains("Write a name", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync(Save, ("Form.Name", "Hardware"), ("Form.Manager", "nobody@lindenau.example"));
        Assert.Contains("No active person", ada.Text, StringComparison.Ordinal);

        Assert.Equal(hardware.ParentId, (await TeamAsync("Hardware & Supply")).ParentId);
    }

    [Fact]
    public async Task A_team_is_renamed_and_moved()
    {
        var ada = await house.SignedInAsync("ada");
        var field = await TeamAsync("Sales & Field Service");
        var support = await TeamAsync("Customer Support");
        await ada.OpenAsync($"/admin/teams/{field.Id}");

        await ada.PressAsync(Save, ("Form.Name", "Field"), ("Form.ParentId", support.Id.ToString()));

        var moved = await TeamAsync("Field");
        Assert.Equal((field.Id, support.Id), (moved.Id, moved.ParentId!.Value));
        Assert.Equal(field.ManagerId, moved.ManagerId);
    }

    [Fact]
    public async Task A_skill_is_added_in_both_languages_and_found_by_all_its_names()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/skills/edit");
        await ada.PressAsync(Save, ("Form.English", "Glass blowing"), ("Form.Chinese", "玻璃吹制"), ("Form.EnglishOthers", "glasswork\nbulbs"), ("Form.ChineseOthers", "吹玻璃"));

        foreach (var name in new[] { "glass b", "BULBS", "吹玻璃" })
        {
            await ada.OpenAsync($"/admin/skills?q={Uri.EscapeDataString(name)}");
            Assert.Contains("Glass blowing", Assert.Single(ada.Page.QuerySelectorAll("#skills li")).TextContent, StringComparison.Ordinal);
        }

        await ada.OpenAsync(ada.Page.QuerySelector("#skills a")!.GetAttribute("href")!);
        await ada.PressAsync(Save, ("Form.English", "Glass working"), ("Form.EnglishOthers", "bulbs\nlamps"));
        var labels = await house.InStoreAsync(db => db.Skills.Where(skill => skill.Key == "glass-blowing").SelectMany(skill => skill.Labels).Select(label => label.Text).ToListAsync());
        Assert.Equal(["Glass working", "bulbs", "lamps", "吹玻璃", "玻璃吹制"], labels.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_skill_without_a_name_or_with_that_of_another_is_refused()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync("/admin/skills/edit");

        await ada.PressAsync(Save, ("Form.EnglishOthers", "only another name"));
        Assert.Contains("in at least one language", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync(Save, ("Form.English", "Pricing"));
        Assert.Contains("already has this name", ada.Text, StringComparison.Ordinal);
        Assert.Equal("only another name", ada.Page.QuerySelector("textarea[name='Form.EnglishOthers']")!.TextContent.Trim());
    }

    [Fact]
    public async Task A_target_is_set_by_any_name_of_the_skill_changed_and_removed()
    {
        var ada = await house.SignedInAsync("ada");
        var finance = await TeamAsync("Finance & People");
        await ada.OpenAsync($"/admin/targets?team={finance.Id}");

        await ada.PressAsync("#add-target button", ("Form.Skill", "GDPR"), ("Form.Level", "4"), ("Form.HeadCount", "3"));
        await ada.PressAsync("#add-target button", ("Form.Skill", "报销制度"), ("Form.HeadCount", "0"));
        Assert.Contains("head-count from 1", ada.Text, StringComparison.OrdinalIgnoreCase);
        await ada.PressAsync("#add-target button", ("Form.Skill", "no such skill"), ("Form.HeadCount", "1"));
        Assert.Contains("No skill has this name", ada.Text, StringComparison.Ordinal);

        var target = await house.InStoreAsync(db => db.Targets.SingleAsync(known => known.TeamId == finance.Id && db.Skills.Any(skill => skill.Id == known.SkillId && skill.Key == "data-protection")));
        Assert.Equal((4, 3), (target.Level, target.HeadCount));
        var row = $"input[name=target][value='{target.Id}'] ~ button";
        await ada.PressAsync(row, ("headCount", "1"));
        Assert.Equal(1, await house.InStoreAsync(db => db.Targets.Where(known => known.Id == target.Id).Select(known => known.HeadCount).SingleAsync()));
        await ada.PressAsync($"{row}[formaction]");
        Assert.False(await house.InStoreAsync(db => db.Targets.AnyAsync(known => known.Id == target.Id)));
    }

    private Task<Team> TeamAsync(string name) => house.InStoreAsync(db => db.Teams.AsNoTracking().SingleAsync(team => team.Name == name));
}
