using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Decisions;

/// <summary>What is said of the answers of a team's agents, and what never is.</summary>
public sealed class SharingAnswers
{
    private static readonly DateOnly Q3 = new(2026, 7, 1);

    private readonly Team _company = Team.Form("Company", null);
    private readonly Team _left;
    private readonly Team _right;
    private readonly TeamTree _tree;
    private readonly List<Id<Team>> _teams;

    public SharingAnswers()
    {
        (_left, _right) = (Team.Form("Left", _company.Id), Team.Form("Right", _company.Id));
        _tree = new TeamTree([_company, _left, _right]);
        _teams = [_company.Id, _left.Id, _right.Id];
    }

    [Fact]
    public void Each_author_weighs_the_same_however_often_they_are_asked()
    {
        var busy = new AnsweringAuthor(_left.Id, true, 0, 0, 10_000, false);

        var shares = AnswerShares.Of([busy, .. Many(4, _left, isCounted: true, documented: 4), .. Many(5, _left, isCounted: false)], Anonymity.Usual);

        Assert.Equal(new AnswerShares(5, 4, 0, 1, 0), shares);
    }

    [Theory]
    [InlineData(4, 6)]
    [InlineData(5, 4)]
    [InlineData(0, 30)]
    public void Nothing_is_said_of_fewer_than_five_or_where_there_are_fewer_than_ten_to_hide_among(int counted, int others) =>
        Assert.Same(AnswerShares.TooFew, AnswerShares.Of([.. Many(counted, _left, true, 50), .. Many(others, _left, false, 50)], Anonymity.Usual));

    [Fact]
    public void Nothing_is_said_of_fewer_than_twenty_answers()
    {
        Assert.False(AnswerShares.Of([.. Many(5, _left, true, 3), .. Many(5, _left, false, 50)], Anonymity.Usual).IsSaid);
        Assert.True(AnswerShares.Of([.. Many(5, _left, true, 4), .. Many(5, _left, false, 50)], Anonymity.Usual).IsSaid);
    }

    [Fact]
    public void What_those_answered_who_are_not_counted_moves_no_number()
    {
        var counted = Many(6, _left, true, 4);

        var one = AnswerShares.Of([.. counted, .. Many(6, _left, false, 3)], Anonymity.Usual);
        var other = AnswerShares.Of([.. counted, .. Enumerable.Range(0, 6).Select(_ => new AnsweringAuthor(_left.Id, false, 0, 0, 900, true))], Anonymity.Usual);

        Assert.Equal(one, other);
    }

    [Fact]
    public void Open_disagreements_are_told_of_five_people_or_more_and_never_of_all()
    {
        List<AnsweringAuthor> Group(int disputed) => [.. Enumerable.Range(0, 10).Select(at => new AnsweringAuthor(_left.Id, true, 4, 0, 0, at < disputed))];

        Assert.Equal([0, 5, 5], new[] { 4, 5, 10 }.Select(disputed => AnswerShares.Of(Group(disputed), Anonymity.Usual).Disputed));
    }

    [Fact]
    public void Who_answered_once_or_twice_is_no_author()
    {
        var reckoned = QuarterShares.Reckon(_tree, _teams, [.. Many(9, _left, true, 5), .. Many(1, _left, true, 2)], Q3, Anonymity.Usual);

        Assert.All(reckoned, shares => Assert.False(shares.Shares.IsSaid));
    }

    [Fact]
    public void A_team_with_few_authors_joins_the_one_above_and_every_team_has_a_row()
    {
        var reckoned = QuarterShares.Reckon(_tree, _teams, [.. Many(12, _left, true, 5), .. Many(4, _right, true, 5), .. Many(6, _company, true, 5)], Q3, Anonymity.Usual);

        Assert.Equal([(_company.Id, 5), (_left.Id, 5), (_right.Id, 0)], reckoned.Select(shares => (shares.TeamId, shares.Authors)));
    }

    [Fact]
    public void Several_groups_together_are_reckoned_from_what_is_said_of_each()
    {
        var (ten, five) = (new AnswerShares(10, 5, 0, 0, 5), new AnswerShares(5, 0, 5, 0, 0));

        Assert.Equal(new AnswerShares(15, 3, 2, 0, 5), AnswerShares.Sum([ten, AnswerShares.TooFew, five]));
        Assert.Same(AnswerShares.TooFew, AnswerShares.Sum([AnswerShares.TooFew]));
    }

    /// <summary>One who decides otherwise moves nobody into another group, and each share of one group by one step at most, unless the group begins or ceases to be told of.</summary>
    [Fact]
    public void One_decision_moves_one_group_by_one_step_at_most()
    {
        var random = new Random(5);
        for (var round = 0; round < 500; round++)
        {
            var authors = Enumerable.Range(0, random.Next(5, 40))
                .Select(_ => new AnsweringAuthor(_teams[random.Next(3)], random.Next(3) != 0, random.Next(30), random.Next(30), random.Next(3, 30), random.Next(2) == 0)).ToList();
            var before = QuarterShares.Reckon(_tree, _teams, authors, Q3, Anonymity.Usual);
            var at = random.Next(authors.Count);
            authors[at] = authors[at] with { IsCounted = !authors[at].IsCounted };

            var after = QuarterShares.Reckon(_tree, _teams, authors, Q3, Anonymity.Usual);

            var moved = before.Zip(after).Where(pair => pair.First.Shares != pair.Second.Shares).ToList();
            Assert.InRange(moved.Count, 0, 1);
            Assert.All(moved.Where(pair => pair.First.Shares.IsSaid && pair.Second.Shares.IsSaid), pair =>
            {
                Assert.InRange(Math.Abs(pair.First.Documented - pair.Second.Documented), 0, 1);
                Assert.InRange(Math.Abs(pair.First.Judgement - pair.Second.Judgement), 0, 1);
                Assert.InRange(Math.Abs(pair.First.CannotTell - pair.Second.CannotTell), 0, 1);
                Assert.InRange(Math.Abs(pair.First.Disputed - pair.Second.Disputed), 0, 5);
            });
        }
    }

    [Theory]
    [InlineData("2026-11-29", "2026-07-01")]
    [InlineData("2027-01-01", "2026-10-01")]
    [InlineData("2026-03-31", "2025-10-01")]
    [InlineData("2026-04-01", "2026-01-01")]
    public void The_last_quarter_is_the_one_before_the_one_that_is_running(string today, string quarter) =>
        Assert.Equal(quarter, Quarter.LastClosed(DateTimeOffset.Parse($"{today}T00:00:00Z", null)).ToString("O", System.Globalization.CultureInfo.InvariantCulture));

    private static List<AnsweringAuthor> Many(int authors, Team team, bool isCounted, int documented = 4) =>
        [.. Enumerable.Range(0, authors).Select(_ => new AnsweringAuthor(team.Id, isCounted, documented, 0, 0, false))];
}
