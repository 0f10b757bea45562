using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>Which of the ranked cards an answer is made of: the best, those near it, and one that speaks against the question although others rank before it.</summary>
internal static class CardChoice
{
    /// <summary>Warnings are looked for this far down; nothing below plays a part.</summary>
    public const int Examined = 10;

    public static IReadOnlyList<CardMaterial> From(Ranking ranking, Premises premises)
    {
        var best = ranking.Hits[0].Score;
        var chosen = ranking.Hits
            .Take(AnswerLimits.Cards)
            .TakeWhile((hit, rank) => hit.Score >= best * (rank < 2 ? AnswerLimits.NearBest : AnswerLimits.VeryNearBest))
            .Select(hit => hit.Card)
            .ToList();
        if (ranking.Hits.Take(Examined).Skip(chosen.Count).Select(hit => hit.Card).FirstOrDefault(card => PushBack.MustBeHeard(ranking, premises, card)) is not { } warning)
        {
            return chosen;
        }

        return [.. chosen.Take(AnswerLimits.Cards - 1), warning];
    }
}
