using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Handovers;

public sealed class HandingOver
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 11, 29);
    private static readonly CardText Fact = new() { Kind = CardKind.Fact, Title = "The pier closes at nine", Action = "Be there before nine." };

    private readonly Id<Person> _owner = Id<Person>.New();
    private readonly Id<Person> _successor = Id<Person>.New();

    [Fact]
    public void Every_choice_is_the_last_one_and_without_one_a_card_goes()
    {
        var (first, second) = (Id<Card>.New(), Id<Card>.New());
        var handover = Handover.Begin(_owner);
        handover.Choose(new Dictionary<Id<Card>, HandedAs> { [first] = HandedAs.Stays, [second] = HandedAs.StaysUnnamed });

        handover.Choose(new Dictionary<Id<Card>, HandedAs> { [first] = HandedAs.Goes });

        Assert.Equal((second, HandedAs.StaysUnnamed), (Assert.Single(handover.Cards).CardId, handover.Cards[0].As));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(Handover.FurthestLastDay, true)]
    [InlineData(Handover.FurthestLastDay + 1, false)]
    public void The_last_day_is_from_today_to_a_year_on(int days, bool may)
    {
        var handover = Handover.Begin(_owner);

        var refusal = handover.LeaveOn(Today.AddDays(days), Today).Refusal;

        Assert.Equal(may ? null : new LastDayOutOfRange(Today.AddDays(Handover.FurthestLastDay)), refusal);
        Assert.Equal(may ? Today.AddDays(days) : null, handover.LastDay);
    }

    [Fact]
    public void It_is_offered_answered_as_often_as_one_likes_and_done_once()
    {
        var handover = Handover.Begin(_owner);
        Assert.Equal(new LastDayMissing(), handover.Offer(_successor, Now).Refusal);
        handover.LeaveOn(Today, Today);
        Assert.Equal(new NothingStays(), handover.Offer(_successor, Now).Refusal);
        handover.Choose(new Dictionary<Id<Card>, HandedAs> { [Id<Card>.New()] = HandedAs.Stays });
        Assert.Equal(new SuccessorIsOneself(), handover.Offer(_owner, Now).Refusal);
        Assert.Equal(new HandoverIsDone(), handover.Accept(Now).Refusal);

        Assert.Null(handover.Offer(_successor, Now).Refusal);
        Assert.Null(handover.Decline(Now).Refusal);
        Assert.Equal(HandoverState.Declined, handover.State);
        Assert.Equal(new HandoverIsDone(), handover.Finish(Now).Refusal);
        Assert.Null(handover.Accept(Now).Refusal);
        Assert.Null(handover.Finish(Now).Refusal);

        Assert.Equal(HandoverState.Done, handover.State);
        Assert.All(
            [handover.Accept(Now).Refusal, handover.Decline(Now).Refusal, handover.Finish(Now).Refusal, handover.Offer(_successor, Now).Refusal, handover.LeaveOn(Today, Today).Refusal, handover.Choose(new Dictionary<Id<Card>, HandedAs>()).Refusal],
            refusal => Assert.Equal(new HandoverIsDone(), refusal));
    }

    [Fact]
    public void Offered_to_another_the_first_ones_yes_counts_no_more()
    {
        var handover = Handover.Begin(_owner);
        handover.LeaveOn(Today, Today);
        handover.Choose(new Dictionary<Id<Card>, HandedAs> { [Id<Card>.New()] = HandedAs.Stays });
        handover.Offer(_successor, Now);
        handover.Accept(Now);

        handover.Offer(Id<Person>.New(), Now.AddHours(1));

        Assert.Equal((HandoverState.Offered, null), (handover.State, handover.AcceptedAt));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void A_card_handed_down_is_a_private_draft_with_its_newest_words_and_nothing_else(bool keepsName)
    {
        var skill = Id<Skill>.New();
        var card = Card.Draft(_owner, Fact, new Provenance(Id<SourceDocument>.New(), "p. 1", "closes at nine", 0), Now).Value;
        card.Tag([skill]);
        card.HoldFor(ReviewPeriod.Month, CardKind.Fact);
        card.HoldUntil(UntilCondition.Own("the pier is rebuilt"), CardKind.Fact, Now);
        card.ShareWith(Audience.Organisation());
        var newest = Fact with { Action = "Be there before half past eight." };
        card.Revise(newest, 1, Now);

        var handed = card.HandDown(_successor, newest, keepsName, Now.AddDays(1)).Value;

        Assert.Equal((_successor, CardStatus.Draft, AudienceScope.Private), (handed.OwnerId, handed.Status, handed.Audience.Scope));
        Assert.Equal((1, newest.Action), (handed.RevisionNumber, Assert.Single(handed.Revisions).Text.Action));
        Assert.Equal((Now.AddDays(1), keepsName ? _owner : null), (handed.FromRoleSince!.Value, handed.FirstAuthorId));
        Assert.Equal(skill, Assert.Single(handed.Skills).SkillId);
        Assert.Equal((ReviewPeriod.Month, "the pier is rebuilt"), (handed.ReviewAfter, handed.HoldsUntil));
        Assert.Empty(handed.Passages);
    }

    [Fact]
    public void Handed_down_again_it_keeps_the_name_that_is_on_it()
    {
        var first = Card.Draft(_owner, Fact, null, Now).Value.HandDown(_successor, Fact, keepsName: true, Now).Value;
        var unnamed = Card.Draft(_owner, Fact, null, Now).Value.HandDown(_successor, Fact, keepsName: false, Now).Value;

        Assert.Equal(_owner, first.HandDown(Id<Person>.New(), Fact, keepsName: true, Now).Value.FirstAuthorId);
        Assert.Null(first.HandDown(Id<Person>.New(), Fact, keepsName: false, Now).Value.FirstAuthorId);
        Assert.Null(unnamed.HandDown(Id<Person>.New(), Fact, keepsName: true, Now).Value.FirstAuthorId);
    }

    [Fact]
    public void Words_that_were_changed_since_are_not_the_first_authors_any_more()
    {
        var changed = Fact with { Action = "Be there before eight." };
        var card = Card.Draft(_owner, Fact, null, Now).Value.HandDown(_successor, Fact, keepsName: true, Now).Value;
        var whole = Card.Draft(_owner, Fact, null, Now).Value.HandDown(_successor, Fact, keepsName: true, Now).Value;
        card.Revise(changed, 1, Now);

        Assert.Equal(_successor, card.HandDown(Id<Person>.New(), changed, keepsName: true, Now).Value.FirstAuthorId);
        Assert.Null(card.PartOff(Fact, Fact with { Title = "Another" }, seen: 2, Now).Value.FirstAuthorId);
        Assert.Equal(_owner, whole.PartOff(Fact, Fact with { Title = "Another" }, seen: 1, Now).Value.FirstAuthorId);
    }
}
