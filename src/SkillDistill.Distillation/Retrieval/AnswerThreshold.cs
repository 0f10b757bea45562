namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// Whether the cards come near enough to a question that an answer is worth composing; the same for every agent. A question's rare words that
/// no near card holds speak against it, and so do coverage that is scattered and a thing asked for by name that the best cards lack.
/// </summary>
internal static class AnswerThreshold
{
    // A logistic regression fitted on questions to be answered and to be refused: own development questions on imported incident-response
    // notes and on a Chinese work profile, and random agents of 150 passages drawn from StackFAQ, Coffee Stack Exchange, MTRAG-UN and
    // XQuAD-zh, once with the passage that answers and once without it. With the
    // caution below it answered 33 of 35 English and 11 of 13 Chinese development questions and refused 11 of 12 off topic and 16 of 18
    // near misses (all 10 in Chinese). On rephrased web questions (StackFAQ) it refuses about half of what it could answer.
    private const double Base = -5.91;
    private const double BestCard = 2.84;
    private const double Densest = 4.84;
    private const double LargestGap = -0.76;
    private const double Strength = 1.49;
    private const double FocusMissing = -0.83;

    // To leave a question to the person costs less than to answer beside the point.
    private const double Caution = 0.4;

    private const int Examined = 3;

    public static bool NearEnough(Ranking ranking) => Evidence(ranking) >= Caution;

    /// <summary>The logarithm of the odds that the cards answer; minus infinity where they share nothing with the question.</summary>
    public static double Evidence(Ranking ranking)
    {
        if (ranking.Hits.Count == 0 || ranking.Whole <= 0)
        {
            return double.NegativeInfinity;
        }

        var features = Features(ranking);
        double[] weights = [BestCard, Densest, LargestGap, Strength, FocusMissing];
        return Base + features.Zip(weights, (feature, weight) => feature * weight).Sum();
    }

    public static double[] Features(Ranking ranking)
    {
        var best = ranking.Hits[0];
        var bestTwo = ranking.Hits.Count > 1 ? best.Found.Zip(ranking.Hits[1].Found, (left, right) => left || right).ToArray() : best.Found;
        return
        [
            ranking.Coverage(best.Found),
            ranking.Hits.Take(Examined).Max(hit => ranking.Coverage(hit.Near)),
            ranking.LargestGap(bestTwo),
            Math.Log(1 + best.Score),
            ranking.Question.Terms.Where((term, index) => term.IsFocus && !bestTwo[index]).Any() ? 1 : 0,
        ];
    }
}
