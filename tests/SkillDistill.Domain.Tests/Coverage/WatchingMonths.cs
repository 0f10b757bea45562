using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>
/// An attacker who reads every page of every team in three months in a row, keeps all of it, knows everybody who is in a team, and watches one person decide otherwise between the second and the third. Decisions are compared in
/// pairs: the same three months, with the person deciding one way and another.
/// </summary>
public sealed class WatchingMonths
{
    private const int Rounds = 300;

    private static readonly DateOnly First = new(2026, 9, 1);

    [Fact]
    public void A_month_says_one_word_that_every_page_of_that_day_said_of_the_line()
    {
        var (words, twice) = (0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var months = new Organisation(new Random(seed)).Months(new Random(seed));
            for (var month = 0; month < months.Count; month++)
            {
                var kept = months[month].Kept(First.AddMonths(month));
                foreach (var lines in months[month].Views().SelectMany(view => view.Lines).Where(line => line.HeadCount is not null).GroupBy(line => (line.TeamId, line.SkillId)))
                {
                    Assert.All(lines, line => Assert.Equal(line.State, kept[lines.Key]));
                    (words, twice) = (words + 1, twice + (lines.Count() > 1 ? 1 : 0));
                }

                Assert.Equal(months[month].Views().SelectMany(view => view.Lines).Where(line => line.HeadCount is not null).Select(line => (line.TeamId, line.SkillId)).Distinct().Count(), kept.Count);
            }
        }

        Assert.True(words > 2000 && twice > 1000, $"{words} words, {twice} of them seen from several teams");
    }

    /// <summary>All that a month may know is a function of what was shown: two organisations that show the same keep the same, whoever is behind it.</summary>
    [Fact]
    public void What_shows_the_same_keeps_the_same()
    {
        var same = 0;
        for (var seed = 0; seed < Rounds; seed++)
        {
            var house = new Organisation(new Random(seed));
            foreach (var other in house.Decided(new Random(seed), Showing.Counted, Showing.Hidden))
            {
                if (house.Numbers().OrderBy(number => number.Key).SequenceEqual(other.Numbers().OrderBy(number => number.Key)))
                {
                    Assert.Equal(house.Kept(First), other.Kept(First));
                    same++;
                }
            }
        }

        Assert.True(same > 500, $"{same} showed the same");
    }

    [Fact]
    public void Whoever_is_counted_or_not_moves_no_month_but_by_a_step_of_five_in_a_group_of_ten()
    {
        var (still, moved) = (0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var house = new Organisation(new Random(seed));
            foreach (var (who, other) in house.Pairs(new Random(seed), Showing.Counted, Showing.Hidden))
            {
                var (before, after) = (house.Numbers(), other.Numbers());
                var moves = before.Keys.Where(key => before[key] != after[key]).ToDictionary(key => key, key => after[key] - before[key]);
                Assert.All(moves.Values, move => Assert.Equal(-Anonymity.Usual.Fewest, move));

                // The months move where the numbers of the same day do, and nowhere else.
                var (kept, then) = (house.Kept(First), other.Kept(First));
                Assert.All(kept.Keys.Where(line => kept[line] != then[line]), line => Assert.Contains((line.Team, line.Skill, "holders"), moves.Keys));
                if (house.GroupOf(who) < Anonymity.Usual.SmallestGroup)
                {
                    Assert.Empty(moves);
                    still++;
                }

                moved += kept.Keys.Count(line => kept[line] != then[line]);
            }
        }

        Assert.True(still > 100 && moved > 20, $"{still} in small groups, {moved} words moved");
    }

