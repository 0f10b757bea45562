using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class Cards
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    private static readonly CardText Judged = new()
    {
        Kind = CardKind.Judgement,
        Title = "Roll back first",
        Action = "I roll back.",
        Exception = "Not across a migration.",
        Falsifier = "Errors stay.",
    };

    [Fact]
    public void A_new_card_is_a_private_draft_with_one_revision()
    {
        var card = Drafted(Judged);

        Assert.Equal((CardStatus.Draft, AudienceScope.Private, 1), (card.Status, card.Audience.Scope, card.RevisionNumber));
        Assert.Equal(card.CurrentRevisionId, Assert.Single(card.Revisions).Id);
    }

    [Fact]
    public void A_revision_is_appended_and_the_earlier_words_stay()
    {
        var card = Drafted(Judged);

        card.Revise(Judged with { Action = "I wait." }, seen: 1, Now.AddDays(1));

        Assert.Equal(["I roll back.", "I wait."], card.Revisions.Select(revision => revision.Text.Action));
        Assert.Equal((2, card.Revisions[1].Id), (card.RevisionNumber, card.CurrentRevisionId));
    }

    [Fact]
    public void Who_has_not_seen_the_newest_words_does_not_overwrite_them()
    {
        var card = Drafted(Judged);
        card.Revise(Judged with { Action = "I wait." }, seen: 1, Now);

        var second = card.Revise(Judged with { Action = "I shout." }, seen: 1, Now);

        Assert.Equal(new CardChangedMeanwhile(2), second.Refusal);
        Assert.Equal(2, card.RevisionNumber);
    }

    [Fact]
    public void A_judgement_without_exception_or_sign_of_being_wrong_is_not_accepted()
    {
        var words = Judged with { Exception = "", Falsifier = "" };
        var card = Drafted(words);

        var accepted = card.Accept(words, Now);

        Assert.IsType<JudgementWithoutException>(accepted.Refusal);
        Assert.Equal(CardStatus.Draft, card.Status);
        Assert.Equal([typeof(JudgementWithoutException), typeof(JudgementWithoutFalsifier)], words.AcceptingProblems().Select(problem => problem.GetType()));
    }

    [Fact]
    public void An_accepted_card_cannot_lose_what_made_it_acceptable()
    {
        var card = Drafted(Judged);
        card.Accept(Judged, Now);

        var revised = card.Revise(Judged with { Exception = "  " }, seen: 1, Now);

        Assert.IsType<JudgementWithoutException>(revised.Refusal);
        Assert.Equal((CardStatus.Accepted, 1), (card.Status, card.RevisionNumber));
    }

    [Fact]
    public void Only_a_draft_is_accepted()
    {
        var card = Drafted(Judged);
        card.Accept(Judged, Now);

        Assert.IsType<OnlyDraftsAreAccepted>(card.Accept(Judged, Now).Refusal);
    }

    [Theory]
    [InlineData(false, CardStatus.Discarded)]
    [InlineData(true, CardStatus.Retired)]
    public void Setting_aside_twice_is_the_same_as_once(bool accepted, CardStatus expected)
    {
        var card = Drafted(Judged);
        if (accepted)
        {
            card.Accept(Judged, Now);
        }

        card.SetAside();
        card.SetAside();

        Assert.Equal(expected, card.Status);
    }

    [Fact]
    public void A_card_set_aside_comes_back_as_a_draft_when_it_is_rewritten()
    {
        var card = Drafted(Judged);
        card.Accept(Judged, Now);
        card.SetAside();

        card.Revise(Judged, seen: 1, Now);

        Assert.Equal(CardStatus.Draft, card.Status);
    }

    [Fact]
    public void Six_skills_are_too_many_and_change_nothing()
    {
        var card = Drafted(Judged);
        var skill = Id<Skill>.New();
        card.Tag([skill, skill]);

        var tagged = card.Tag(Enumerable.Range(0, Card.SkillLimit + 1).Select(_ => Id<Skill>.New()));

        Assert.Equal(new TooManySkills(Card.SkillLimit), tagged.Refusal);
        Assert.Equal(skill, Assert.Single(card.Skills).SkillId);
    }

    private static Card Drafted(CardText words) => Card.Draft(Id<Person>.New(), words, null, Now).Value;
}
