using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Decisions;

public sealed class Deciding
{
    private static readonly DateTimeOffset Now = new(2026, 11, 29, 12, 0, 0, TimeSpan.Zero);

    private readonly Id<Person> _manager = Id<Person>.New();

    [Fact]
    public void A_plan_is_needed_where_the_work_is_to_change_hands_and_nowhere_else()
    {
        Assert.IsType<TransitionPlanMissing>(Record(DecisionKind.DocumentedProcess, " \n").Refusal);
        Assert.Null(Record(DecisionKind.DocumentedProcess, "In March the runbooks go to the desk.").Refusal);
        Assert.Null(Record(DecisionKind.Judgement, null).Refusal);
        Assert.Null(Record(DecisionKind.CannotDistinguish, "").Refusal);
    }

    [Fact]
    public void One_of_the_three_has_to_be_chosen()
    {
        Assert.IsType<DecisionKindMissing>(Record(null, "A plan.").Refusal);
        Assert.IsType<DecisionKindMissing>(Record((DecisionKind)7, "A plan.").Refusal);
    }

    [Fact]
    public void Words_have_an_end()
    {
        Assert.Null(Record(DecisionKind.Judgement, new string('a', Decision.TextLength)).Refusal);
        Assert.IsType<DecisionTextTooLong>(Record(DecisionKind.Judgement, new string('a', Decision.TextLength + 1)).Refusal);
        Assert.IsType<CommentMissing>(Comment("  ").Refusal);
        Assert.Null(Comment(new string('a', DecisionComment.TextLength)).Refusal);
        Assert.IsType<CommentTooLong>(Comment(new string('a', DecisionComment.TextLength + 1)).Refusal);
    }

    [Fact]
    public void The_evidence_is_kept_as_numbers()
    {
        var target = DecisionTarget.Of(Id<Skill>.New(), (2, 3), (5, 4));

        var decision = Decision.Record(Id<Team>.New(), 1, _manager, DecisionKind.Judgement, "Why", new DateOnly(2026, 7, 1), new AnswerShares(10, 1, 3, 1, 5), [target], Now).Value;

        Assert.Equal((new AnswerShares(10, 1, 3, 1, 5), new DateOnly(2026, 7, 1)), (decision.Shares, decision.Quarter));
        Assert.Equal((2, 3, 5, 4), (decision.Targets[0].PeopleNow, decision.Targets[0].LevelNow, decision.Targets[0].PeopleThen, decision.Targets[0].LevelThen));
    }

    private Outcome<Decision> Record(DecisionKind? kind, string? text) => Decision.Record(Id<Team>.New(), 1, _manager, kind, text, null, AnswerShares.TooFew, [], Now);

    private Outcome<DecisionComment> Comment(string text) => DecisionComment.Write(Id<Decision>.New(), _manager, text, Now);
}