    /// <summary>Their row goes, which is what they decided. Beyond it, counted and hidden are told apart by a step of five or by nothing.</summary>
    [Fact]
    public void Whoever_takes_their_name_back_leaves_the_same_month_counted_or_not_but_for_a_step_of_five()
    {
        var (same, steps) = (0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var house = new Organisation(new Random(seed));
            foreach (var who in house.Some(new Random(seed), Showing.Named))
            {
                var (before, counted, hidden) = (house, house.With(who, Showing.Counted), house.With(who, Showing.Hidden));
                Assert.Equal(before.Views().Sum(view => view.People.Count(person => person.PersonId == who.PersonId)), before.Views().Sum(view => view.People.Count) - counted.Views().Sum(view => view.People.Count));
                var (one, other, was) = (counted.Numbers(), hidden.Numbers(), before.Numbers());
                Assert.All(one.Keys, key => Assert.Contains(one[key] - other[key], new[] { 0, Anonymity.Usual.Fewest }));
                // The groups may be others now, since one more hides among them; they too are told in steps.
                Assert.All(one.Keys, key => Assert.Equal(0, (one[key] - was[key]) % Anonymity.Usual.Fewest));
                var (kept, then) = (counted.Kept(First), hidden.Kept(First));
                Assert.All(kept.Keys.Where(line => kept[line] != then[line]), line => Assert.NotEqual(one[(line.Team, line.Skill, "holders")], other[(line.Team, line.Skill, "holders")]));
                if (counted.GroupOf(who) < Anonymity.Usual.SmallestGroup)
                {
                    Assert.Equal(kept, then);
                    same++;
                }

                steps += one.Keys.Count(key => one[key] != other[key]);
            }
        }

        Assert.True(same > 50 && steps > 5, $"{same} in small groups, {steps} steps");
    }

    /// <summary>Whatever is decided in the third month, the first two say what they said.</summary>
    [Fact]
    public void A_decision_moves_no_month_that_is_past()
    {
        for (var seed = 0; seed < Rounds; seed++)
        {
            var months = new Organisation(new Random(seed)).Months(new Random(seed));
            var past = Series(months).Take(2).ToList();
            foreach (var last in months[2].Decided(new Random(seed), Showing.Counted, Showing.Hidden).Concat(months[2].Decided(new Random(seed), Showing.Named, Showing.Hidden)))
            {
                Assert.Equal(past, Series([.. months.Take(2), last]).Take(2));
            }
        }
    }

    /// <summary>Every team of up to seven unnamed people, each hidden, counted or counted and able: no decision of any of them shows in any month.</summary>
    [Fact]
    public void Small_teams_are_all_the_same_by_brute_force()
    {
        var teams = 0;
        for (var size = 0; size <= 7; size++)
        {
            for (var headCount = 1; headCount <= 3; headCount++)
            {
                var told = new HashSet<CoverageState>();
                for (var code = 0; code < Math.Pow(3, size); code++)
                {
                    told.Add(Organisation.Small(size, code, headCount).Kept(First).Single().Value);
                    teams++;
                }

                Assert.Equal([CoverageState.Gap], told);
            }
        }

        Assert.Equal(3 * 3280, teams);
    }

    private static IEnumerable<string> Series(IReadOnlyList<Organisation> months) =>
        months.Select((house, month) => string.Join(' ', house.Kept(First.AddMonths(month)).Select(kept => $"{kept.Key.Team}/{kept.Key.Skill}:{kept.Value}").Order(StringComparer.Ordinal)));

    /// <summary>A root and up to four teams below it, of few people or many, with two skills.</summary>
    private sealed class Organisation
    {
        private readonly List<Team> _teams;
        private readonly List<Id<Skill>> _skills;
        private readonly List<Target> _targets;
        private readonly List<Member> _members;
        private readonly Dictionary<Id<Person>, Dictionary<Id<Skill>, int>> _able;
        private readonly TeamTree _tree;

        public Organisation(Random random)
        {
            (_teams, _skills, _able) = ([Team.Form("Root", null)], [Id<Skill>.New(), Id<Skill>.New()], []);
            for (var more = random.Next(1, 5); more > 0; more--)
            {
                _teams.Add(Team.Form($"Team {more}", _teams[random.Next(_teams.Count)].Id));
            }

            _tree = new TeamTree(_teams);
            _targets = [.. from team in _teams from skill in _skills where random.Next(4) > 0 select Target.Set(team.Id, skill, random.Next(1, 4), random.Next(1, 9)).Value];
            _members = [.. from team in _teams from _ in Enumerable.Range(0, random.Next(3) == 0 ? random.Next(3) : random.Next(22)) select Join(team.Id, random)];
        }

        private Organisation(Organisation other, List<Member> members) => (_teams, _skills, _targets, _members, _able, _tree) = (other._teams, other._skills, other._targets, members, other._able, other._tree);

        private Organisation(int size, int code, int headCount)
        {
            (_teams, _skills, _able) = ([Team.Form("Root", null)], [Id<Skill>.New()], []);
            _tree = new TeamTree(_teams);
            _targets = [Target.Set(_teams[0].Id, _skills[0], 3, headCount).Value];
            _members = [];
            for (; size > 0; size--, code /= 3)
            {
                var able = new Dictionary<Id<Skill>, int> { [_skills[0]] = 4 };
                _members.Add((code % 3) switch { 0 => Member.Hidden(Id<Person>.New(), _teams[0].Id), 1 => Member.Counted(Id<Person>.New(), _teams[0].Id, new Dictionary<Id<Skill>, int>()), _ => Member.Counted(Id<Person>.New(), _teams[0].Id, able) });
            }
        }

