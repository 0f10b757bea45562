using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Agents;

public sealed class Distilling
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly Agent _agent = Agent.Of(Id<Person>.New());

    [Fact]
    public void Versions_are_numbered_from_one_and_answer_nobody_yet()
    {
        var first = _agent.Distil(Composition(Card("a")), null, Now);
        var second = _agent.Distil(Composition(Card("b")), first, Now);

        Assert.Equal((1, 2, 2), (first.Number, second.Number, _agent.VersionCount));
        Assert.Equal((null, (int?)1), (first.RolledBackTo, second.RolledBackTo));
        Assert.Null(_agent.PublishedVersionId);
    }

    [Fact]
    public void A_version_pins_each_card_by_the_words_it_had_in_order()
    {
        var (one, two) = (Card("a"), Card("b"));

        var version = _agent.Distil(Composition(one, two), null, Now);

        Assert.Equal([(one.CardId, one.RevisionId, 0), (two.CardId, two.RevisionId, 1)], version.Cards.Select(pin => (pin.CardId, pin.RevisionId, pin.Ordinal)));
        Assert.Equal(("Instructions", "digest", Now), (version.Instructions, version.Digest, version.DistilledAt));
    }

    [Fact]
    public void Publishing_puts_one_version_forward_and_keeps_when_it_first_was()
    {
        var first = _agent.Distil(Composition(Card("a")), null, Now);
        var second = _agent.Distil(Composition(Card("b")), null, Now);

        _agent.Publish(first, Now);
        _agent.Publish(second, Now.AddHours(1));
        _agent.Publish(first, Now.AddHours(2));

        Assert.Equal((first.Id, Now.AddHours(2)), (_agent.PublishedVersionId, _agent.PublishedAt));
        Assert.Equal((Now, Now.AddHours(1)), (first.PublishedAt, second.PublishedAt));
    }

    [Fact]
    public void An_empty_version_is_not_published()
    {
        var empty = _agent.Distil(Composition(), null, Now);

        Assert.IsType<NothingToPublish>(_agent.Publish(empty, Now).Refusal);
        Assert.Null(_agent.PublishedVersionId);
    }

    [Fact]
    public void A_version_of_another_agent_is_a_mistake()
    {
        var foreign = Agent.Of(Id<Person>.New()).Distil(Composition(Card("a")), null, Now);

        Assert.Throws<ArgumentException>(() => _agent.Publish(foreign, Now));
    }

    [Fact]
    public void Taken_down_it_has_nothing_published_and_keeps_its_versions()
    {
        _agent.Publish(_agent.Distil(Composition(Card("a")), null, Now), Now);

        _agent.TakeDown();

        Assert.Equal((null, null, 1), (_agent.PublishedVersionId, _agent.PublishedAt, _agent.VersionCount));
    }

    [Fact]
    public void The_headline_is_one_tidy_sentence_of_bounded_length()
    {
        _agent.Introduce("  Incidents, day and night.  ");
        Assert.Equal("Incidents, day and night.", _agent.Headline);

        _agent.Introduce(new string('x', Agent.HeadlineLength + 1));
        Assert.Equal(Agent.HeadlineLength, _agent.Headline.Length);
    }

    [Theory]
    [InlineData(CardStatus.Accepted, CardKind.Process, AudienceScope.Team, 1, false, null)]
    [InlineData(CardStatus.Accepted, CardKind.Process, AudienceScope.People, 0, false, null)]
    [InlineData(CardStatus.Draft, CardKind.Process, AudienceScope.Team, 1, false, LeftOut.Draft)]
    [InlineData(CardStatus.Retired, CardKind.Process, AudienceScope.Team, 1, false, LeftOut.SetAside)]
    [InlineData(CardStatus.Discarded, CardKind.Process, AudienceScope.Team, 1, false, LeftOut.SetAside)]
    [InlineData(CardStatus.Accepted, CardKind.Process, AudienceScope.Private, 1, false, LeftOut.Private)]
    [InlineData(CardStatus.Accepted, CardKind.Voice, AudienceScope.Private, 1, true, LeftOut.Private)]
    [InlineData(CardStatus.Accepted, CardKind.Voice, AudienceScope.Team, 1, false, LeftOut.Voice)]
    [InlineData(CardStatus.Accepted, CardKind.Voice, AudienceScope.Team, 1, true, null)]
    [InlineData(CardStatus.Accepted, CardKind.Fact, AudienceScope.Organisation, -1, false, LeftOut.Stale)]
    public void A_card_goes_in_only_accepted_shared_and_in_date(CardStatus status, CardKind kind, AudienceScope scope, int daysLeft, bool withVoice, LeftOut? why) =>
        Assert.Equal(why, DistillingRule.WhyLeftOut(status, kind, scope, Now.AddDays(daysLeft), withVoice, Now));

    [Fact]
    public void The_difference_names_what_is_new_changed_and_gone()
    {
        var (stays, changes, goes, comes) = (Card("a"), Card("b"), Card("c"), Card("d"));
        var before = VersionContent.Of(_agent.Distil(Composition(stays, changes, goes), null, Now));
        var after = VersionContent.Of(Composition(stays, changes with { RevisionId = Id<CardRevision>.New() }, comes) with { Instructions = "Others" });

        var difference = VersionDifference.Between(before, after);

        Assert.Equal([comes.CardId], difference.Added);
        Assert.Equal([changes.CardId], difference.Changed);
        Assert.Equal([goes.CardId], difference.Removed);
        Assert.True(difference.InstructionsChanged);
        Assert.False(difference.IsNone);
    }

    [Fact]
    public void The_first_version_is_all_new_and_the_same_again_is_no_difference()
    {
        var content = VersionContent.Of(Composition(Card("a")));

        Assert.Single(VersionDifference.Between(null, content).Added);
        Assert.False(VersionDifference.Between(null, content).InstructionsChanged);
        Assert.True(VersionDifference.Between(content, content).IsNone);
    }

    private static Composition Composition(params CardMaterial[] cards) => new("Instructions", cards, "digest");

    private static CardMaterial Card(string title) =>
        new(Id<Card>.New(), Id<CardRevision>.New(), new CardText { Title = title, Action = "Do" }, [], Now, Now.AddDays(90));
}
