using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

public sealed class CoveringATeam
{
    private readonly Team _company = Team.Form("Company", null);
    private readonly Team _team;
    private readonly Team _small;
    private readonly TeamTree _tree;
    private readonly Id<Skill> _skill = Id<Skill>.New();

    public CoveringATeam()
    {
        _team = Team.Form("Team", _company.Id);
        _small = Team.Form("Small", _company.Id);
        _tree = new TeamTree([_company, _team, _small]);
    }

    [Fact]
    public void A_skill_with_a_target_stands_as_many_named_holders_as_there_are()
    {
        var members = new List<Member>();
        var states = new List<CoverageState> { Of(members).Lines[0].State };
        for (var holder = 0; holder < 3; holder++)
        {
            members.Add(Named("Holder", 4));
            states.Add(Of(members).Lines[0].State);
        }

        Assert.Equal([CoverageState.Gap, CoverageState.SinglePointOfFailure, CoverageState.Thin, CoverageState.Covered], states);
    }

    [Fact]
    public void Somebody_below_the_level_is_no_holder()
    {
        var coverage = Of([Named("Learner", 3)]);

        Assert.Equal(CoverageState.Gap, coverage.Lines[0].State);
        Assert.Empty(coverage.Lines[0].Named);
    }

    [Fact]
    public void Whoever_is_hidden_or_one_of_few_changes_nothing()
    {
        var without = Of([Named("Mei", 4), Hidden(), Hidden()]);

        var with = Of([Named("Mei", 4), Counted(5), Counted(5)]);

        Assert.Equal(without.Lines[0].Holders, with.Lines[0].Holders);
        Assert.Equal(without.Skills, with.Skills);
        Assert.Single(with.People);
    }

    [Fact]
    public void A_skill_that_only_few_unnamed_people_hold_has_no_column_and_no_line()
    {
        var members = Enumerable.Range(0, 20).Select(_ => Hidden()).Append(Counted(5)).ToList();

        var coverage = FirstCount.View(_team.Id, _tree, members, []);

        Assert.Empty(coverage.Skills);
        Assert.Empty(coverage.Lines);
    }

    [Fact]
    public void Many_counted_people_are_holders_without_a_name()
    {
        var members = Enumerable.Range(0, 7).Select(_ => Counted(4)).Concat(Enumerable.Range(0, 6).Select(_ => Hidden())).ToList();

        var coverage = Of(members);

        Assert.Equal(5, coverage.Lines[0].Unnamed);
        Assert.Equal(5, coverage.Unnamed(_skill));
        Assert.Equal(CoverageState.Covered, coverage.Lines[0].State);
        Assert.Empty(coverage.People);
    }

    [Fact]
    public void A_view_of_all_teams_minus_a_view_of_one_says_nothing_of_the_rest()
    {
        // Ten in the team and one beside it: "at least 10" of all and at most 9 of ten would mean the one beside it.
        List<Member> team = [.. Enumerable.Range(0, 9).Select(_ => Counted(4)), .. Enumerable.Range(0, 6).Select(_ => Hidden())];
        var alone = Member.Counted(Id<Person>.New(), _small.Id, new Dictionary<Id<Skill>, int> { [_skill] = 4 });

        var all = FirstCount.View(_company.Id, _tree, [.. team, alone], []);
        var one = FirstCount.View(_team.Id, _tree, team, []);

        Assert.Equal(one.Unnamed(_skill), all.Unnamed(_skill));
    }

    [Fact]
    public void Small_teams_are_counted_together_with_the_team_above()
    {
        List<Member> members = [.. Enumerable.Range(0, 4).Select(_ => Counted(4)), .. Enumerable.Range(0, 3).Select(_ => Counted(4, _small)), .. Enumerable.Range(0, 4).Select(_ => Hidden())];

        var all = FirstCount.View(_company.Id, _tree, members, []);
        var one = FirstCount.View(_small.Id, _tree, [.. members.Where(member => member.TeamId == _small.Id)], []);

        Assert.Equal(5, all.Unnamed(_skill));
        Assert.Equal(0, one.Unnamed(_skill));
    }

    [Fact]
    public void Worst_comes_first()
    {
        var (gap, bigger) = (Id<Skill>.New(), Id<Skill>.New());
        List<Target> targets = [Target(_skill, 1), Target(gap, 1), Target(bigger, 4)];

        var lines = FirstCount.View(_team.Id, _tree, [Named("Mei", 4)], targets).Lines;

        Assert.Equal([bigger, gap, _skill], lines.Select(line => line.SkillId));
    }

    private TeamCoverage Of(IReadOnlyList<Member> members) => FirstCount.View(_team.Id, _tree, members, [Target(_skill, 3)]);

    private Target Target(Id<Skill> skill, int headCount) => Domain.Coverage.Target.Set(_team.Id, skill, 4, headCount).Value;

    private Member Named(string name, int level) => Member.Named(Id<Person>.New(), _team.Id, name, new Dictionary<Id<Skill>, int> { [_skill] = level });

    private Member Counted(int level, Team? team = null) => Member.Counted(Id<Person>.New(), (team ?? _team).Id, new Dictionary<Id<Skill>, int> { [_skill] = level });

    private Member Hidden() => Member.Hidden(Id<Person>.New(), _team.Id);
}
