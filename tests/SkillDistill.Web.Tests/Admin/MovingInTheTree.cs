using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>What dragging a team and choosing its place both end in; how that looks in a browser is tested there.</summary>
public sealed class MovingInTheTree : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_team_goes_where_it_is_put_with_all_below_it_and_to_the_top()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams");

        await MoveAsync(ada, "Hardware & Supply", await TeamAsync("Customer Support"));

        Assert.Equal((await TeamAsync("Customer Support")).Id, (await TeamAsync("Hardware & Supply")).ParentId);
        Assert.Equal((await TeamAsync("Hardware & Supply")).Id, (await TeamAsync("Shenzhen Production")).ParentId);
        await ada.OpenAsync("/admin/teams");
        await MoveAsync(ada, "Hardware & Supply", null);
        Assert.Null((await TeamAsync("Hardware & Supply")).ParentId);
    }

    [Fact]
    public async Task Below_itself_is_refused_in_words_and_so_is_what_somebody_else_moved_meanwhile()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams");
        Assert.Contains("cannot be placed below itself", await MoveAsync(ada, "Hardware & Supply", await TeamAsync("Shenzhen Production")), StringComparison.Ordinal);
        Assert.Contains("cannot be placed below itself", await MoveAsync(ada, "Hardware & Supply", await TeamAsync("Hardware & Supply")), StringComparison.Ordinal);
        await _house.InStoreAsync(async db =>
        {
            var teams = await db.Teams.ToListAsync();
            teams.Single(team => team.Name == "Hardware & Supply").MoveBelow(teams.Single(team => team.Name == "Finance & People").Id, new TeamTree(teams));
            return await db.SaveChangesAsync();
        });

        Assert.Contains("Nothing was overwritten", await MoveAsync(ada, "Hardware & Supply", await TeamAsync("Customer Support")), StringComparison.Ordinal);
        Assert.Equal((await TeamAsync("Finance & People")).Id, (await TeamAsync("Hardware & Supply")).ParentId);
    }

    [Fact]
    public async Task Nobody_but_an_admin_moves_a_team_and_one_that_is_not_there_is_not_found()
    {
        var team = await TeamAsync("Shenzhen Production");
        var dafydd = await (await _house.SignedInAsync("dafydd")).OpenAsync("/ask");
        using (var posted = await dafydd.PostAsync("/admin/teams?handler=Move", ("team", team.Id.ToString()), ("parent", "")))
        {
            Assert.NotEqual(HttpStatusCode.OK, posted.StatusCode);
        }

        Assert.Equal(team.ParentId, (await TeamAsync("Shenzhen Production")).ParentId);
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams");
        using var missing = await ada.PostAsync("/admin/teams?handler=Move", ("team", $"{Guid.NewGuid():N}"), ("parent", ""));
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    [Fact]
    public async Task A_large_tree_is_folded_but_for_the_way_to_the_team_in_hand_and_is_searched()
    {
        var deep = await _house.InStoreAsync(async db =>
        {
            var root = await db.Teams.FirstAsync(team => team.ParentId == null);
            var areas = Enumerable.Range(0, 30).Select(at => Team.Form($"Area {at:00}", root.Id)).ToList();
            db.Teams.AddRange(areas);
            db.Teams.AddRange(areas.SelectMany(area => Enumerable.Range(0, 3).Select(at => Team.Form($"{area.Name} unit {at}", area.Id))));
            await db.SaveChangesAsync();
            return await db.Teams.Where(team => team.Name == "Area 07 unit 1").Select(team => team.Id).SingleAsync();
        });
        var ada = await _house.SignedInAsync("ada");

        await ada.OpenAsync($"/admin/teams?at={deep}");

        Assert.Equal(2, ada.Page.QuerySelectorAll("#teams details[open]").Length);
        Assert.NotNull(ada.Page.QuerySelector($"#team-{deep} > .is-here"));
        await ada.OpenAsync("/admin/teams?q=07%20UNIT");
        Assert.Equal(3, ada.Page.QuerySelectorAll("#teams [data-team]").Length);
    }

    /// <returns>What the page says.</returns>
    private static async Task<string> MoveAsync(Visitor visitor, string name, Team? parent)
    {
        var row = visitor.Page.QuerySelectorAll("[data-team]").First(row => row.QuerySelector("[data-name]")!.TextContent == name);
        await visitor.PressAsync("[data-moves]", ("team", row.GetAttribute("data-team")!), ("seen", row.GetAttribute("data-seen")!), ("parent", parent?.Id.ToString() ?? ""));
        return visitor.Text;
    }

    private Task<Team> TeamAsync(string name) => _house.InStoreAsync(db => db.Teams.AsNoTracking().SingleAsync(team => team.Name == name));
}
