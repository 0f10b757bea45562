using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Tests.Coverage;

public sealed class LookingAtCoverage(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_stranger_is_sent_to_sign_in()
    {
        var stranger = await house.Stranger().OpenAsync("/coverage");

        Assert.StartsWith("/sign-in", new Uri(new Uri("http://localhost"), stranger.Location).AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_manages_nobody_is_told_that_the_page_is_for_another_duty()
    {
        var tunde = await house.SignedInAsync("tunde");

        await tunde.OpenAsync("/coverage");

        Assert.Equal(HttpStatusCode.Forbidden, tunde.Status);
        Assert.Contains("another duty", tunde.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_team_that_one_does_not_manage_is_not_there()
    {
        var dafydd = await house.SignedInAsync("dafydd");
        var support = await TeamAsync("Customer Support");

        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage?team={support.Id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync($"/coverage?team={Guid.NewGuid():N}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await dafydd.OpenAsync("/coverage?team=nonsense")).Status);
    }

    [Fact]
    public async Task A_manager_reads_first_what_is_thin()
    {
        var dafydd = await house.SignedInAsync("dafydd");

        await dafydd.OpenAsync("/coverage");

        Assert.Matches(@"^Platform & Operations: .*(gap|single point of failure|thin).*; thinnest is .+\.$", dafydd.Page.QuerySelector("#sentence")!.TextContent);
        var states = dafydd.Page.QuerySelectorAll(".coverage-lines tbody tr td:first-child .tag").Select(cell => cell.TextContent.Trim()).ToList();
        Assert.Equal(states.OrderBy(state => Array.IndexOf(["Gap", "Single point of failure", "Thin", "Covered", "No target"], state)), states);
    }

    [Fact]
    public async Task What_is_thinnest_in_a_team_below_is_said_with_it_and_led_to_there()
    {
        var dafydd = await house.SignedInAsync("dafydd");
        var (platform, skill) = (await TeamAsync("Platform & Operations"), await house.InStoreAsync(db => db.Skills.Where(known => known.Labels.Any(label => label.Text == "Payroll processing")).Select(known => known.Id).SingleAsync()));
        var below = Team.Form("Night shift", platform.Id);
        await house.InStoreAsync(db =>
        {
            db.Teams.Add(below);
            db.Targets.Add(Target.Set(below.Id, skill, 5, 900).Value);
            return db.SaveChangesAsync();
        });

        await dafydd.OpenAsync($"/coverage?team={platform.Id}");

        Assert.Matches("thinnest is Payroll processing in Night shift[.,]", dafydd.Shown("#sentence"));
        var see = dafydd.Page.QuerySelector("[data-next] a")!;
        Assert.Equal("Look at “Payroll processing” in Night shift", see.TextContent.Trim());
        Assert.Contains("Night shift", dafydd.Shown(".coverage-lines tbody tr:first-child [data-team]"), StringComparison.Ordinal);
        await dafydd.OpenAsync(see.GetAttribute("href")!);
        Assert.Contains("900 at level 5", dafydd.Text, StringComparison.Ordinal);
        await house.InStoreAsync(async db =>
        {
            db.Remove(await db.Targets.SingleAsync(target => target.TeamId == below.Id));
            db.Remove(await db.Teams.SingleAsync(team => team.Id == below.Id));
            return await db.SaveChangesAsync();
        });
    }

    [Fact]
    public async Task The_heatmap_names_only_those_who_agreed()
    {
        var dafydd = await house.SignedInAsync("dafydd");

        await dafydd.OpenAsync("/coverage");

        var rows = dafydd.Page.QuerySelectorAll(".heatmap tbody th[scope=row]").Select(row => row.TextContent).ToList();
        Assert.Contains("Mei Tan", rows);
        Assert.DoesNotContain((await house.PersonAsync("sam")).Name, dafydd.Text, StringComparison.Ordinal);
        Assert.Equal(6, rows.Count);
        Assert.NotEmpty(dafydd.Page.QuerySelectorAll(".heatmap th[scope=col]"));
    }

    [Fact]
    public async Task Never_asked_counted_among_few_and_withdrawn_are_the_same_bytes()
    {
        var dafydd = await house.SignedInAsync("dafydd");
        var neverAsked = await BytesAsync(dafydd);

        await house.GivesAsync("marek", Purpose.HoldProfile);
        await house.GivesAsync("marek", Purpose.CountInCoverage);
        var counted = await BytesAsync(dafydd);
        await house.GivesAsync("marek", Purpose.ShowNamedCoverage);
        var named = await BytesAsync(dafydd);
        await house.WithdrawsAsync("marek", Purpose.ShowNamedCoverage);
        await house.WithdrawsAsync("marek", Purpose.CountInCoverage);
        var withdrawn = await BytesAsync(dafydd);

        Assert.Equal(neverAsked, counted);
        Assert.NotEqual(neverAsked, named);
        Assert.Contains((await house.PersonAsync("marek")).Name, WebUtility.HtmlDecode(named), StringComparison.Ordinal);
        Assert.Equal(neverAsked, withdrawn);
    }

    [Fact]
    public async Task What_a_hidden_person_says_of_themselves_changes_no_byte()
    {
        var dafydd = await house.SignedInAsync("dafydd");
        var before = await BytesAsync(dafydd);
        var sam = await house.PersonAsync("sam");

        await house.InStoreAsync(async db =>
        {
            var declared = await db.Proficiencies.Where(level => level.PersonId == sam.Id).Select(level => level.SkillId).ToListAsync();
            var skills = await db.Skills.Where(skill => !declared.Contains(skill.Id)).Select(skill => skill.Id).ToListAsync();
            db.Proficiencies.AddRange(skills.Select(skill => Proficiency.Declare(sam.Id, skill, 5, house.Clock.GetUtcNow()).Value));
            return await db.SaveChangesAsync();
        });

        Assert.Equal(before, await BytesAsync(dafydd));
    }

    [Fact]
    public async Task Nothing_on_the_page_leads_to_what_anybody_said()
    {
        var dafydd = await house.SignedInAsync("dafydd");

        await dafydd.OpenAsync("/coverage");

        // Inviting shows who is in one's teams and when they were invited: nothing of theirs. The sheets say what the page says (TakingASheetAlong), a skill's page ends at days (LookingAtASkill), and Ask is as it is for everybody.
        string[] known = ["/ask", "/coverage", "/coverage/decision", "/coverage/invitations", "/coverage/skill", "/coverage/what-if", "#lines"];
        Assert.Equal(known.Order(StringComparer.Ordinal), dafydd.Page.QuerySelectorAll("main a").Select(link => link.GetAttribute("href")!.Split('?')[0]).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Counted_people_show_only_as_a_step_of_five_and_never_by_name()
    {
        // Stefan's branch has Shenzhen below it; a dozen more people join him, eight of whom agree to be counted.
        var team = await TeamAsync("Hardware & Supply");
        var skill = await house.InStoreAsync(db => db.Skills.Where(known => known.Key == "pricing").Select(known => known.Id).SingleAsync());
        var keys = Enumerable.Range(0, 14).Select(number => $"extra{number}").ToList();
        await house.InStoreAsync(async db =>
        {
            foreach (var key in keys)
            {
                var person = Person.Join($"Quiet {key}", $"{key}@lindenau.example", "", team.Id, house.Clock.GetUtcNow()).Value;
                db.People.Add(person);
                db.Proficiencies.Add(Proficiency.Declare(person.Id, skill, 4, house.Clock.GetUtcNow()).Value);
            }

            return await db.SaveChangesAsync();
        });
        var stefan = await ManagerAsync("stefan");
        await stefan.OpenAsync($"/coverage?team={team.Id}");
        var before = Cell(stefan, "Pricing");

        foreach (var key in keys.Take(8))
        {
            await house.GivesAsync(key, Purpose.HoldProfile);
            await house.GivesAsync(key, Purpose.CountInCoverage);
        }

        await stefan.OpenAsync($"/coverage?team={team.Id}");
        Assert.NotEqual("5+", before);
        Assert.Equal(before, Cell(stefan, "Pricing"));
        await house.RunAsync<CountCrowds>();
        await stefan.OpenAsync($"/coverage?team={team.Id}");
        Assert.Equal("5+", Cell(stefan, "Pricing"));
        Assert.DoesNotContain("Quiet", stefan.Text, StringComparison.Ordinal);
    }

    private static string? Cell(Visitor visitor, string skill)
    {
        var columns = visitor.Page.QuerySelectorAll(".heatmap-skill a").Select(column => column.TextContent.Trim()).ToList();
        var cells = visitor.Page.QuerySelectorAll(".heatmap-unnamed td").ToList();
        return columns.IndexOf(skill) is >= 0 and var index ? cells[index].TextContent.Trim()[..2] : null;
    }

    private static Task<string> BytesAsync(Visitor visitor) => visitor.CoverageBytesAsync();

    private Task<Team> TeamAsync(string name) => house.InStoreAsync(db => db.Teams.AsNoTracking().SingleAsync(team => team.Name == name));

    private async Task<Visitor> ManagerAsync(string key)
    {
        var visitor = await house.Stranger().OpenAsync("/sign-in");
        using var signedIn = await visitor.PostAsync("/sign-in?handler=Demo", ("person", (await house.PersonAsync(key)).Id.ToString()));
        return visitor;
    }
}
