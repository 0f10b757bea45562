using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>No two teams of one place, and no two skills in use, are called the same, whatever capitals, blanks and widths they are written in.</summary>
public sealed class TellingNamesApart : IDisposable
{
    private const string Save = "form.card button.btn-primary";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData("pricing")]
    [InlineData(" PRICING ")]
    [InlineData("Ｐｒｉｃｉｎｇ")]
    [InlineData("Pri\u200bcing")]
    public async Task A_skills_name_is_taken_in_whichever_letters_it_is_written(string name)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills/edit");

        await ada.PressAsync(Save, ("Form.English", name));

        Assert.Contains("already has this name", ada.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_that_nobody_sees_are_not_kept_in_a_skills_names()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills/edit");

        await ada.PressAsync(Save, ("Form.English", "Glass\u202e  blow\u200bing"), ("Form.EnglishOthers", "hot\u2066 shop\n\u200b\nlamp work"));

        var names = await _house.InStoreAsync(async db => (await db.Skills.SingleAsync(skill => skill.Labels.Any(label => label.Text == "Glass blowing"))).Labels.Select(label => label.Text).Order(StringComparer.Ordinal).ToList());
        Assert.Equal(["Glass blowing", "hot shop", "lamp work"], names);
    }

    [Fact]
    public async Task Letters_that_only_one_of_the_stores_knows_the_cases_of_are_told_apart_in_both_and_blanks_within_are_none()
    {
        await DefineAsync("Äpfel pflücken");
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills/edit");

        await ada.PressAsync(Save, ("Form.English", "äPFEL  PFLÜCKEN"));

        Assert.Contains("already has this name", ada.Text, StringComparison.Ordinal);
        await ada.OpenAsync($"/admin/skills/edit/{await SkillAsync("Äpfel pflücken")}");
        await ada.PressAsync(Save, ("Form.English", "äpfel pflücken"));
        Assert.Contains("Saved", ada.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_who_add_one_skill_at_the_same_moment_add_one()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills/edit")));

        await Task.WhenAll(visitors.Select((visitor, at) => visitor.PressAsync(Save, ("Form.Chinese", "玻璃 Blowing"), ("Form.English", at % 2 == 0 ? "Glass blowing" : "glass BLOWING"))));

        Assert.Equal(1, await _house.InStoreAsync(db => db.Skills.CountAsync(skill => skill.Labels.Any(label => label.Text == "玻璃 Blowing"))));
    }

    [Fact]
    public async Task A_skill_whose_group_is_out_of_use_is_saved_with_it_and_says_so()
    {
        await DefineAsync("Glass");
        var (group, below) = (await SkillAsync("Glass"), await DefineAsync("Glass blowing", "Glass"));
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/skills/edit/{group}");
        await ada.PressAsync("[data-retire]");

        await ada.OpenAsync($"/admin/skills/edit/{below}");
        Assert.Contains("“Glass” is out of use", ada.Shown("[data-retired-broader]"), StringComparison.Ordinal);
        await ada.PressAsync(Save, ("Form.EnglishOthers", "Glasswork"));

        Assert.Contains("Saved: Glass blowing", ada.Page.Body!.TextContent, StringComparison.Ordinal);
        var kept = await _house.InStoreAsync(db => db.Skills.AsNoTracking().SingleAsync(skill => skill.Id == below));
        Assert.Equal((group, 2), (kept.BroaderId!.Value, kept.Labels.Count));
    }

    [Fact]
    public async Task What_fits_several_skills_is_answered_with_their_names_and_no_list_is_spoken_of_where_there_is_none()
    {
        await DefineAsync("Glass blowing");
        await DefineAsync("Glass cutting");
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills/edit");

        await ada.PressAsync(Save, ("Form.English", "Lamps"), ("Form.Broader", "glass"));
        Assert.Contains("Perhaps you mean: Glass blowing · Glass cutting", ada.Text, StringComparison.Ordinal);
        await ada.PressAsync(Save, ("Form.Broader", "nothing like it"));

        Assert.Contains("No skill has this name", ada.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("list", ada.Shown(".field-validation-error"), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_second_team_of_one_name_in_one_place_is_refused_beside_the_name_however_it_comes_there()
    {
        var (support, platform) = (await TeamAsync("Customer Support"), await TeamAsync("Platform & Operations"));
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams");
        await ada.PressAsync(Save, ("Form.Name", "Night shift"), ("Form.ParentId", platform.Id.ToString()));

        await ada.OpenAsync("/admin/teams");
        await ada.PressAsync(Save, ("Form.Name", "night  SHIFT"), ("Form.ParentId", platform.Id.ToString()));
        Assert.Contains("team of this name in this place", ada.Shown("[data-valmsg-for='Form.Name']"), StringComparison.Ordinal);
        Assert.Equal("night  SHIFT", ada.Page.QuerySelector("#Form_Name")!.GetAttribute("value"));
        await ada.PressAsync(Save, ("Form.ParentId", support.Id.ToString()));

        var second = await _house.InStoreAsync(db => db.Teams.AsNoTracking().SingleAsync(team => team.Name == "night SHIFT"));
        await ada.OpenAsync($"/admin/teams/{second.Id}");
        await ada.PressAsync(Save, ("Form.ParentId", platform.Id.ToString()));
        Assert.Contains("team of this name in this place", ada.Shown("[data-valmsg-for='Form.Name']"), StringComparison.Ordinal);
        await ada.OpenAsync("/admin/teams");
        using (var moved = await ada.PostAsync("/admin/teams?handler=Move", ("team", second.Id.ToString()), ("parent", platform.Id.ToString()), ("seen", ada.Page.QuerySelector($"#team-{second.Id}")!.GetAttribute("data-seen")!)))
        {
            Assert.Contains("team of this name in this place", await moved.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        Assert.Equal(support.Id, (await _house.InStoreAsync(db => db.Teams.AsNoTracking().SingleAsync(team => team.Id == second.Id))).ParentId);
    }

    [Fact]
    public async Task Twins_of_old_may_be_given_managers_and_a_name_that_reads_as_a_way_is_refused()
    {
        var root = await _house.InStoreAsync(db => db.Teams.FirstAsync(team => team.ParentId == null));
        var twin = Team.Form("Night shift", root.Id);
        await _house.InStoreAsync(db =>
        {
            db.Teams.AddRange(twin, Team.Form("Night shift", root.Id));
            return db.SaveChangesAsync();
        });
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{twin.Id}");

        await ada.PressAsync(Save, ("Form.Manager", "mei@lindenau.example"));
        Assert.Contains("Saved: Night shift", ada.Page.Body!.TextContent, StringComparison.Ordinal);
        await ada.OpenAsync("/admin/teams");
        await ada.PressAsync(Save, ("Form.Name", "Platform / Night"));

        Assert.Contains("Leave the stroke out", ada.Shown("[data-valmsg-for='Form.Name']"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_team_added_by_many_at_one_moment_is_there_once_and_a_change_pressed_twice_frightens_nobody()
    {
        var visitors = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ => await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams")));
        await Task.WhenAll(visitors.Select(visitor => visitor.PressAsync(Save, ("Form.Name", "Night shift"))));
        var night = await TeamAsync("Night shift");
        Assert.All(visitors, visitor => Assert.Equal(HttpStatusCode.OK, visitor.Status));

        var (first, second) = (await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night.Id}"), await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night.Id}"));
        await first.PressAsync(Save, ("Form.Manager", "mei@lindenau.example"));
        await second.PressAsync(Save, ("Form.Manager", "Mei@lindenau.example"));

        Assert.Contains("Saved: Night shift", second.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    private async Task<Id<Skill>> DefineAsync(string name, string? broader = null)
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/skills/edit");
        await ada.PressAsync("main .btn-primary", ("Form.English", name), ("Form.Broader", broader ?? ""));
        return await SkillAsync(name);
    }

    private Task<Id<Skill>> SkillAsync(string name) => _house.InStoreAsync(db => db.Skills.Where(skill => skill.Labels.Any(label => label.Text == name && label.IsPreferred)).Select(skill => skill.Id).SingleAsync());

    private Task<Team> TeamAsync(string name) => _house.InStoreAsync(db => db.Teams.AsNoTracking().SingleAsync(team => team.Name == name));
}
