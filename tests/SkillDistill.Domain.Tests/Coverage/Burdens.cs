using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>What rests on one person, and what falls without them.</summary>
public sealed class Burdens
{
    private readonly Id<Team> _team = Id<Team>.New();
    private readonly Dictionary<string, Member> _people = [];

    [Fact]
    public void A_target_rests_on_one_person_where_nobody_else_who_is_shown_holds_it()
    {
        var burden = Burden.Of([Held(2, "mei"), Held(1, "mei"), Held(2, "mei", "tunde"), Held(2), Held(2, "sam"), Held(2, "mei") with { Unnamed = 5 }, Held(2, "mei") with { HeadCount = null }]);

        Assert.Equal((3, 6), (burden.Alone, burden.Targets));
        Assert.Equal([("mei", 2), ("sam", 1)], burden.People.Select(one => (one.Person.Name, one.Lines.Count)));
    }

    [Fact]
    public void They_are_told_by_name_and_never_by_how_much()
    {
        var burden = Burden.Of([Held(2, "zoe"), Held(2, "zoe"), Held(2, "zoe"), Held(2, "anna"), Held(2, "mei"), Held(2, "mei")]);

        Assert.Equal(["anna", "mei", "zoe"], burden.People.Select(one => one.Person.Name));
    }

    [Fact]
    public void What_somebody_leaves_short_falls_and_what_is_met_today_comes_first()
    {
        var (alone, short1, met, spare, theirs) = (Held(2, "mei"), Held(3, "mei", "tunde"), Held(2, "mei", "tunde"), Held(1, "mei", "tunde", "sam"), Held(2, "tunde"));

        var falls = Leave([alone, short1, met, spare, theirs], "mei");

        Assert.Equal([met.SkillId, alone.SkillId, short1.SkillId], falls.Select(fall => fall.Before.SkillId));
        Assert.Equal([CoverageState.SinglePointOfFailure, CoverageState.Gap, CoverageState.SinglePointOfFailure], falls.Select(fall => fall.After.State));
        Assert.Equal([true, false, false], falls.Select(fall => fall.IsMetToday));
    }

    [Fact]
    public void Together_they_may_leave_what_neither_leaves_alone()
    {
        var line = Held(1, "mei", "tunde", "sam");

        Assert.Empty(Leave([line], "mei"));
        Assert.Equal(CoverageState.SinglePointOfFailure, Assert.Single(Leave([line], "mei", "tunde")).After.State);
        Assert.Equal(CoverageState.Gap, Assert.Single(Leave([line], "mei", "tunde", "sam")).After.State);
    }

    [Fact]
    public void Nobody_and_more_than_five_are_refused()
    {
        Assert.Equal(new NobodyToLeave(), WhatIf.Leave([], new HashSet<Id<Person>>()).Refusal);
        Assert.Null(WhatIf.Leave([], Ids(5)).Refusal);
        Assert.Equal(new TooManyToLeave(5), WhatIf.Leave([], Ids(6)).Refusal);

        static HashSet<Id<Person>> Ids(int count) => [.. Enumerable.Range(0, count).Select(_ => Id<Person>.New())];
    }

    [Fact]
    public void Depth_counts_authors_of_judgement_among_those_shown_and_steps_of_five_among_the_others()
    {
        var (none, process, judgement) = (new Freshness(default, true), new Freshness(default, true) { HasProcess = true }, new Freshness(default, true) { HasProcess = true, HasJudgement = true });

        Assert.Equal(DepthOfJudgement.NothingKnown, Written(null, none).Depth);
        Assert.Equal(DepthOfJudgement.Process, Written(null, process).Depth);
        Assert.Equal(DepthOfJudgement.Judgement, Written(process, judgement).Depth);
        Assert.Equal(DepthOfJudgement.TwoAuthors, Written(judgement, judgement).Depth);
        Assert.Equal(DepthOfJudgement.Process, (Written() with { UnnamedWithProcess = 5 }).Depth);
        Assert.Equal(DepthOfJudgement.TwoAuthors, (Written() with { UnnamedWithJudgement = 5 }).Depth);
    }

    private static IReadOnlyList<CoverageFall> Leave(IEnumerable<CoverageLine> lines, IEnumerable<Member> people) => WhatIf.Leave(lines, people.Select(person => person.PersonId).ToHashSet()).Value.Lines;

    private IReadOnlyList<CoverageFall> Leave(IEnumerable<CoverageLine> lines, params string[] names) => Leave(lines, names.Select(Person));

    private CoverageLine Held(int wanted, params string[] names) => new(_team, Id<Skill>.New(), 3, wanted, [.. names.Select(Person)], 0, 0);

    private Member Person(string name) =>
        _people.TryGetValue(name, out var known) ? known : _people[name] = Member.Named(Id<Person>.New(), _team, name, new Dictionary<Id<Skill>, int>());

    private CoverageLine Written(params Freshness?[] cards)
    {
        var skill = Id<Skill>.New();
        return new CoverageLine(_team, skill, 3, 2, [.. cards.Select(known => Member.Named(Id<Person>.New(), _team, "Somebody", new Dictionary<Id<Skill>, int>(), known is null ? null : new Dictionary<Id<Skill>, Freshness> { [skill] = known }))], 0, 0);
    }
}
