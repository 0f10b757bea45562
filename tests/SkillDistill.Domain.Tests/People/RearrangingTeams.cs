using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.People;

/// <summary>Many teams put elsewhere at once, held against the plainest reckoning there is.</summary>
public sealed class RearrangingTeams
{
    [Fact]
    public void Teams_on_a_circle_are_those_that_meet_themselves_going_up()
    {
        var chance = new Random(20261129);
        for (var times = 0; times < 2_000; times++)
        {
            var ids = Enumerable.Range(0, chance.Next(1, 12)).Select(_ => Id<Team>.New()).ToList();
            var parents = ids.ToDictionary(id => id, _ => chance.Next(4) == 0 ? (Id<Team>?)null : ids[chance.Next(ids.Count)]);

            var found = TeamTree.BelowThemselves(parents);

            Assert.Equal(ids.Where(id => MeetsItself(id, parents)).ToHashSet(), found);
            Assert.Equal(ids.Where(id => Up(id, parents).Count() < ids.Count + 1).ToHashSet(), TeamTree.Levels(parents).Keys.ToHashSet());
            Assert.All(TeamTree.Levels(parents), level => Assert.Equal(Up(level.Key, parents).Count(), level.Value));
        }
    }

    [Fact]
    public void Teams_change_places_at_once_and_a_circle_moves_none_of_them()
    {
        var top = Team.Form("Top", null);
        var middle = Team.Form("Middle", top.Id);
        var low = Team.Form("Low", middle.Id);
        var tree = new TeamTree([top, middle, low]);

        Assert.IsType<TeamBelowItself>(tree.Rearrange(new Dictionary<Id<Team>, Id<Team>?> { [top.Id] = low.Id, [low.Id] = middle.Id }).Refusal);
        Assert.Equal((null, top.Id, middle.Id), (top.ParentId, middle.ParentId!.Value, low.ParentId!.Value));

        Assert.Null(tree.Rearrange(new Dictionary<Id<Team>, Id<Team>?> { [low.Id] = null, [middle.Id] = low.Id, [top.Id] = middle.Id }).Refusal);
        Assert.Equal((middle.Id, low.Id, null), (top.ParentId!.Value, middle.ParentId!.Value, low.ParentId));
    }

    [Fact]
    public void A_branch_of_many_thousand_teams_is_walked_at_once()
    {
        var teams = new List<Team> { Team.Form("0", null) };
        for (var at = 1; at < 30_000; at++)
        {
            teams.Add(Team.Form($"{at}", teams[at - 1].Id));
        }

        var tree = new TeamTree(teams);

        Assert.Equal(teams.Count, tree.Branch(teams[0].Id).Count);
        Assert.Equal(teams.Count, tree.Lineage(teams[^1].Id).Count);
    }

    private static bool MeetsItself(Id<Team> id, Dictionary<Id<Team>, Id<Team>?> parents) => Up(id, parents).Skip(1).Contains(id);

    /// <summary>The team and those above it, one more than there are where it never ends.</summary>
    private static IEnumerable<Id<Team>> Up(Id<Team> id, Dictionary<Id<Team>, Id<Team>?> parents)
    {
        Id<Team>? at = id;
        for (var steps = 0; at is { } team && steps <= parents.Count; steps++)
        {
            yield return team;
            at = parents[team];
        }
    }
}
