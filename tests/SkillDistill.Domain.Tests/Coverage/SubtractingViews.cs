using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>
/// An attacker with every route: any team as the one looked at, its lines, the cells of the teams below, and what-if about anybody; who adds and subtracts, and watches one person decide. Whatever they combine
/// is made of groups of at least ten, each told in steps of five, which are the same wherever one looks from.
/// </summary>
public sealed class SubtractingViews
{
    private const int Rounds = 400;

    private static readonly DateTimeOffset Now = new(2026, 11, 12, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void The_same_is_told_of_a_team_wherever_one_looks_from()
    {
        var told = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            foreach (var answers in new Organisation(new Random(seed)).Told().GroupBy(answer => answer.Question))
            {
                Assert.True(answers.Select(answer => answer.Number).Distinct().Count() == 1, $"{answers.Key} is told as {string.Join(", ", answers.Select(answer => answer.Number).Distinct())} with seed {seed}.");
                told += answers.Count() - 1;
            }
        }

        Assert.True(told > 10_000, $"Only {told} questions were asked twice.");
    }

    [Fact]
    public void What_is_left_after_subtracting_teams_below_is_nothing_or_is_hidden_among_ten()
    {
        var left = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var house = new Organisation(new Random(seed));
            var numbers = house.Numbers();
            foreach (var ((team, skill, level, about), number) in numbers)
            {
                // Every set of teams below that do not overlap: those directly below, and each of them replaced by those below it, as far as the same was asked of them.
                foreach (var cut in house.Cuts(team).Where(cut => cut.All(below => numbers.ContainsKey((below, skill, level, about)))))
                {
                    var rest = number - cut.Sum(below => numbers[(below, skill, level, about)]);
                    Assert.True(rest >= 0 && rest % Anonymity.Usual.Fewest == 0, $"{rest} is left of {number} with seed {seed}.");

                    // Unless it is nothing, it is told of groups that lie in the rest or reach into it, and those are of ten at least.
                    Assert.True(rest == 0 || house.UnnamedOutsideGroupsOf(team, cut) >= Anonymity.Usual.SmallestGroup, $"{rest} is left among {house.UnnamedOutsideGroupsOf(team, cut)} with seed {seed}.");
                    left += rest > 0 ? 1 : 0;
                }
            }
        }

