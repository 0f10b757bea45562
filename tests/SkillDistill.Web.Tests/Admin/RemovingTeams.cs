using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>A team that is empty is taken away in two steps. What was decided about it, what people said to that and its history are kept.</summary>
public sealed class RemovingTeams : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task An_empty_team_goes_with_its_targets_and_its_history_says_by_whom()
    {
        var night = await NightShiftAsync();
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night}");

        await ada.OpenAsync(ada.Page.QuerySelector("[data-to-remove]")!.GetAttribute("href")!);
        Assert.Contains("Its target goes with it", ada.Shown("[data-what-goes]"), StringComparison.Ordinal);
        await ada.PressAsync("[data-remove]");

        Assert.Contains("Removed: Night shift.", ada.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Night shift", ada.Shown("#teams"), StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Targets.CountAsync(target => target.TeamId == night)));
        await ada.OpenAsync(ada.Page.QuerySelector("[data-removed-teams] a")!.GetAttribute("href")!);
        Assert.Contains("It is no more since", ada.Shown("[data-removed]"), StringComparison.Ordinal);
        Assert.Contains("by Ada", ada.Page.QuerySelector("[data-kind=TeamRemoved]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("#Form_Name"));
        foreach (var path in new[] { "/admin", "/admin/targets", "/admin/teams/sheet", "/coverage" })
        {
            Assert.NotEqual(HttpStatusCode.InternalServerError, (await ada.OpenAsync(path)).Status);
            Assert.DoesNotContain(ada.Page.QuerySelectorAll("option"), option => option.TextContent.Contains("Night shift", StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task Pressed_twice_it_is_told_since_when_it_is_gone_and_its_name_is_free()
    {
        var night = await NightShiftAsync();
        var (ada, twice) = (await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night}/remove"), await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night}/remove"));

        await ada.PressAsync("[data-remove]");
        await twice.PressAsync("[data-remove]");

        Assert.Contains("It is no more since", twice.Shown("[data-removed]"), StringComparison.Ordinal);
        Assert.Equal(1, await _house.InStoreAsync(db => db.HistoryEntries.CountAsync(entry => entry.Kind == HistoryKind.TeamRemoved)));
        await ada.OpenAsync("/admin/teams");
        await ada.PressAsync("form.card button.btn-primary", ("Form.Name", "Night shift"));
        Assert.Contains("Added: Night shift.", ada.Page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_people_even_those_who_left_or_teams_below_it_stays_and_says_what_stands_in_the_way()
    {
        var night = await NightShiftAsync();
        await _house.InStoreAsync(async db =>
        {
            var mei = await db.People.SingleAsync(person => person.Email == "mei@lindenau.example");
            mei.MoveTo(night);
            mei.Deactivate(_house.Clock.GetUtcNow());
            db.Teams.Add(Team.Form("Late shift", night));
            return await db.SaveChangesAsync();
        });

        var ada = await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night}/remove");

        Assert.Contains("One person is in it", ada.Shown("[data-in-the-way]"), StringComparison.Ordinal);
        Assert.Contains("One team stands directly below it", ada.Shown("[data-in-the-way]"), StringComparison.Ordinal);
        Assert.Null(ada.Page.QuerySelector("[data-remove]"));
        using var posted = await ada.PostAsync($"/admin/teams/{night}/remove");
        Assert.Contains("It cannot be removed as long as people are in it", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.True(await _house.InStoreAsync(db => db.Teams.AnyAsync(team => team.Id == night)));
    }

    [Fact]
    public async Task Whoever_was_in_it_keeps_in_their_history_what_it_was_called()
    {
        var night = await NightShiftAsync();
        var elsewhere = await _house.InStoreAsync(db => db.Teams.Where(team => team.Name == "Customer Support").Select(team => team.Id).SingleAsync());
        var mei = (await _house.PersonAsync("mei")).Id;
        foreach (var place in new[] { night, elsewhere })
        {
            await _house.InStoreAsync(async db =>
            {
                (await db.People.SingleAsync(person => person.Id == mei)).MoveTo(place);
                return await db.SaveChangesAsync();
            });
        }

        var ada = await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/teams/{night}/remove");
        await ada.PressAsync("[data-remove]");

        await ada.OpenAsync($"/admin/people/{mei}");
        Assert.Contains("Moved from Night shift to Customer Support", ada.Shown("[data-history]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Strangers_and_managers_remove_nothing_and_what_is_not_there_is_not_found()
    {
        var night = await NightShiftAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await _house.Stranger().OpenAsync($"/admin/teams/{night}/remove")).Status);
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/ask");
        using (var posted = await dafydd.PostAsync($"/admin/teams/{night}/remove"))
        {
            Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        }

        Assert.True(await _house.InStoreAsync(db => db.Teams.AnyAsync(team => team.Id == night)));
        var ada = await _house.SignedInAsync("ada");
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync($"/admin/teams/{Guid.NewGuid():N}/remove")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.OpenAsync("/admin/teams/nonsense/remove")).Status);
    }

    /// <summary>A team below Platform with a target of its own.</summary>
    private Task<Id<Team>> NightShiftAsync() => _house.InStoreAsync(async db =>
    {
        var night = Team.Form("Night shift", (await db.Teams.FirstAsync(team => team.Name == "Platform & Operations")).Id);
        db.Teams.Add(night);
        db.Targets.Add(Target.Set(night.Id, await db.Skills.Where(skill => skill.Key == "pricing").Select(skill => skill.Id).SingleAsync(), 3, 2).Value);
        await db.SaveChangesAsync();
        return night.Id;
    });
}
