using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Conversations;

/// <summary>The verdict by the rules of the product, in their order, from what the answer really cites.</summary>
public static class VerdictRule
{
    /// <param name="nearEnough">Whether the ranking was above the threshold at which an answer was worth composing.</param>
    /// <param name="cited">The cards behind the citations that resolved.</param>
    /// <param name="exceptionMatches">Whether an exception or falsifier of a card that the answer was composed from matches the question.</param>
    /// <param name="modelSays">The model's own word, or null where it gave none. It can only lower.</param>
    public static (Verdict Verdict, VerdictReason Reason) Decide(
        bool nearEnough, IReadOnlyCollection<CardMaterial> cited, bool exceptionMatches, Verdict? modelSays, DateTimeOffset now)
    {
        var byRule = ByRule(nearEnough, cited, exceptionMatches, now);
        return modelSays is { } lower && lower < byRule.Verdict ? (lower, VerdictReason.ModelNotSure) : byRule;
    }

    private static (Verdict Verdict, VerdictReason Reason) ByRule(bool nearEnough, IReadOnlyCollection<CardMaterial> cited, bool exceptionMatches, DateTimeOffset now)
    {
        if (!nearEnough)
        {
            return (Verdict.CannotTell, VerdictReason.NothingNearEnough);
        }

        if (cited.Count == 0)
        {
            return (Verdict.CannotTell, VerdictReason.NothingCited);
        }

        if (cited.All(card => card.ReviewBy < now))
        {
            return (Verdict.CannotTell, VerdictReason.OnlyStaleCards);
        }

        if (cited.Any(card => card.Text.Kind == CardKind.RedFlag))
        {
            return (Verdict.JudgementCall, VerdictReason.RedFlagCited);
        }

        if (cited.Any(card => card.Text.Kind == CardKind.Judgement))
        {
            return (Verdict.JudgementCall, VerdictReason.JudgementCited);
        }

        if (exceptionMatches)
        {
            return (Verdict.JudgementCall, VerdictReason.ExceptionMatches);
        }

        if (!cited.Any(card => card.Text.Kind is CardKind.Process or CardKind.Fact && card.ReviewBy >= now))
        {
            return (Verdict.CannotTell, VerdictReason.NothingCited);
        }

        return cited.Any(card => card.IsDisputed)
            ? (Verdict.JudgementCall, VerdictReason.OpenDisagreement)
            : (Verdict.DocumentedProcess, VerdictReason.InDateProcess);
    }
}
