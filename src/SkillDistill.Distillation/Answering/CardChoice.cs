using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>Which of the ranked cards an answer is made of: the best, and those near it.</summary>
internal static class CardChoice
{
    public static IReadOnlyList<CardMaterial> From(Ranking ranking)
    {
        var best = ranking.Hits[0].Score;
        return
        [
            .. ranking.Hits
                .Take(AnswerLimits.Cards)
                .TakeWhile((hit, rank) => hit.Score >= best * (rank < 2 ? AnswerLimits.NearBest : AnswerLimits.VeryNearBest))
                .Select(hit => hit.Card),
        ];
    }
}
