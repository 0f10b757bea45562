namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// Whether the cards come near enough to a question that an answer is worth composing; the same for every agent. What speaks for it: a best card whose words match well and cover most of what was
/// asked, and which means the like; where no encoder has read it, that its words are made of the question's letters, unless the best cards lack a thing that is asked for by name.
/// </summary>
internal static class AnswerThreshold
{
    // Two logistic regressions, fitted on other material than they are reported on: titles of real runbooks asked of their own text and titles of Python PEPs asked of PEPs; the one by words
    // on Chinese questions about encyclopaedia paragraphs too, one by one and as conversations. Each once with the text that answers and once without it, and with the titles of others.
    // What they do elsewhere is in docs/decisions/0020 and 0024. By meaning, the base is half a unit above the fitted one: of our own questions about runbooks that answers nine more, and one more beside
    // the point. What is asked for by name and missing ("which database" of cards that name none) weighs by our own questions too, three times as much as fitted; what a card means tells as much already.
    private static readonly Weights ByMeaning = new(-8.45, Match: 1.07, Letters: 0, Nearness: 10.78, FocusMissing: 0);
    private static readonly Weights ByWords = new(-4.01, Match: 1.65, Letters: 2.05, Nearness: 0, FocusMissing: -0.83);

    // The logarithm of odds at which is answered. To leave a question to the person costs less than to answer beside the point.
    public const double Caution = 0;

    public static bool NearEnough(Ranking ranking) => Evidence(ranking) >= Caution;

    /// <summary>The logarithm of the odds that the cards answer; minus infinity where they share nothing with the question.</summary>
    public static double Evidence(Ranking ranking)
    {
        if (ranking.Hits.Count == 0)
        {
            return double.NegativeInfinity;
        }

        var best = ranking.Hits[0];
        var weights = best.Nearness is null ? ByWords : ByMeaning;
        return weights.Base
            + (weights.Match * Math.Log(1 + (ranking.Coverage(best.Found) * best.Words)))
            + (weights.Letters * best.Letters)
            + (weights.Nearness * (best.Nearness ?? 0))
            + (LacksFocus(ranking) ? weights.FocusMissing : 0);
    }

    private static bool LacksFocus(Ranking ranking) =>
        ranking.Question.Terms.Where((term, index) => term.IsFocus && !ranking.Hits.Take(2).Any(hit => hit.Found[index])).Any();

    private sealed record Weights(double Base, double Match, double Letters, double Nearness, double FocusMissing);
}