        Assert.True(left > 200, $"Only {left} rests were more than nothing.");
    }

    [Fact]
    public void One_persons_decision_to_be_counted_moves_every_number_by_no_step_or_one_and_no_difference_by_anything_but_a_step()
    {
        var moved = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var house = new Organisation(random);
            var (before, after) = (house.Numbers(), house.WithOneMindChanged(random).Numbers());
            Assert.Equal(before.Keys.ToHashSet(), after.Keys.ToHashSet());

            // All that move, move the same way and by one step: so no two of them differ by what one person did.
            var moves = before.Select(was => after[was.Key] - was.Value).Where(move => move != 0).Distinct().ToList();
            Assert.True(moves is [] or [Anonymity.UsualFewest] or [-Anonymity.UsualFewest], $"{string.Join(", ", moves)} with seed {seed}.");
            moved += moves.Count;
        }

        Assert.True(moved > 20, $"Only {moved} decisions moved anything.");
    }

    [Fact]
    public void Asking_what_if_reckons_no_number_about_unnamed_people_anew()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var house = new Organisation(new Random(seed));
            foreach (var coverage in house.Views())
            {
                foreach (var person in coverage.People)
                {
                    Assert.All(WhatIf.Leave(coverage.Lines, new HashSet<Id<Person>> { person.PersonId }).Value.Lines, fall =>
                    {
                        Assert.Equal((fall.Before.Unnamed, fall.Before.UnnamedFresh), (fall.After.Unnamed, fall.After.UnnamedFresh));
                        Assert.Equal(fall.Before.Named.Count - 1, fall.After.Named.Count);
                    });
                }
            }
        }
    }

    private sealed record Answer((Id<Team> Team, Id<Skill> Skill, int Level, string About) Question, int Number);

    /// <summary>Up to six teams of few people, most of whom are not named.</summary>
    private sealed class Organisation
    {
        private readonly List<Team> _teams = [Team.Form("Root", null)];
        private readonly List<Id<Skill>> _skills = [Id<Skill>.New(), Id<Skill>.New()];
        private readonly List<Target> _targets = [];
        private readonly List<Member> _members = [];
        private readonly TeamTree _tree;

        public Organisation(Random random)
        {
            for (var more = random.Next(2, 6); more > 0; more--)
            {
                _teams.Add(Team.Form($"Team {more}", _teams[random.Next(_teams.Count)].Id));
            }

            _tree = new TeamTree(_teams);
            foreach (var team in _teams)
            {
                _targets.AddRange(_skills.Where(_ => random.Next(2) == 0).Select(skill => Target.Set(team.Id, skill, random.Next(1, 4), random.Next(1, 9)).Value));
                _members.AddRange(Enumerable.Range(0, random.Next(22)).Select(_ => Join(team.Id, random)));
            }
        }

        private Organisation(Organisation other, List<Member> members) => (_teams, _skills, _targets, _members, _tree) = (other._teams, other._skills, other._targets, members, other._tree);

        public IEnumerable<TeamCoverage> Views() => _teams.Select(team => View(team.Id));

        /// <summary>Every number about unnamed people that any page shows, and what it is about.</summary>
        public List<Answer> Told() =>
        [
            .. from coverage in Views()
               from line in coverage.Lines.Where(line => line.Level is not null).Concat(from team in coverage.Teams.Prepend(coverage.TeamId) from skill in _skills select coverage.Cell(team, skill))
               from answer in new (string About, int Number)[] { ("holders", line.Unnamed), ("fresh", line.UnnamedFresh), ("process", line.UnnamedWithProcess), ("judgement", line.UnnamedWithJudgement) }
               select new Answer((line.TeamId, line.SkillId, line.Level ?? Proficiency.OnMyOwn, answer.About), answer.Number),
            .. from coverage in Views()
               from skill in _skills
               from answer in new (string About, int Number)[] { ("holders", coverage.Unnamed(skill)), ("fresh", coverage.UnnamedFresh(skill)) }
               select new Answer((coverage.TeamId, skill, Proficiency.OnMyOwn, answer.About), answer.Number),
            .. from cell in Cells() select new Answer((cell.TeamId, cell.SkillId, cell.Level ?? Proficiency.OnMyOwn, "holders"), cell.Unnamed[cell.Level ?? Proficiency.OnMyOwn]),
        ];

        /// <summary>The kept cells, of which the page of a large team is made: reckoned from the leaves up.</summary>
        private List<CoverageCell> Cells()
        {
            var cells = new List<CoverageCell>();
            foreach (var team in _tree.Branch(_teams[0].Id).Reverse())
            {
                var children = _tree.Children(team);
                var own = CrowdCount.OfAll(_tree, _members, Anonymity.Usual).Where(count => count.TeamId == team);
                var rollup = new Rollup(team, [.. _members.Where(member => member.TeamId == team && member.Showing == Showing.Named)], own, [.. cells.Where(cell => children.Contains(cell.TeamId))]);
                cells.AddRange(_skills.Select(skill => rollup.Cell(skill, _targets.Find(target => target.TeamId == team && target.SkillId == skill))));
            }

            return cells;
        }

        public Dictionary<(Id<Team> Team, Id<Skill> Skill, int Level, string About), int> Numbers() => Told().DistinctBy(answer => answer.Question).ToDictionary(answer => answer.Question, answer => answer.Number);

        /// <summary>Sets of teams below one, none of which lies in another.</summary>
        public IEnumerable<IReadOnlyList<Id<Team>>> Cuts(Id<Team> team)
        {
            var children = _tree.Children(team);
            return children.Count == 0 ? [] : new[] { (IReadOnlyList<Id<Team>>)children }
                .Concat(children.Select(child => (IReadOnlyList<Id<Team>>)[child]))
                .Concat(children.SelectMany(child => Cuts(child).Select(below => (IReadOnlyList<Id<Team>>)[.. children.Where(other => other != child), .. below])));
        }

        /// <summary>How many unnamed people of the team stand in no group that lies wholly in one of the teams taken away.</summary>
        public int UnnamedOutsideGroupsOf(Id<Team> team, IReadOnlyList<Id<Team>> cut) =>
            Unnamed(team) - cut.Sum(below => _tree.Branch(below).Sum(inner => Group(inner)));

        /// <summary>How many are counted together under this team, reckoned from the leaves as docs/coverage.md says; 0 where they join those above.</summary>
        private int Group(Id<Team> team) => Pool(team) is var pool && pool >= Anonymity.Usual.SmallestGroup ? pool : 0;

        private int Pool(Id<Team> team) =>
            _members.Count(member => member.TeamId == team && member.Showing != Showing.Named) + _tree.Children(team).Sum(child => Pool(child) is var below && below < Anonymity.Usual.SmallestGroup ? below : 0);

        private int Unnamed(Id<Team> team) => _members.Count(member => _tree.Branch(team).Contains(member.TeamId) && member.Showing != Showing.Named);

        public Organisation WithOneMindChanged(Random random)
        {
            var unnamed = _members.Where(member => member.Showing != Showing.Named).ToList();
            if (unnamed.Count == 0)
            {
                return this;
            }

            // What a hidden person knows is nowhere in coverage; so one who was counted goes.
            var who = unnamed[random.Next(unnamed.Count)];
            return new Organisation(this, _members.ConvertAll(member => member != who ? member : Member.Hidden(who.PersonId, who.TeamId)));
        }

        private TeamCoverage View(Id<Team> team)
        {
            var branch = _tree.Branch(team);
            return FirstCount.View(team, _tree, [.. _members.Where(member => branch.Contains(member.TeamId))], [.. _targets.Where(target => branch.Contains(target.TeamId))]);
        }

        private Member Join(Id<Team> team, Random random)
        {
            var person = Id<Person>.New();
            var levels = _skills.Where(_ => random.Next(5) > 0).ToDictionary(skill => skill, _ => random.Next(2, 6));
            var freshness = _skills.Where(_ => random.Next(3) > 0).ToDictionary(skill => skill, _ => new Freshness(Now, random.Next(3) > 0) { HasProcess = random.Next(2) == 0, HasJudgement = random.Next(2) == 0 });
            return random.Next(10) switch
            {
                0 => Member.Named(person, team, "Somebody", levels, freshness),
                1 => Member.Hidden(person, team),
                _ => Member.Counted(person, team, levels, freshness),
            };
        }
    }
}
