using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>Which target holds for which team on which day.</summary>
public sealed class HoldingTargets
{
    private static readonly DateOnly Today = new(2026, 11, 29);

    private readonly Team _company = Team.Form("Company", null);
    private readonly Team _platform;
    private readonly Team _night;
    private readonly Team _finance;
    private readonly TeamTree _tree;
    private readonly Id<Skill> _skill = Id<Skill>.New();

    public HoldingTargets()
    {
        (_platform, _finance) = (Team.Form("Platform", _company.Id), Team.Form("Finance", _company.Id));
        _night = Team.Form("Night", _platform.Id);
        _tree = new TeamTree([_company, _platform, _night, _finance]);
    }

    [Fact]
    public void Of_several_the_one_due_last_is_in_force()
    {
        var inForce = Among(Wanted(_company, 2), Wanted(_company, 3, Today.AddMonths(6)), Wanted(_company, 5, Today.AddMonths(18)));

        int At(Horizon horizon) => inForce.Of(_company.Id, _skill, horizon.From(Today))!.HeadCount;

        Assert.Equal((2, 3, 5), (At(Horizon.Now), At(Horizon.SixMonths), At(Horizon.EighteenMonths)));
    }

    [Fact]
    public void What_is_not_due_yet_wants_nobody_until_its_day()
    {
        var inForce = Among(Wanted(_company, 2, Today.AddDays(1)));

        Assert.Empty(inForce.Below(_company.Id, Today));
        Assert.Single(inForce.Below(_company.Id, Today.AddDays(1)));
    }

    [Fact]
    public void One_number_for_all_is_not_wanted_of_each_team_below() =>
        Assert.Equal([(_company.Id, 2)], Below(Among(Wanted(_company, 2))));

    [Fact]
    public void One_for_each_is_wanted_of_every_team_below_but_those_with_one_of_their_own()
    {
        var inForce = Among(Wanted(_company, 2, reach: TargetReach.Each), Wanted(_platform, 4));

        Assert.Equal([(_company.Id, 2), (_finance.Id, 2), (_platform.Id, 4), (_night.Id, 2)], Below(inForce));
    }

    [Fact]
    public void One_of_its_own_for_each_takes_the_place_of_the_one_above_all_the_way_down()
    {
        var inForce = Among(Wanted(_company, 2, reach: TargetReach.Each), Wanted(_platform, 4, reach: TargetReach.Each));

        Assert.Equal([(_company.Id, 2), (_finance.Id, 2), (_platform.Id, 4), (_night.Id, 4)], Below(inForce));
    }

    [Fact]
    public void Nobody_is_wanted_where_a_team_says_so()
    {
        var inForce = Among(Wanted(_company, 2, reach: TargetReach.Each), Target.NotHere(_platform.Id, _skill).Value);

        Assert.Equal([(_company.Id, 2), (_finance.Id, 2), (_night.Id, 2)], Below(inForce));
        Assert.Empty(inForce.FromAbove(_platform.Id, Today));
    }

    [Fact]
    public void What_comes_from_above_now_and_later_is_told_with_the_team_that_has_it()
    {
        var (now, later) = (Wanted(_company, 2, reach: TargetReach.Each), Wanted(_platform, 5, Today.AddMonths(18), TargetReach.Each));

        var fromAbove = Among(now, later).FromAbove(_night.Id, Today);

        Assert.Equal([(_company.Id, 2), (_platform.Id, 5)], fromAbove.Select(target => (target.TeamId, target.HeadCount)));
    }

    [Fact]
    public void A_target_is_replaced_when_a_later_one_is_due()
    {
        var (first, second, third) = (Wanted(_company, 1), Wanted(_company, 2, Today), Wanted(_company, 3, Today.AddDays(1)));
        var inForce = Among(first, second, third);

        Assert.Equal([true, false, false], new[] { first, second, third }.Select(target => inForce.IsReplaced(target, Today)));
        Assert.Equal([true, true, false], new[] { first, second, third }.Select(target => inForce.IsReplaced(target, Today.AddDays(1))));
    }

    [Theory]
    [InlineData("1999-12-31")]
    [InlineData("2100-01-01")]
    public void A_slip_of_the_pen_is_no_day(string day) =>
        Assert.IsType<DueDayOutOfRange>(Target.Set(_company.Id, _skill, 3, 2, DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture)).Refusal);

    /// <summary>Reckoned a second time, by climbing from each team and asking each target.</summary>
    [Fact]
    public void In_any_tree_every_team_has_its_own_or_that_of_the_nearest_above_which_is_one_for_each()
    {
        var random = new Random(29);
        for (var round = 0; round < 300; round++)
        {
            var teams = new List<Team> { Team.Form("Root", null) };
            for (var more = random.Next(8); more > 0; more--)
            {
                teams.Add(Team.Form("Team", teams[random.Next(teams.Count)].Id));
            }

            var tree = new TeamTree(teams);
            var skills = new[] { Id<Skill>.New(), Id<Skill>.New() };
            var targets = (from team in teams
                           from skill in skills
                           from due in new DateOnly?[] { null, Today, Today.AddMonths(6), Today.AddMonths(12) }
                           where random.Next(4) == 0
                           let reach = (TargetReach)random.Next(2)
                           select random.Next(4) == 0 ? Target.NotHere(team.Id, skill, due, reach).Value : Target.Set(team.Id, skill, random.Next(1, 6), random.Next(1, 9), due, reach).Value).ToList();
            var day = Today.AddMonths(random.Next(-1, 19));
            var root = teams[random.Next(teams.Count)];

            var below = new TargetsInForce(tree, targets).Below(root.Id, day);

            var expected = from team in tree.Branch(root.Id)
                           from skill in skills
                           let held = Climb(team, skill)
                           where held is { HeadCount: > 0 }
                           select (team, skill, held.Level, held.HeadCount);
            Assert.Equal(expected.Order(), below.Select(target => (target.TeamId, target.SkillId, target.Level, target.HeadCount)).Order());

            Target? Climb(Id<Team> team, Id<Skill> skill)
            {
                for (Id<Team>? at = team; at is { } here; at = teams.Single(known => known.Id == here).ParentId)
                {
                    Target? last = null;
                    foreach (var target in targets.Where(target => target.TeamId == here && target.SkillId == skill && !(target.DueOn > day)))
                    {
                        last = last is null || last.DueOn is null || target.DueOn > last.DueOn ? target : last;
                    }

                    if (last is not null && (here == team || last.Reach == TargetReach.Each))
                    {
                        return last;
                    }
                }

                return null;
            }
        }
    }

    private TargetsInForce Among(params Target[] targets) => new(_tree, targets);

    private Target Wanted(Team team, int headCount, DateOnly? dueOn = null, TargetReach reach = TargetReach.Together) => Target.Set(team.Id, _skill, 3, headCount, dueOn, reach).Value;

    private List<(Id<Team>, int)> Below(TargetsInForce inForce) => [.. inForce.Below(_company.Id, Today).Select(target => (target.TeamId, target.HeadCount))];
}
