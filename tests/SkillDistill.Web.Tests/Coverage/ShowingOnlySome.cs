using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>An address picks rows and columns among what is shown anyway, and changes no number of them.</summary>
public sealed class ShowingOnlySome(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("state=Gap")]
    [InlineData("state=SinglePointOfFailure&fresh=Fresh")]
    [InlineData("fresh=Unknown")]
    [InlineData("q=command")]
    [InlineData("q=INCIDENT&picture=Teams")]
    [InlineData("role=Nobody+has+it")]
    [InlineData("dense=true")]
    public async Task Whatever_is_left_stands_there_word_for_word_as_without_the_filter(string filter)
    {
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        var (all, sentence) = (Lines(dafydd), dafydd.Shown("#sentence"));

        await dafydd.OpenAsync($"/coverage?{filter}");

        Assert.Equal(HttpStatusCode.OK, dafydd.Status);
        Assert.Equal(sentence, dafydd.Shown("#sentence"));
        Assert.All(Lines(dafydd), line => Assert.Contains(line, all));
    }

    [Fact]
    public async Task A_role_or_a_group_of_an_old_address_stands_in_its_list_as_one_that_nobody_has()
    {
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync($"/coverage?role=Lamp+lighter&group={Guid.NewGuid():N}");

        Assert.Contains("Lamp lighter (nobody shown here)", dafydd.Page.QuerySelector("#role option[selected]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("not here", dafydd.Page.QuerySelector("#group option[selected]")!.TextContent, StringComparison.Ordinal);
        await dafydd.PressAsync("[data-filters] button.btn-primary");
        Assert.Contains("Lamp", dafydd.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task State_group_and_text_leave_what_they_say()
    {
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync("/coverage?state=Gap");
        Assert.NotEmpty(Lines(dafydd));
        Assert.All(dafydd.Page.QuerySelectorAll(".coverage-lines tbody td:first-child .tag"), state => Assert.EndsWith("Gap", state.TextContent, StringComparison.Ordinal));
        Assert.Equal(dafydd.Page.QuerySelectorAll(".coverage-lines tbody th").Select(skill => skill.TextContent.Trim()).Distinct().Order(), dafydd.Page.QuerySelectorAll(".heatmap-skill a").Select(skill => skill.TextContent.Trim()).Order());

        await dafydd.OpenAsync("/coverage?q=incident+COMMAND");
        Assert.Equal("Incident command", Assert.Single(dafydd.Page.QuerySelectorAll(".heatmap-skill a")).TextContent);

        var group = dafydd.Page.QuerySelectorAll("#group option").First(option => option.GetAttribute("value")!.Length > 0);
        await dafydd.OpenAsync($"/coverage?group={group.GetAttribute("value")}");
        Assert.Equal(group.TextContent, Assert.Single(dafydd.Page.QuerySelectorAll(".heatmap-group")).TextContent);
        Assert.Equal("/coverage", dafydd.Page.QuerySelector("[data-show-all]")!.GetAttribute("href")!.Split('?')[0]);
    }

    [Fact]
    public async Task Skills_in_no_group_are_a_group_to_choose()
    {
        await house.InStoreAsync(async db =>
        {
            var skill = Domain.Skills.Skill.Define("alone", null, [new Domain.Skills.SkillLabel("en", "Standing alone", true)]);
            db.Skills.Add(skill);
            db.Targets.Add(Domain.Coverage.Target.Set(await db.Teams.Where(team => team.Name == "Platform & Operations").Select(team => team.Id).SingleAsync(), skill.Id, 3, 2).Value);
            return await db.SaveChangesAsync();
        });
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync("/coverage");
        await dafydd.OpenAsync($"/coverage?group={Guid.Empty:N}");

        Assert.Equal("Standing alone", Assert.Single(dafydd.Page.QuerySelectorAll(".coverage-lines tbody th a")).TextContent);
        Assert.Equal("Other", dafydd.Page.QuerySelector("#group option[selected]")!.TextContent);
        await house.InStoreAsync(db => db.Targets.Where(target => target.SkillId == db.Skills.Single(skill => skill.Key == "alone").Id).ExecuteDeleteAsync());
    }

    [Fact]
    public async Task A_role_leaves_the_rows_of_those_named_who_have_it_and_whoever_has_another_one_was_not_looked_at_in_the_heatmap()
    {
        var mei = await house.PersonAsync("mei");
        var dafydd = await (await house.SignedInAsync("dafydd")).OpenAsync($"/coverage?role={Uri.EscapeDataString(mei.JobTitle)}");

        Assert.Contains("Mei Tan", dafydd.Page.QuerySelectorAll(".heatmap tbody th").Select(row => row.TextContent));
        Assert.Equal(await house.InStoreAsync(db => db.People.CountAsync(person => person.JobTitle == mei.JobTitle && person.TeamId == mei.TeamId)) + 1, dafydd.Page.QuerySelectorAll(".heatmap tbody th").Length);
    }

    [Fact]
    public async Task Nonsense_is_not_found_and_a_search_of_any_length_or_letters_is_a_search()
    {
        var dafydd = await house.SignedInAsync("dafydd");

        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync("/coverage?state=nonsense")).Status);
        Assert.Equal(HttpStatusCode.OK, (await dafydd.OpenAsync($"/coverage?q={new string('x', 3000)}")).Status);
        Assert.Contains("Nothing fits", dafydd.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await dafydd.OpenAsync("/coverage?q=%3Cscript%3E%00%EF%BF%BD")).Status);
    }

    [Fact]
    public async Task Teams_by_skills_shows_the_team_and_those_directly_below_and_nobody_by_name_in_it()
    {
        var stefan = await (await Cards.CardsOfTheHouse.SignedInAsPersonAsync(house, "stefan")).OpenAsync("/coverage?picture=Teams");

        var teams = stefan.Page.QuerySelectorAll(".heatmap tbody th").Select(row => row.TextContent).ToList();
        var below = await house.InStoreAsync(async db =>
        {
            var own = await db.Teams.SingleAsync(team => team.Name == "Hardware & Supply");
            return await db.Teams.Where(team => team.ParentId == own.Id).OrderBy(team => team.Name).Select(team => team.Name).ToListAsync();
        });
        Assert.Equal(["Hardware & Supply", .. below], teams);
        Assert.NotEmpty(below);
        Assert.Contains(stefan.Page.QuerySelectorAll(".heatmap td[title]"), cell => cell.GetAttribute("title")!.Contains("wanted", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_a_team_below_shows_in_the_view_above_is_what_its_own_view_shows()
    {
        var stefan = await Cards.CardsOfTheHouse.SignedInAsPersonAsync(house, "stefan");
        await house.WithdrawsAsync("xiaoyun", Purpose.CountInCoverage);
        await stefan.OpenAsync("/coverage?picture=Teams");
        var (above, below) = (Cells(stefan, 1), stefan.Page.QuerySelectorAll(".heatmap tbody th")[1].TextContent);
        var id = stefan.Page.QuerySelectorAll("#team option").Single(option => option.TextContent.Trim() == below).GetAttribute("value");

        await stefan.OpenAsync($"/coverage?picture=Teams&team={id}");

        var own = Cells(stefan, 0);
        Assert.NotEmpty(own);
        Assert.All(own, cell => Assert.Equal(cell.Value, above[cell.Key]));
    }

    private static Dictionary<string, string> Cells(Visitor visitor, int row)
    {
        var cells = visitor.Page.QuerySelectorAll(".heatmap tbody tr")[row].QuerySelectorAll("td");
        return visitor.Page.QuerySelectorAll(".heatmap-skill a").Select((skill, at) => (skill.TextContent, cells[at].TextContent)).ToDictionary(cell => cell.Item1, cell => cell.Item2.Trim());
    }

    private static List<string> Lines(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".coverage-lines tbody tr").Select(row => row.TextContent)];
}
