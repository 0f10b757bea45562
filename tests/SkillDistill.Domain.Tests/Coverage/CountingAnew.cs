using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>
/// An attacker who reads every number about unnamed people every night for three months, knows who is in which team and who is named, and watches one person decide. Held against each other are two worlds that differ in nothing but that
/// decision: as long as fewer than five people of a group are counted otherwise, both say the same, night after night.
/// </summary>
public sealed class CountingAnew
{
    private const int Nights = 95;
    private const int Rounds = 150;

    private static readonly DateOnly First = new(2026, 9, 1);

    [Theory]
    [InlineData(Showing.Counted, Showing.Counted, Showing.Hidden)]
    [InlineData(Showing.Hidden, Showing.Counted, Showing.Hidden)]
    [InlineData(Showing.Named, Showing.Counted, Showing.Hidden)]
    public void Nobody_tells_for_three_months_what_one_person_decided(Showing before, Showing one, Showing other)
    {
        var (compared, said, mixed) = (0, 0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var company = new Company(new Random(seed));
            if (company.Somebody(before) is not { } who)
            {
                continue;
            }

            // Three others decide, learn, come or go on some night, in both worlds alike.
            var others = company.Others(who, 3, new Random(seed));
            var worlds = new[] { one, other }.Select(decision => company.Watched(Nights, night => night == 10 ? [(who, decision), .. others] : [])).ToList();
            if (worlds.Exists(world => world.Mixed))
            {
                // Somebody whose name went made ten of nine, of whom nothing was said before: what is said of ten for the first time is said of all of them.
                mixed++;
                continue;
            }

            Assert.Equal(worlds[0].Said, worlds[1].Said);
            (compared, said) = (compared + 1, said + (worlds[0].Said.Exists(night => night.Length > 0) ? 1 : 0));
        }

        Assert.True(compared > 80 && said > 60 && mixed < compared / 4, $"{compared} compared, {said} of which said anything, {mixed} in which a crowd was counted for the first time");
    }

    /// <summary>The decision is hidden among those of others also once so many have decided that their crowd is counted anew: five of that crowd, by what nobody sees.</summary>
    [Fact]
    public void Whatever_moves_follows_from_five_people_of_that_crowd_who_are_counted_otherwise_and_are_not_seen_to_come_or_go()
    {
        var (moved, waited) = (0, 0);
        for (var seed = 0; seed < Rounds; seed++)
        {
            var random = new Random(seed);
            var company = new Company(random);
            var book = new Book();
            book.Count(company.Tree, company.Members, First);
            for (var night = 1; night < 60; night++)
            {
                for (var more = random.Next(3); more > 0; more--)
                {
                    company.ChangeSomebody(random);
                }

                var (said, counted) = (book.SaidOf(), book.CountedAs());
                book.Count(company.Tree, company.Members, First.AddDays(night));
                var (says, counts) = (book.SaidOf(), book.CountedAs());
                waited += says.Count(crowd => said.GetValueOrDefault(crowd.Key) == crowd.Value);
                foreach (var crowd in says.Where(crowd => said.TryGetValue(crowd.Key, out var before) && before != crowd.Value).Select(crowd => crowd.Key))
                {
                    var now = company.Members.Where(member => member.Showing != Showing.Named).ToDictionary(member => member.PersonId);
                    var otherwise = counted[crowd].Count(member => now.TryGetValue(member.Key, out var isNow) && CrowdMember.Fingerprint(isNow) != member.Value)
                        + counts[crowd].Keys.Count(person => !counted[crowd].ContainsKey(person) && now[person].Showing == Showing.Counted);
                    Assert.True(otherwise >= Anonymity.UsualFewest, $"{otherwise} people moved numbers in night {night} with seed {seed}.");
                    moved++;
                }
            }
        }

        Assert.True(moved > 150 && waited > 1500, $"{moved} times something moved, {waited} times it did not");
    }

    [Fact]
    public void Five_who_withdraw_are_counted_no_more_from_the_next_night_on()
    {
        var company = Company.OfOne(20, 10);
        var book = new Book();
        book.Count(company.Tree, company.Members, First);
        var before = book.Said();
        var four = company.With(4, Showing.Hidden);
        book.Count(company.Tree, four, First.AddDays(1));
        var waiting = book.Said();
        book.Count(company.Tree, company.With(6, Showing.Hidden), First.AddDays(2));

        Assert.Contains(":10/", before, StringComparison.Ordinal);
        Assert.Equal(before, waiting);
        Assert.Equal("", book.Said());
    }