        /// <param name="code">In base three what each of them decided and can do.</param>
        public static Organisation Small(int size, int code, int headCount) => new(size, code, headCount);

        /// <summary>Three months in which somebody or other decides anew.</summary>
        public IReadOnlyList<Organisation> Months(Random random)
        {
            var second = new Organisation(this, _members.ConvertAll(member => random.Next(6) == 0 ? As(member, (Showing)random.Next(3)) : member));
            return [this, second, new Organisation(second, second._members.ConvertAll(member => random.Next(6) == 0 ? As(member, (Showing)random.Next(3)) : member))];
        }

        public IEnumerable<TeamCoverage> Views() => _teams.Select(team => View(team.Id));

        /// <summary>What the chore keeps: from the root down.</summary>
        public Dictionary<(Id<Team> Team, Id<Skill> Skill), CoverageState> Kept(DateOnly month) =>
            CoverageMonth.Keep(View(_teams[0].Id).Lines, month).ToDictionary(kept => (kept.TeamId, kept.SkillId), kept => kept.State);

        /// <summary>Every number about unnamed people of the lines, from every team.</summary>
        public Dictionary<(Id<Team> Team, Id<Skill> Skill, string About), int> Numbers() => (
            from view in Views()
            from line in view.Lines.Where(line => line.HeadCount is not null)
            select ((line.TeamId, line.SkillId, "holders"), line.Unnamed)).Concat(
            from view in Views() from skill in _skills select ((view.TeamId, skill, "on their own"), view.Unnamed(skill))).DistinctBy(number => number.Item1).ToDictionary(number => number.Item1, number => number.Item2);

        /// <summary>A few of those who decided so.</summary>
        public IEnumerable<Member> Some(Random random, Showing showing) => _members.Where(member => member.Showing == showing).OrderBy(_ => random.Next()).Take(6);

        public Organisation With(Member who, Showing showing) => new(this, _members.ConvertAll(member => member.PersonId == who.PersonId ? As(member, showing) : member));

        public IEnumerable<(Member Who, Organisation Other)> Pairs(Random random, Showing from, Showing to) => Some(random, from).Select(who => (who, With(who, to)));

        public IEnumerable<Organisation> Decided(Random random, Showing from, Showing to) => Pairs(random, from, to).Select(pair => pair.Other);

        /// <summary>How many are in the group of an unnamed person, as docs/coverage.md says: their team's, or that of the nearest above in which there are ten.</summary>
        public int GroupOf(Member who)
        {
            var pool = 0;
            foreach (var team in _tree.Lineage(who.TeamId))
            {
                if ((pool = Pool(team)) >= Anonymity.Usual.SmallestGroup)
                {
                    break;
                }
            }

            return pool;
        }

        private int Pool(Id<Team> team) =>
            _members.Count(member => member.TeamId == team && member.Showing != Showing.Named) + _tree.Children(team).Sum(child => Pool(child) is var below && below < Anonymity.Usual.SmallestGroup ? below : 0);

        private TeamCoverage View(Id<Team> team)
        {
            var branch = _tree.Branch(team);
            return FirstCount.View(team, _tree, [.. _members.Where(member => branch.Contains(member.TeamId))], [.. _targets.Where(target => branch.Contains(target.TeamId))]);
        }

        private Member Join(Id<Team> team, Random random)
        {
            var person = Id<Person>.New();
            _able[person] = _skills.Where(_ => random.Next(5) > 0).ToDictionary(skill => skill, _ => random.Next(2, 6));
            return As(Member.Hidden(person, team), random.Next(8) switch { 0 => Showing.Named, 1 => Showing.Hidden, _ => Showing.Counted });
        }

        private Member As(Member member, Showing showing) => showing switch
        {
            Showing.Named => Member.Named(member.PersonId, member.TeamId, "Somebody", _able[member.PersonId]),
            Showing.Counted => Member.Counted(member.PersonId, member.TeamId, _able[member.PersonId]),
            _ => Member.Hidden(member.PersonId, member.TeamId),
        };
    }
}
