namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// Whether the cards come near enough to a question that an answer is worth composing; the same for every agent. What speaks for it: a best card that scores high and covers most of what was asked,
/// and whose words are made of the question's letters. What speaks against it: a thing asked for by name that the best cards lack.
/// </summary>
internal static class AnswerThreshold
{
    // A logistic regression, fitted on other material than it is reported on: titles of real runbooks asked of their own text, titles of Python PEPs asked of PEPs, and Chinese questions on
    // encyclopaedia paragraphs, one by one and as conversations; each once with the text that answers and once without it, and with the titles of others. What it does elsewhere is in docs/decisions/0020.
    private const double Base = -4.01;
    private const double Match = 1.65;
    private const double Letters = 2.05;

    // By our own questions about cards like these, where "which database" was asked of cards that name none: the fitted weight is a third of it.
    private const double FocusMissing = -0.83;

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
        return Base + (Match * Math.Log(1 + (ranking.Coverage(best.Found) * best.Score))) + (Letters * best.Letters) + (LacksFocus(ranking) ? FocusMissing : 0);
    }

    private static bool LacksFocus(Ranking ranking) =>
        ranking.Question.Terms.Where((term, index) => term.IsFocus && !ranking.Hits.Take(2).Any(hit => hit.Found[index])).Any();
}