    [Fact]
    public void After_half_a_year_in_which_somebody_is_counted_otherwise_nothing_is_said_until_five_are()
    {
        var company = Company.OfOne(20, 10);
        var book = new Book();
        book.Count(company.Tree, company.Members, First);
        var before = book.Said();
        var one = company.With(1, Showing.Hidden);
        var spoke = Enumerable.Range(1, 400).Count(night => Say(night) == before);

        string Say(int night)
        {
            book.Count(company.Tree, one, First.AddDays(night));
            return book.Said();
        }

        Assert.Equal(Crowd.HoldsForDays, spoke);
        Assert.Equal("", book.Said());
        book.Count(company.Tree, company.With(5, Showing.Hidden), First.AddDays(401));
        Assert.Contains(":5/", book.Said(), StringComparison.Ordinal);
    }

    [Fact]
    public void Where_nothing_changes_it_never_gets_too_old_and_who_changes_their_mind_back_was_never_away()
    {
        var company = Company.OfOne(20, 10);
        var book = new Book();
        book.Count(company.Tree, company.Members, First);
        var before = book.Said();
        for (var night = 1; night < 800; night++)
        {
            book.Count(company.Tree, night % 100 == 50 ? company.With(2, Showing.Hidden) : company.Members, First.AddDays(night));
            Assert.Equal(before, book.Said());
        }
    }

    /// <summary>Who leaves, is named or comes is seen: were it to count, four who leave would show what the fifth decided.</summary>
    [Fact]
    public void Whoever_is_seen_to_come_or_go_helps_nobody_to_learn_of_another()
    {
        var company = Company.OfOne(25, 9);
        var book = new Book();
        book.Count(company.Tree, company.Members, First);
        var before = book.Said();
        var four = company.Members.Skip(20).Take(4).Select(member => member.PersonId).ToHashSet();
        var after = company.Decided(0, Showing.Hidden).Where(member => !four.Contains(member.PersonId)).Concat(Enumerable.Range(0, 6).Select(_ => Member.Hidden(Id<Person>.New(), company.Members[0].TeamId))).ToList();
        book.Count(company.Tree, after, First.AddDays(1));

        Assert.Contains(":5/", before, StringComparison.Ordinal);
        Assert.Equal(before, book.Said());
    }

    [Fact]
    public void Of_a_crowd_of_which_fewer_than_ten_are_left_unnamed_or_many_left_nothing_is_said_until_five_are_counted_otherwise()
    {
        var company = Company.OfOne(12, 8);
        var book = new Book();
        book.Count(company.Tree, company.Members, First);
        book.Count(company.Tree, [.. company.Members.Skip(3)], First.AddDays(1));
        Assert.Equal("", book.Said());
        book.Count(company.Tree, company.Members, First.AddDays(2));
        Assert.Equal("", book.Said());

        var large = Company.OfOne(40, 30);
        var other = new Book();
        other.Count(large.Tree, large.Members, First);
        other.Count(large.Tree, [.. large.Members.Skip(4)], First.AddDays(1));
        Assert.Contains(":30/", other.Said(), StringComparison.Ordinal);
        other.Count(large.Tree, [.. large.Members.Skip(5)], First.AddDays(2));
        Assert.Equal("", other.Said());
    }

    /// <summary>Somebody of the ten of a team gives their name, and the nine others would be part of the crowd above, which would tell of the tenth by what it says then.</summary>
    [Fact]
    public void A_team_that_is_too_small_now_is_counted_with_the_one_above_only_when_five_of_it_are_counted_otherwise()
    {
        var (above, team, skill) = (Team.Form("Above", null), default(Team), Id<Skill>.New());
        team = Team.Form("Team", above.Id);
        Member Person(Team of, int level) => Member.Counted(Id<Person>.New(), of.Id, new Dictionary<Id<Skill>, int> { [skill] = level });
        var members = Enumerable.Range(0, 10).Select(at => Person(team, at < 5 ? 3 : 1)).Concat(Enumerable.Range(0, 12).Select(at => Person(above, at < 6 ? 3 : 1))).ToList();
        var (tree, book) = (new TeamTree([above, team]), new Book());
        book.Count(tree, members, First);
        var before = book.SaidOf();
        var named = members.Select((member, at) => at == 0 ? Member.Named(member.PersonId, team.Id, "Somebody", new Dictionary<Id<Skill>, int>()) : member).ToList();
        book.Count(tree, named, First.AddDays(1));

        Assert.Equal(2, before.Count);
        Assert.Equal(before[above.Id], book.SaidOf()[above.Id]);
        Assert.DoesNotContain(team.Id, book.SaidOf().Keys);
    }

    [Fact]
    public void Another_k_is_in_force_from_the_next_count_of_a_crowd_on_and_a_higher_one_at_once()
    {
        var company = Company.OfOne(20, 10);
        var book = new Book();
        book.Count(company.Tree, company.Members, First);
        var before = book.Said();
        book.Count(company.Tree, company.Members, First.AddDays(1), new Anonymity(3));
        Assert.Equal(before, book.Said());
        book.Count(company.Tree, company.With(5, Showing.Hidden), First.AddDays(2), new Anonymity(3));
        Assert.Contains(":3/", book.Said(), StringComparison.Ordinal);
        book.Count(company.Tree, company.With(5, Showing.Hidden), First.AddDays(3), new Anonymity(6));
        Assert.Equal("", book.Said());
    }

