using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Agents;

/// <summary>What a new version is held to by an answer that its owner accepted of an earlier one.</summary>
public sealed class Replaying
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly Id<Card> One = Id<Card>.New();
    private static readonly Id<Card> Two = Id<Card>.New();
    private static readonly Id<Card> Other = Id<Card>.New();
    private static readonly HashSet<Id<Card>> Profile = [One, Two, Other];

    private readonly Agent _agent = Agent.Of(Id<Person>.New());

    [Theory]
    [InlineData(Verdict.JudgementCall, Verdict.JudgementCall, ReplayFinding.Passes)]
    [InlineData(Verdict.DocumentedProcess, Verdict.JudgementCall, ReplayFinding.Passes)]
    [InlineData(Verdict.JudgementCall, Verdict.DocumentedProcess, ReplayFinding.Surer)]
    [InlineData(Verdict.JudgementCall, Verdict.CannotTell, ReplayFinding.CannotTell)]
    public void An_answer_may_become_more_cautious_but_not_surer_nor_silent(Verdict accepted, Verdict now, ReplayFinding expected) =>
        Assert.Equal(expected, new ReplayExpectation([One], accepted).Judge(now, now == Verdict.CannotTell ? [] : [One], Profile));

    [Fact]
    public void One_of_the_accepted_cards_is_enough_and_none_of_them_is_not()
    {
        var expectation = new ReplayExpectation([One, Two], Verdict.JudgementCall);

        Assert.Equal(ReplayFinding.Passes, expectation.Judge(Verdict.JudgementCall, [Other, Two], Profile));
        Assert.Equal(ReplayFinding.OtherCards, expectation.Judge(Verdict.JudgementCall, [Other], Profile));
    }

    [Fact]
    public void Cards_that_left_the_profile_are_not_asked_for_and_without_any_there_is_nothing_to_hold_to()
    {
        var expectation = new ReplayExpectation([One, Two], Verdict.JudgementCall);

        Assert.Equal(ReplayFinding.OtherCards, expectation.Judge(Verdict.JudgementCall, [One], new HashSet<Id<Card>> { Two }));
        Assert.Equal(ReplayFinding.CardsGone, expectation.Judge(Verdict.CannotTell, [], new HashSet<Id<Card>> { Other }));
    }

    [Fact]
    public void Where_not_being_able_to_tell_was_accepted_an_answer_is_a_failure()
    {
        var expectation = new ReplayExpectation([], Verdict.CannotTell);

        Assert.Equal(ReplayFinding.Passes, expectation.Judge(Verdict.CannotTell, [], Profile));
        Assert.Equal(ReplayFinding.Surer, expectation.Judge(Verdict.JudgementCall, [One], Profile));
        Assert.Equal(ReplayFinding.OtherCards, new ReplayExpectation([One], Verdict.CannotTell).Judge(Verdict.CannotTell, [], Profile));
    }

    [Fact]
    public void A_case_holds_no_words_and_is_let_go_when_its_words_change()
    {
        var known = Case(Verdict.JudgementCall, One);
        var version = Distilled();

        Assert.Equal(ReplayFinding.Passes, known.Judge(version.Id, Answer(Verdict.JudgementCall, One), ReplayCase.DigestOf("When?", "Now."), Profile).Finding);
        Assert.Equal(ReplayFinding.Reworded, known.Judge(version.Id, Answer(Verdict.JudgementCall, One), ReplayCase.DigestOf("When?", "Never."), Profile).Finding);
        Assert.NotEqual(ReplayCase.DigestOf("ab", "c"), ReplayCase.DigestOf("a", "bc"));
        Assert.DoesNotContain("When", known.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_answer_accepted_later_takes_the_place_of_the_earlier_one()
    {
        var known = Case(Verdict.DocumentedProcess, One);

        known.Accept(4, Answer(Verdict.JudgementCall, Two), "digest", Now.AddDays(1));

        Assert.Equal((4, Verdict.JudgementCall, Two.Value), (known.AcceptedIn, known.Accepted, Assert.Single(known.AcceptedCards)));
    }

    [Fact]
    public void A_version_that_fails_is_published_only_with_a_reason()
    {
        var version = Distilled();
        var replay = Failing(version, out var failed);

        Assert.Equal(new CasesFail(1, 1), _agent.Publish(version, Now, replay).Refusal);
        Assert.Null(_agent.PublishedVersionId);

        Assert.Null(replay.Waive("  The card moved to the handbook.\r\n", [failed.CaseId], Now).Refusal);
        Assert.Null(_agent.Publish(version, Now, replay).Refusal);
        Assert.Equal(("The card moved to the handbook.", Now, version.Id), (replay.Waiver, replay.WaivedAt, _agent.PublishedVersionId!.Value));
    }

    [Fact]
    public void A_reason_is_needed_bounded_and_no_place_for_passwords()
    {
        var replay = Failing(Distilled(), out var failed);

        Assert.IsType<WaiverMissing>(replay.Waive(" \n", [failed.CaseId], Now).Refusal);
        Assert.Equal(new WaiverTooLong(Replay.WaiverLength), replay.Waive(new string('x', Replay.WaiverLength + 1), [failed.CaseId], Now).Refusal);
        Assert.IsType<CredentialInAnswer>(replay.Waive("The password is Winter2026!x", [failed.CaseId], Now).Refusal);
        Assert.False(replay.PermitsPublishing);
    }

    [Fact]
    public void A_reason_speaks_only_of_the_failures_that_its_writer_had_seen()
    {
        var replay = Failing(Distilled(), out _);

        Assert.IsType<OtherCasesFail>(replay.Waive("It is fine.", [Id<ReplayCase>.New()], Now).Refusal);
        Assert.Null(replay.WaivedAt);
    }

    [Fact]
    public void Where_nothing_fails_no_reason_is_kept()
    {
        var version = Distilled();
        var known = Case(Verdict.JudgementCall, One);
        var replay = Replay.Of(version.Id, [known.Judge(version.Id, Answer(Verdict.JudgementCall, One), ReplayCase.DigestOf("When?", "Now."), Profile)], Now);

        Assert.Null(replay.Waive("In case.", [], Now).Refusal);

        Assert.Equal(("", null, true), (replay.Waiver, replay.WaivedAt, replay.PermitsPublishing));
    }

    private static Replay Failing(AgentVersion version, out ReplayResult failed)
    {
        failed = Case(Verdict.JudgementCall, One).Judge(version.Id, Answer(Verdict.JudgementCall, Other), ReplayCase.DigestOf("When?", "Now."), Profile);
        return Replay.Of(version.Id, [failed], Now);
    }

    private static ReplayCase Case(Verdict accepted, params Id<Card>[] cards)
    {
        var known = ReplayCase.Of(Id<Agent>.New(), Id<InterviewAnswer>.New());
        known.Accept(1, Answer(accepted, cards), ReplayCase.DigestOf("When?", "Now."), Now);
        return known;
    }

    private static Answer Answer(Verdict verdict, params Id<Card>[] cards) => new(
        "Words that are not kept.", [.. cards.Select((card, at) => new CitedQuote(at + 1, card, Id<CardRevision>.New(), CardField.Action, "words"))], verdict, VerdictReason.JudgementCited, "BuiltIn");

    private AgentVersion Distilled() => _agent.Distil(
        new Composition("Instructions", [new CardMaterial(One, Id<CardRevision>.New(), new CardText { Kind = CardKind.Judgement, Title = "One" }, [], Now, Now.AddDays(90))], "digest"), null, Now);
}
