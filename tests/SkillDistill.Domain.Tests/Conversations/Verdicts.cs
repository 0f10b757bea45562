using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Conversations;

public sealed class Verdicts
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly CardMaterial Process = Card(CardKind.Process);
    private static readonly CardMaterial Fact = Card(CardKind.Fact);
    private static readonly CardMaterial Judgement = Card(CardKind.Judgement);
    private static readonly CardMaterial RedFlag = Card(CardKind.RedFlag);
    private static readonly CardMaterial Boundary = Card(CardKind.Boundary);
    private static readonly CardMaterial Voice = Card(CardKind.Voice);
    private static readonly CardMaterial StaleProcess = Card(CardKind.Process, -1);
    private static readonly CardMaterial StaleJudgement = Card(CardKind.Judgement, -1);

    public static TheoryData<string, CardMaterial[], bool, bool, Verdict, VerdictReason> Rules => new()
    {
        { "far off", [Process], false, false, Verdict.CannotTell, VerdictReason.NothingNearEnough },
        { "far off, whatever is cited", [RedFlag], false, true, Verdict.CannotTell, VerdictReason.NothingNearEnough },
        { "nothing cited", [], true, false, Verdict.CannotTell, VerdictReason.NothingCited },
        { "nothing cited, though an exception matches", [], true, true, Verdict.CannotTell, VerdictReason.NothingCited },
        { "only stale", [StaleProcess], true, false, Verdict.CannotTell, VerdictReason.OnlyStaleCards },
        { "only stale, of any kind", [StaleProcess, StaleJudgement], true, true, Verdict.CannotTell, VerdictReason.OnlyStaleCards },
        { "a red flag", [RedFlag], true, false, Verdict.JudgementCall, VerdictReason.RedFlagCited },
        { "a red flag before a judgement", [Process, Judgement, RedFlag], true, true, Verdict.JudgementCall, VerdictReason.RedFlagCited },
        { "a judgement", [Judgement, Process], true, false, Verdict.JudgementCall, VerdictReason.JudgementCited },
        { "a stale judgement beside a process", [StaleJudgement, Process], true, false, Verdict.JudgementCall, VerdictReason.JudgementCited },
        { "an exception", [Process], true, true, Verdict.JudgementCall, VerdictReason.ExceptionMatches },
        { "a process", [Process], true, false, Verdict.DocumentedProcess, VerdictReason.InDateProcess },
        { "a fact", [Fact], true, false, Verdict.DocumentedProcess, VerdictReason.InDateProcess },
        { "a stale process beside a fact", [StaleProcess, Fact], true, false, Verdict.DocumentedProcess, VerdictReason.InDateProcess },
        { "a stale process beside a boundary", [StaleProcess, Boundary], true, false, Verdict.CannotTell, VerdictReason.NothingCited },
        { "a process that somebody disagrees with", [Process with { IsDisputed = true }, Fact], true, false, Verdict.JudgementCall, VerdictReason.OpenDisagreement },
        { "an exception before a disagreement", [Process with { IsDisputed = true }], true, true, Verdict.JudgementCall, VerdictReason.ExceptionMatches },
        { "a disagreement raises nothing", [Boundary with { IsDisputed = true }], true, false, Verdict.CannotTell, VerdictReason.NothingCited },
        { "a boundary alone", [Boundary], true, false, Verdict.CannotTell, VerdictReason.NothingCited },
        { "manner alone", [Voice], true, false, Verdict.CannotTell, VerdictReason.NothingCited },
    };

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_rules_hold_in_their_order(string when, CardMaterial[] cited, bool near, bool exception, Verdict verdict, VerdictReason reason)
    {
        var decided = VerdictRule.Decide(near, cited, exception, null, Now);

        Assert.True((verdict, reason) == decided, $"{when}: {decided}");
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void A_model_can_lower_a_verdict_and_never_raise_it(string when, CardMaterial[] cited, bool near, bool exception, Verdict verdict, VerdictReason reason)
    {
        foreach (var says in Enum.GetValues<Verdict>())
        {
            var decided = VerdictRule.Decide(near, cited, exception, says, Now);

            var expected = says < verdict ? (says, VerdictReason.ModelNotSure) : (verdict, reason);
            Assert.True(expected == decided, $"{when}, and the model says {says}: {decided}");
        }
    }

    [Fact]
    public void A_card_is_in_date_up_to_its_review_moment()
    {
        var due = Process with { ReviewBy = Now };

        Assert.Equal(Verdict.DocumentedProcess, VerdictRule.Decide(true, [due], false, null, Now).Verdict);
        Assert.Equal(Verdict.CannotTell, VerdictRule.Decide(true, [due], false, null, Now.AddTicks(1)).Verdict);
    }

    private static CardMaterial Card(CardKind kind, int daysLeft = 1) =>
        new(Id<Card>.New(), Id<CardRevision>.New(), new CardText { Kind = kind, Title = $"{kind}" }, [], Now.AddDays(daysLeft - 90), Now.AddDays(daysLeft));
}