    /// <summary>Every group of ten to twelve of whom some are counted and able, as counted first: whoever of them decides otherwise, nothing moves.</summary>
    [Fact]
    public void No_single_decision_moves_anything_by_brute_force()
    {
        var decisions = 0;
        for (var size = 10; size <= 12; size++)
        {
            for (var able = 0; able <= size; able++)
            {
                for (var willing = 0; willing <= size; willing++)
                {
                    var company = Company.OfOne(size, able, willing);
                    for (var at = 0; at < size; at++)
                    {
                        foreach (var decision in new[] { Showing.Hidden, Showing.Counted, Showing.Named })
                        {
                            var book = new Book();
                            book.Count(company.Tree, company.Members, First);
                            var before = book.Said();
                            book.Count(company.Tree, company.Decided(at, decision), First.AddDays(1));
                            // A row where nine are left unnamed is seen, and nothing is said of them, whoever it is.
                            Assert.Equal(decision == Showing.Named && size == 10 ? "" : before, book.Said());
                            decisions++;
                        }
                    }
                }
            }
        }

        Assert.True(decisions > 10_000);
    }

    /// <summary>It is kept in the store: were it another one after an upgrade, everybody would seem to be counted otherwise, and every crowd be counted anew in one night.</summary>
    [Fact]
    public void Fingerprints_are_those_of_earlier_releases()
    {
        static Id<T> Known<T>(int number) => new(new Guid(number, 0, 0, new byte[8]));
        var freshness = new Freshness(DateTimeOffset.UnixEpoch, true) { HasJudgement = true };
        var counted = Member.Counted(Known<Person>(1), Known<Team>(2), new Dictionary<Id<Skill>, int> { [Known<Skill>(3)] = 4, [Known<Skill>(5)] = 1 }, new Dictionary<Id<Skill>, Freshness> { [Known<Skill>(3)] = freshness }, new HashSet<Id<Skill>> { Known<Skill>(5) });

        Assert.Equal((9098408580069118434, 2473782012031251340), (CrowdMember.Fingerprint(counted), CrowdMember.Fingerprint(Member.Hidden(Known<Person>(1), Known<Team>(2)))));
    }

    /// <summary>What is kept of crowds from night to night.</summary>
    private sealed class Book
    {
        private readonly Dictionary<Id<Team>, (Crowd Crowd, IReadOnlyList<CrowdMember> Members)> _crowds = [];
        private readonly Dictionary<Id<Team>, IReadOnlyList<CrowdCount>> _said = [];

        public void Count(TeamTree tree, IReadOnlyList<Member> members, DateOnly night, Anonymity? anonymity = null)
        {
            var k = anonymity ?? Anonymity.Usual;
            var byId = members.ToDictionary(member => member.PersonId);
            var plan = CrowdPlan.Of(tree, [.. members.Where(member => member.Showing != Showing.Named).Select(UnnamedPerson.Of)], _crowds.Values, k, night);
            plan.Same.ForEach(crowd => crowd.Confirm(night));
            plan.Silent.ForEach(crowd => crowd.FallSilent());
            plan.Silent.ForEach(crowd => _said.Remove(crowd.TeamId));
            plan.Gone.ForEach(crowd => _said.Remove(crowd.TeamId));
            plan.Gone.ForEach(crowd => _crowds.Remove(crowd.TeamId));
            foreach (var (team, people) in plan.Anew)
            {
                var here = people.Select(person => person.Id).ToHashSet();
                foreach (var (other, (known, were)) in _crowds.ToList())
                {
                    _crowds[other] = (known, [.. were.Where(member => !here.Contains(member.PersonId))]);
                }

                var crowd = Crowd.Of(team);
                crowd.Count(people.Count, k, night);
                _crowds[team] = (crowd, [.. people.Select(person => CrowdMember.Of(team, byId[person.Id]))]);
                _said[team] = CrowdCount.Of(team, [.. people.Select(person => byId[person.Id])], k);
            }
        }

        /// <summary>Every number.</summary>
        public string Said() => string.Join(' ', from counts in _said.Values
                                                 from count in counts
                                                 orderby count.TeamId, count.SkillId
                                                 select $"{count.TeamId}:{count.SkillId}:{count.Holders.AtLeast3}/{count.Holders}{count.Fresh}{count.Process}{count.Judgement}{count.Disputed}");

