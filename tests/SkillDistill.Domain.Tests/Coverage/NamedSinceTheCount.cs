using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>Unnamed people were counted, and then some gave their name: they are in a row, and may be in a number too.</summary>
public sealed class NamedSinceTheCount
{
    private static readonly Id<Skill> Skill = Id<Skill>.New();

    private readonly Team _team = Team.Form("Team", null);

    [Fact]
    public void Who_was_counted_and_is_named_now_is_told_once()
    {
        var people = Enumerable.Range(0, 20).Select(at => Counted(at < 10 ? 3 : 1)).ToList();
        var counts = Count(people);
        foreach (var named in Enumerable.Range(0, 11))
        {
            var line = View([.. people.Select((person, at) => at < named ? Named(person) : person)], counts).Cell(_team.Id, Skill);

            Assert.Equal((10 + Math.Max(0, named - 10), Math.Min(named, 10), Math.Max(0, 10 - named)), (line.Holders, line.Named.Count, line.Unnamed));
        }
    }

    /// <summary>Whether they were part of the number is not to be seen, so they are taken off it also where they were not.</summary>
    [Fact]
    public void Whoever_gives_their_name_moves_the_sum_in_the_same_way_whatever_they_had_decided_before()
    {
        var others = Enumerable.Range(0, 19).Select(at => Counted(at < 12 ? 3 : 1)).ToList();
        var (counted, hidden) = (Counted(3), Member.Hidden(Id<Person>.New(), _team.Id));
        CoverageLine After(Member who) => View([.. others, Named(who)], Count([.. others, who])).Cell(_team.Id, Skill);

        Assert.Equal((10, 9), (After(counted).Holders, After(counted).Unnamed));
        Assert.Equal((10, 9), (After(hidden).Holders, After(hidden).Unnamed));
    }

    [Fact]
    public void Of_several_teams_nobody_is_told_twice_and_nothing_is_said_that_is_not_so()
    {
        var (compared, lower) = (0, 0);
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var teams = new List<Team> { _team };
            for (var more = random.Next(1, 5); more > 0; more--)
            {
                teams.Add(Team.Form($"Team {more}", teams[random.Next(teams.Count)].Id));
            }

            var tree = new TeamTree(teams);
            var people = teams.SelectMany(team => Enumerable.Range(0, random.Next(20)).Select(_ => Counted(random.Next(1, 6), team))).ToList();
            var (counts, share) = (CrowdCount.OfAll(tree, people, Anonymity.Usual), random.Next(2, 10));
            var after = people.ConvertAll(person => random.Next(share) == 0 ? Named(person) : person);
            foreach (var team in teams)
            {
                var (branch, line) = (tree.Branch(team.Id).ToHashSet(), TeamCoverage.Of(team.Id, tree, after, new CrowdCounts(counts), []).Cell(team.Id, Skill));
                var holders = people.Count(person => branch.Contains(person.TeamId) && person.Level(Skill) >= Proficiency.OnMyOwn);
                Assert.True(line.Holders <= holders, $"{line.Holders} are told, and there are {holders}, with seed {seed}.");
                Assert.True(line.Holders >= line.Named.Count);
                (compared, lower) = (compared + 1, lower + (line.Unnamed % Anonymity.UsualFewest > 0 ? 1 : 0));
            }
        }

        Assert.True(compared > 800 && lower > 100, $"{compared} compared, {lower} less somebody who gave their name");
    }

    [Fact]
    public void How_fresh_what_unnamed_people_know_is_never_told_of_more_people_than_they_are()
    {
        var people = Enumerable.Range(0, 20).Select(at => Counted(at < 10 ? 3 : 1, isFresh: at is > 3 and < 9)).ToList();
        var line = View([.. people.Select((person, at) => at is < 3 or 4 or 5 ? Named(person) : person)], Count(people)).Cell(_team.Id, Skill);

        Assert.Equal((10, 5, 3), (line.Holders, line.Unnamed, line.UnnamedFresh));
        var all = View([.. people.Select((person, at) => at < 4 || at == 9 ? Named(person) : person)], Count(people)).Cell(_team.Id, Skill);
        Assert.Equal((5, 5), (all.Unnamed, all.UnnamedFresh));
    }

    [Fact]
    public void A_cell_that_is_kept_says_the_same()
    {
        var people = Enumerable.Range(0, 20).Select(at => Counted(at < 10 ? 3 : 1)).ToList();
        var counts = Count(people);
        var after = people.Select((person, at) => at is < 4 or > 17 ? Named(person) : person).ToList();
        var cell = new Rollup(_team.Id, [.. after.Where(member => member.Showing == Showing.Named)], counts, []).Cell(Skill, null);

        Assert.Equal((10, true), (cell.Holders, cell.IsAtLeast));
        Assert.Equal(new LevelCounts(6, 4, 4, 0, 0), cell.CountedToo);
    }

    private IReadOnlyList<CrowdCount> Count(IReadOnlyList<Member> people) => CrowdCount.OfAll(new TeamTree([_team]), people, Anonymity.Usual);

    private TeamCoverage View(IReadOnlyList<Member> people, IReadOnlyList<CrowdCount> counts) => TeamCoverage.Of(_team.Id, new TeamTree([_team]), people, new CrowdCounts(counts), []);

    private Member Counted(int level, Team? team = null, bool isFresh = false) => Member.Counted(
        Id<Person>.New(), (team ?? _team).Id, new Dictionary<Id<Skill>, int> { [Skill] = level }, isFresh ? new Dictionary<Id<Skill>, Freshness> { [Skill] = new(DateTimeOffset.UnixEpoch, true) } : null);

    private static Member Named(Member person) => Member.Named(
        person.PersonId, person.TeamId, "Somebody", new Dictionary<Id<Skill>, int> { [Skill] = person.Level(Skill) ?? 3 }, person.Freshness(Skill) is { } freshness ? new Dictionary<Id<Skill>, Freshness> { [Skill] = freshness } : null, isCountedToo: true);
}
