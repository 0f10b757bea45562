using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>How fresh shared cards are, and with whose colleagues disagreed, as far as coverage says it.</summary>
public sealed class LearningFromCards
{
    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    private readonly Id<Skill> _skill = Id<Skill>.New();
    private readonly Team _team = Team.Form("Team", null);

    [Fact]
    public void A_line_tells_of_the_named_who_is_fresh_who_is_past_review_and_of_nobody_without_a_shared_card()
    {
        var (mei, erik, sam) = (Named("Mei", 4, new Freshness(Now, true)), Named("Erik", 4, new Freshness(Now.AddDays(-200), false)), Named("Sam", 4, null));

        var line = Of([mei, erik, sam]).Lines[0];

        Assert.Equal([(mei, Now)], line.Confirmed(isFresh: true));
        Assert.Equal([(erik, Now.AddDays(-200))], line.Confirmed(isFresh: false));
        Assert.Equal(3, line.Named.Count);
    }

    [Fact]
    public void A_fresh_card_of_somebody_below_the_level_is_not_told()
    {
        var line = Of([Named("Learner", 3, new Freshness(Now, true))]).Lines[0];

        Assert.Empty(line.Confirmed(isFresh: true));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 5)]
    [InlineData(9, 5)]
    [InlineData(10, 10)]
    public void Of_the_unnamed_steps_of_five_are_told(int people, int told)
    {
        var members = Enumerable.Range(0, people).Select(_ => Counted(4, fresh: true, disputed: true)).Concat(Enumerable.Range(0, 20 - people).Select(_ => Counted(4, fresh: false, disputed: false))).ToList();

        var coverage = Of(members);

        Assert.Equal((15, told, told), (coverage.Lines[0].Unnamed, coverage.Lines[0].UnnamedFresh, coverage.UnnamedFresh(_skill)));
        Assert.Equal(told, coverage.Disputed.Sum(skill => skill.Authors));
        Assert.Equal(told > 0, coverage.Disputed.Count > 0);
    }

    [Fact]
    public void Disagreements_count_whatever_level_somebody_declared()
    {
        var members = Enumerable.Range(0, 12).Select(_ => Counted(1, fresh: false, disputed: true)).ToList();

        Assert.Equal([new DisputedSkill(_skill, 5)], Of(members).Disputed);
    }

    [Fact]
    public void Every_number_is_a_step_of_five_groups_under_ten_say_nothing_and_one_change_of_mind_moves_each_by_no_step_or_one()
    {
        var (shown, moved) = (0, 0);
        for (var seed = 0; seed < 1500; seed++)
        {
            var random = new Random(seed);
            var house = new Organisation(random);
            var before = house.Numbers(house.Members);
            Assert.All(before.Values, number => Assert.True(number >= 0 && number % Anonymity.Usual.Fewest == 0, $"{number} is shown with seed {seed}."));
            Assert.All(house.Small(), number => Assert.Equal(0, number));
            shown += before.Values.Count(number => number > 0);

            // Counted or hidden is decided by somebody alone; their group counts them either way, and so stays.
            var after = house.Numbers(house.WithOneMindChanged(random));
            foreach (var name in before.Keys.Union(after.Keys))
            {
                var move = Math.Abs(after.GetValueOrDefault(name) - before.GetValueOrDefault(name));
                Assert.True(move is 0 or 5, $"{name} moved by {move} with seed {seed}.");
                moved += move / 5;
            }
        }

        Assert.True(shown > 500 && moved > 50, $"Only {shown} numbers were shown, and {moved} moved.");
    }

    private TeamCoverage Of(IReadOnlyList<Member> members) => FirstCount.View(_team.Id, new TeamTree([_team]), members, [Target.Set(_team.Id, _skill, 4, 3).Value]);

    private Member Named(string name, int level, Freshness? freshness) =>
        Member.Named(Id<Person>.New(), _team.Id, name, new Dictionary<Id<Skill>, int> { [_skill] = level }, freshness is null ? null : new Dictionary<Id<Skill>, Freshness> { [_skill] = freshness });

    private Member Counted(int level, bool fresh, bool disputed) => Member.Counted(
        Id<Person>.New(),
        _team.Id,
        new Dictionary<Id<Skill>, int> { [_skill] = level },
        new Dictionary<Id<Skill>, Freshness> { [_skill] = new(Now, fresh) },
        disputed ? new HashSet<Id<Skill>> { _skill } : null);

    /// <summary>Up to four teams of up to 24 people who know up to two skills, with cards or without, who decided one way or another.</summary>
    private sealed class Organisation
    {
        private readonly List<Team> _teams = [Team.Form("Root", null)];
        private readonly List<Id<Skill>> _skills = [Id<Skill>.New(), Id<Skill>.New()];
        private readonly List<Target> _targets = [];
        private readonly Dictionary<Id<Person>, (Dictionary<Id<Skill>, int> Levels, Dictionary<Id<Skill>, Freshness> Freshness, HashSet<Id<Skill>> Disputed)> _known = [];

        public Organisation(Random random)
        {
            for (var more = random.Next(4); more > 0; more--)
            {
                _teams.Add(Team.Form($"Team {more}", _teams[random.Next(_teams.Count)].Id));
            }

            foreach (var team in _teams)
            {
                _targets.AddRange(_skills.Where(_ => random.Next(2) == 0).Select(skill => Target.Set(team.Id, skill, random.Next(1, 6), 3).Value));
                Members.AddRange(Enumerable.Range(0, random.Next(25)).Select(_ => Join(team, random)));
            }
        }

        public List<Member> Members { get; } = [];

        /// <summary>Every number that any view shows of unnamed people, by view, skill and what it is about.</summary>
        public Dictionary<string, int> Numbers(List<Member> members)
        {
            var numbers = new Dictionary<string, int>();
            foreach (var (at, coverage) in _teams.Select((team, at) => (at, View(team, members))))
            {
                foreach (var skill in _skills)
                {
                    numbers[$"{at} unnamed {_skills.IndexOf(skill)}"] = coverage.Unnamed(skill);
                    numbers[$"{at} fresh {_skills.IndexOf(skill)}"] = coverage.UnnamedFresh(skill);
                    numbers[$"{at} disputed {_skills.IndexOf(skill)}"] = coverage.Disputed.SingleOrDefault(disputed => disputed.SkillId == skill)?.Authors ?? 0;
                }

                foreach (var line in coverage.Lines.Where(line => line.Level is not null))
                {
                    numbers[$"{at} line {_teams.FindIndex(team => team.Id == line.TeamId)} {_skills.IndexOf(line.SkillId)} unnamed"] = line.Unnamed;
                    numbers[$"{at} line {_teams.FindIndex(team => team.Id == line.TeamId)} {_skills.IndexOf(line.SkillId)} fresh"] = line.UnnamedFresh;
                }
            }

            return numbers;
        }

        /// <summary>What is said of branches with fewer than ten unnamed people.</summary>
        public IEnumerable<int> Small()
        {
            var tree = new TeamTree(_teams);
            return from team in _teams
                   let branch = tree.Branch(team.Id)
                   where Members.Count(member => branch.Contains(member.TeamId) && member.Showing != Showing.Named) < Anonymity.Usual.SmallestGroup
                   let coverage = View(team, Members)
                   from number in _skills.SelectMany(skill => new[] { coverage.Unnamed(skill), coverage.UnnamedFresh(skill) })
                       .Concat(coverage.Disputed.Select(skill => skill.Authors)).Concat(coverage.Lines.SelectMany(line => new[] { line.Unnamed, line.UnnamedFresh }))
                   select number;
        }

        public List<Member> WithOneMindChanged(Random random)
        {
            var unnamed = Members.Where(member => member.Showing != Showing.Named).ToList();
            if (unnamed.Count == 0)
            {
                return Members;
            }

            var who = unnamed[random.Next(unnamed.Count)];
            return Members.ConvertAll(member => member != who ? member : Decided(who.PersonId, who.TeamId, who.Showing == Showing.Counted ? Showing.Hidden : Showing.Counted));
        }

        private TeamCoverage View(Team team, List<Member> members)
        {
            var tree = new TeamTree(_teams);
            var branch = tree.Branch(team.Id);
            return FirstCount.View(team.Id, tree, [.. members.Where(member => branch.Contains(member.TeamId))], [.. _targets.Where(target => branch.Contains(target.TeamId))]);
        }

        private Member Join(Team team, Random random)
        {
            var person = Id<Person>.New();
            _known[person] = (
                _skills.Where(_ => random.Next(4) > 0).ToDictionary(skill => skill, _ => random.Next(6)),
                _skills.Where(_ => random.Next(3) > 0).ToDictionary(skill => skill, _ => new Freshness(Now, random.Next(3) > 0)),
                [.. _skills.Where(_ => random.Next(2) == 0)]);
            return Decided(person, team.Id, random.Next(8) switch { 0 => Showing.Named, < 3 => Showing.Hidden, _ => Showing.Counted });
        }

        private Member Decided(Id<Person> person, Id<Team> team, Showing showing)
        {
            var (levels, freshness, disputed) = _known[person];
            return showing switch
            {
                Showing.Named => Member.Named(person, team, "Somebody", levels, freshness),
                Showing.Counted => Member.Counted(person, team, levels, freshness, disputed),
                _ => Member.Hidden(person, team),
            };
        }
    }
}