        /// <summary>Of each crowd of which anything may be said.</summary>
        public Dictionary<Id<Team>, string> SaidOf() => _said.ToDictionary(crowd => crowd.Key, crowd => string.Join(' ', crowd.Value.OrderBy(count => count.SkillId).Select(count => $"{count.SkillId}:{count.Holders}")));

        /// <summary>By crowd, as what everybody is counted who is.</summary>
        public Dictionary<Id<Team>, Dictionary<Id<Person>, long>> CountedAs() => _crowds.ToDictionary(crowd => crowd.Key, crowd => crowd.Value.Members.ToDictionary(member => member.PersonId, member => member.CountedAs));
    }

    /// <summary>Up to five teams of few people or many, with two skills.</summary>
    private sealed class Company
    {
        private readonly List<Team> _teams = [Team.Form("Root", null)];
        private readonly List<Id<Skill>> _skills = [Id<Skill>.New(), Id<Skill>.New()];
        private readonly Dictionary<Id<Person>, Dictionary<Id<Skill>, int>> _able = [];

        public Company(Random random)
        {
            for (var more = random.Next(1, 5); more > 0; more--)
            {
                _teams.Add(Team.Form($"Team {more}", _teams[random.Next(_teams.Count)].Id));
            }

            Tree = new TeamTree(_teams);
            Members = [.. from team in _teams from _ in Enumerable.Range(0, random.Next(4) == 0 ? random.Next(4) : random.Next(8, 15)) select Join(team.Id, random)];
        }

        private Company() => Tree = new TeamTree(_teams);

        public TeamTree Tree { get; }

        public List<Member> Members { get; private set; } = [];

        /// <param name="able">How many of them hold the first skill.</param>
        /// <param name="willing">How many of them are counted; all where nothing is said.</param>
        public static Company OfOne(int people, int able, int? willing = null)
        {
            var company = new Company();
            for (var at = 0; at < people; at++)
            {
                var person = Id<Person>.New();
                company._able[person] = at < able ? new Dictionary<Id<Skill>, int> { [company._skills[0]] = 3 } : [];
                company.Members.Add(company.As(Member.Hidden(person, company._teams[0].Id), at < (willing ?? people) ? Showing.Counted : Showing.Hidden));
            }

            return company;
        }

        /// <summary>The first so many of them, otherwise.</summary>
        public List<Member> With(int people, Showing showing) => [.. Members.Select((member, at) => at < people ? As(member, showing) : member)];

        public List<Member> Decided(int at, Showing showing) => [.. Members.Select((member, index) => index == at ? As(member, showing) : member)];

        public Id<Person>? Somebody(Showing showing) => Members.Find(member => member.Showing == showing)?.PersonId;

        public List<(Id<Person> Who, Showing Decision)> Others(Id<Person> who, int count, Random random) =>
            [.. Members.Where(member => member.PersonId != who).OrderBy(_ => random.Next()).Take(count).Select(member => (member.PersonId, (Showing)random.Next(3)))];

        /// <summary>What is said on each night, counted every night from the first on.</summary>
        public (List<string> Said, bool Mixed) Watched(int nights, Func<int, IReadOnlyList<(Id<Person> Who, Showing Decision)>> decided)
        {
            var (book, members, said, mixed) = (new Book(), Members, new List<string>(), false);
            for (var night = 0; night < nights; night++)
            {
                foreach (var (who, decision) in decided(night))
                {
                    members = members.ConvertAll(member => member.PersonId == who ? As(member, decision) : member);
                }

                var before = book.CountedAs().Count;
                book.Count(Tree, members, First.AddDays(night));
                mixed |= night > 0 && book.CountedAs().Count > before;
                said.Add(book.Said());
            }

            return (said, mixed);
        }

        /// <summary>Somebody decides otherwise, learns, goes to another team, leaves, or comes.</summary>
        public void ChangeSomebody(Random random)
        {
            if (Members.Count == 0)
            {
                Members.Add(Join(_teams[0].Id, random));
            }

            var who = Members[random.Next(Members.Count)];
            Members = random.Next(5) switch
            {
                0 => Replaced(who, Learnt(who, random)),
                1 => Replaced(who, As(Member.Hidden(who.PersonId, _teams[random.Next(_teams.Count)].Id), who.Showing)),
                2 when Members.Count > 20 => [.. Members.Where(member => member != who)],
                3 => [.. Members, Join(_teams[random.Next(_teams.Count)].Id, random)],
                _ => Replaced(who, As(who, (Showing)random.Next(3))),
            };
        }

        private List<Member> Replaced(Member who, Member by) => Members.ConvertAll(member => member == who ? by : member);

        private Member Learnt(Member who, Random random)
        {
            _able[who.PersonId] = new Dictionary<Id<Skill>, int>(_able[who.PersonId]) { [_skills[random.Next(2)]] = random.Next(1, 6) };
            return As(who, who.Showing);
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
