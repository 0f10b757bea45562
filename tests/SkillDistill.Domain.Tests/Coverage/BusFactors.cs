using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

public sealed class BusFactors
{
    private readonly Id<Team> _team = Id<Team>.New();
    private readonly Dictionary<string, Member> _people = [];

    [Fact]
    public void One_person_who_alone_holds_more_than_half_is_a_factor_of_one()
    {
        var bus = BusFactor.Of([Held("mei"), Held("mei"), Held("mei", "tunde")])!;

        Assert.Equal((3, 1, true), (bus.Held, bus.People, bus.IsReached));
        Assert.Equal(2, Assert.Single(bus.Steps).Lost.Count);
    }

    [Fact]
    public void Exactly_half_is_not_more_than_half()
    {
        var bus = BusFactor.Of([Held("mei"), Held("tunde")])!;

        Assert.Equal((2, true), (bus.People, bus.IsReached));
    }

    [Fact]
    public void Whoever_holds_most_goes_first_though_nothing_is_lost_by_it()
    {
        var (a, b) = (Held("mei", "tunde"), Held("mei", "noor"));

        var bus = BusFactor.Of([a, b, Held("sam")])!;

        // mei holds two; then tunde, noor and sam hold one each, alone.
        Assert.Empty(bus.Steps[0].Lost);
        Assert.Equal([1, 1], bus.Steps.Skip(1).Select(step => step.Lost.Count));
        Assert.Equal(3, bus.People);
    }

    [Fact]
    public void What_unnamed_people_hold_is_never_lost()
    {
        var bus = BusFactor.Of([Held("mei"), Held("mei") with { Unnamed = 5 }, Held("mei") with { Unnamed = 10 }])!;

        Assert.False(bus.IsReached);
        Assert.Single(Assert.Single(bus.Steps).Lost);
    }

    [Fact]
    public void Gaps_and_skills_without_a_target_do_not_count()
    {
        Assert.Null(BusFactor.Of([Held(), Held("mei") with { HeadCount = null }]));
        Assert.Equal(1, BusFactor.Of([Held(), Held("mei") with { HeadCount = null }, Held("mei")])!.Held);
    }

    [Fact]
    public void It_is_the_same_in_whatever_order_the_lines_come()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var lines = Enumerable.Range(0, random.Next(1, 12)).Select(_ => Held([.. Enumerable.Range(0, 6).Where(_ => random.Next(3) == 0).Select(person => $"p{person}")]) with { Unnamed = random.Next(6) == 0 ? 5 : 0 }).ToList();
            var shuffled = lines.ToArray();
            random.Shuffle(shuffled);

            var (one, other) = (BusFactor.Of(lines), BusFactor.Of(shuffled));

            Assert.Equal(one?.Steps.Select(step => step.Lost.Select(line => line.SkillId).Order()), other?.Steps.Select(step => step.Lost.Select(line => line.SkillId).Order()));
            Assert.Equal((one?.Held, one?.IsReached), (other?.Held, other?.IsReached));
        }
    }

    private CoverageLine Held(params string[] names) => new(_team, Id<Skill>.New(), 3, 2, [.. names.Select(Person)], 0, 0);

    private Member Person(string name) =>
        _people.TryGetValue(name, out var known) ? known : _people[name] = Member.Named(Id<Person>.New(), _team, name, new Dictionary<Id<Skill>, int>());
}
