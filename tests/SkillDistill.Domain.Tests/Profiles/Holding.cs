using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

/// <summary>How long a card holds: by time, and until what its owner said.</summary>
public sealed class Holding
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly UntilCondition Replaced = UntilCondition.Own("the payment system is replaced");
    private static readonly CardText Fact = new() { Kind = CardKind.Fact, Title = "Where refunds are booked", Action = "In the payment system, under R." };

    [Theory]
    [InlineData(CardKind.Process, 90)]
    [InlineData(CardKind.Fact, 90)]
    [InlineData(CardKind.Boundary, 90)]
    [InlineData(CardKind.Judgement, 180)]
    [InlineData(CardKind.RedFlag, 180)]
    [InlineData(CardKind.Voice, 365)]
    public void Without_a_word_a_card_is_stale_after_the_time_of_its_kind_and_one_word_makes_it_fresh(CardKind kind, int days)
    {
        var card = Drafted(Fact with { Kind = kind });

        Assert.False(card.IsStale(Now.AddDays(days)));
        Assert.True(card.IsStale(Now.AddDays(days) + TimeSpan.FromTicks(1)));

        card.Confirm(kind, Now.AddDays(days + 1));

        Assert.False(card.IsStale(Now.AddDays(days + 1 + days)));
    }

    [Fact]
    public void No_kind_and_no_choice_lets_a_card_hold_for_more_than_a_year()
    {
        var days = Enum.GetValues<CardKind>().Select(kind => kind.UsualPeriod()).Concat(Enum.GetValues<ReviewPeriod>()).Select(period => period.Days());

        Assert.All(days, each => Assert.InRange(each, 30, 365));
    }

    [Fact]
    public void The_time_that_the_owner_chooses_counts_from_their_last_word_and_from_each_one_after()
    {
        var card = Drafted(Fact);

        card.HoldFor(ReviewPeriod.Month, CardKind.Fact);
        Assert.Equal(Now.AddDays(30), card.ReviewBy);

        card.Confirm(CardKind.Fact, Now.AddDays(20));
        Assert.Equal(Now.AddDays(50), card.ReviewBy);

        card.HoldFor(null, CardKind.Fact);
        Assert.Equal(Now.AddDays(110), card.ReviewBy);
    }

    [Fact]
    public void Choosing_nothing_new_leaves_the_date_of_an_earlier_card_as_it_was()
    {
        var kept = new KeptRevision(Id<CardRevision>.New(), Fact with { Kind = CardKind.Judgement, Exception = "On Fridays.", Falsifier = "It is not there." }, Now);
        var card = Card.Restore(Id<Card>.New(), Id<Person>.New(), CardStatus.Accepted, Audience.Private(), new CardDates(Now, Now, Now.AddDays(90)), [kept], []).Value;

        card.HoldFor(null, CardKind.Judgement);

        Assert.Equal(Now.AddDays(90), card.ReviewBy);
    }

    [Fact]
    public void A_card_whose_condition_comes_about_is_stale_from_that_very_moment()
    {
        var card = Waiting();
        Assert.False(card.IsStale(Now.AddDays(5)));

        Assert.Null(card.ComeAbout(Now.AddDays(5)).Refusal);

        Assert.True(card.IsStale(Now.AddDays(5)));
        Assert.Equal((Now.AddDays(5), Replaced.Words), (card.CameAboutAt, card.HoldsUntil));
    }

    [Fact]
    public void What_was_stale_before_does_not_become_fresher_by_it()
    {
        var card = Waiting();

        card.ComeAbout(Now.AddDays(200));

        Assert.Equal(Now.AddDays(90), card.ReviewBy);
    }

    [Fact]
    public void It_comes_about_once_and_not_at_all_where_nothing_was_said()
    {
        var card = Waiting();
        card.ComeAbout(Now.AddDays(5));

        Assert.IsType<NothingToComeAbout>(card.ComeAbout(Now.AddDays(6)).Refusal);
        Assert.Equal(Now.AddDays(5), card.CameAboutAt);
        Assert.IsType<NothingToComeAbout>(Drafted(Fact).ComeAbout(Now).Refusal);
    }

    [Fact]
    public void Confirming_lets_go_of_what_has_come_about_and_of_nothing_else()
    {
        var (over, waiting) = (Waiting(), Waiting());
        over.ComeAbout(Now.AddDays(5));

        over.Confirm(CardKind.Fact, Now.AddDays(6));
        waiting.Confirm(CardKind.Fact, Now.AddDays(6));

        Assert.Equal(("", null, false), (over.HoldsUntil, over.CameAboutAt, over.IsStale(Now.AddDays(6))));
        Assert.Equal(Replaced.Words, waiting.HoldsUntil);
    }

    [Fact]
    public void New_words_let_go_of_what_has_come_about()
    {
        var card = Waiting();
        card.ComeAbout(Now.AddDays(5));

        card.Revise(Fact with { Action = "In the new system." }, seen: 1, Now.AddDays(6));

        Assert.Equal(("", null, false), (card.HoldsUntil, card.CameAboutAt, card.IsStale(Now.AddDays(6))));
    }

    [Fact]
    public void After_it_has_come_about_saying_nothing_or_the_same_again_says_nothing()
    {
        var card = Waiting();
        card.ComeAbout(Now.AddDays(5));

        card.HoldUntil(UntilCondition.None, CardKind.Fact, Now.AddDays(6));
        card.HoldUntil(Replaced, CardKind.Fact, Now.AddDays(6));
        card.HoldFor(ReviewPeriod.Year, CardKind.Fact);

        Assert.True(card.IsStale(Now.AddDays(6)));
        Assert.Equal(Now.AddDays(5), card.CameAboutAt);
    }

    [Fact]
    public void After_it_has_come_about_saying_until_when_it_holds_now_confirms_the_card()
    {
        var card = Waiting();
        card.ComeAbout(Now.AddDays(5));

        card.HoldUntil(UntilCondition.Own("the next one is replaced too"), CardKind.Fact, Now.AddDays(6));

        Assert.Equal(("the next one is replaced too", null, Now.AddDays(6)), (card.HoldsUntil, card.CameAboutAt, card.ConfirmedAt));
        Assert.False(card.IsStale(Now.AddDays(6)));
    }

    [Fact]
    public void Accepting_a_draft_whose_condition_has_come_about_is_the_owners_word_that_it_holds()
    {
        var card = Drafted(Fact);
        card.HoldUntil(Replaced, CardKind.Fact, Now);
        card.ComeAbout(Now.AddDays(5));

        Assert.Null(card.Accept(Fact, Now.AddDays(6)).Refusal);

        Assert.False(card.IsStale(Now.AddDays(6)));
        Assert.Null(card.CameAboutAt);
    }

    [Fact]
    public void A_condition_is_one_short_line_without_secrets()
    {
        var card = Waiting();

        Assert.Equal("the payment system is replaced", UntilCondition.Own("  the payment\r\n system is  replaced ").Words);
        Assert.Equal(new UntilTooLong(200), card.HoldUntil(UntilCondition.Own(new string('x', 201)), CardKind.Fact, Now).Refusal);
        Assert.Equal(new CredentialInUntil(), card.HoldUntil(UntilCondition.Own("password: Tr0ub4dor&3xyz changes"), CardKind.Fact, Now).Refusal);
        Assert.Equal(Replaced.Words, card.HoldsUntil);
    }

    [Fact]
    public void A_draft_taken_apart_holds_as_long_in_both_parts()
    {
        var expected = ExpectedEvent.Name("The payment system is replaced", Id<Person>.New(), Now).Value;
        var card = Drafted(Fact);
        card.HoldFor(ReviewPeriod.Month, CardKind.Fact);
        card.HoldUntil(UntilCondition.Of(expected), CardKind.Fact, Now);

        var parted = card.PartOff(Fact, Fact with { Title = "Another", Kind = CardKind.Judgement }, seen: 1, Now).Value;

        Assert.Equal((ReviewPeriod.Month, expected.Words, expected.Id, Now.AddDays(30)), (parted.ReviewAfter, parted.HoldsUntil, parted.EventId, parted.ReviewBy));
        Assert.Equal(expected.Id, card.EventId);
    }

    [Fact]
    public void A_card_taken_along_after_its_condition_came_about_is_stale_whatever_date_the_file_says()
    {
        var dates = new CardDates(Now, Now, Now.AddDays(90)) { Until = Replaced, CameAboutAt = Now.AddDays(5), ReviewAfter = ReviewPeriod.Year };

        var card = Card.Restore(Id<Card>.New(), Id<Person>.New(), CardStatus.Accepted, Audience.Private(), dates, [new KeptRevision(Id<CardRevision>.New(), Fact, Now)], []).Value;

        Assert.True(card.IsStale(Now.AddDays(5)));
        Assert.Equal((CardStatus.Accepted, ReviewPeriod.Year, Replaced.Words, Now.AddDays(5)), (card.Status, card.ReviewAfter, card.HoldsUntil, card.CameAboutAt));
    }

    [Fact]
    public void A_card_taken_along_with_a_secret_in_its_condition_is_a_draft_and_not_accepted()
    {
        var dates = new CardDates(Now, Now, Now.AddDays(90)) { Until = UntilCondition.Own("password: Tr0ub4dor&3xyz changes") };

        var card = Card.Restore(Id<Card>.New(), Id<Person>.New(), CardStatus.Accepted, Audience.Private(), dates, [new KeptRevision(Id<CardRevision>.New(), Fact, Now)], []).Value;

        Assert.Equal(CardStatus.Draft, card.Status);
        Assert.IsType<CredentialInUntil>(card.Accept(Fact, Now).Refusal);
    }

    private static Card Drafted(CardText words) => Card.Draft(Id<Person>.New(), words, null, Now).Value;

    private static Card Waiting()
    {
        var card = Drafted(Fact);
        Assert.Null(card.Accept(Fact, Now).Refusal);
        Assert.Null(card.HoldUntil(Replaced, CardKind.Fact, Now).Refusal);
        return card;
    }
}
