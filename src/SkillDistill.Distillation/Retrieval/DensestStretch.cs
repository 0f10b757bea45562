using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>Finds where a card holds most of a question close together. Words scattered over a page are a weak sign that it answers.</summary>
internal static class DensestStretch
{
    /// <returns>Which of the question's terms stand in the title or in the best stretch of that many places.</returns>
    public static bool[] Of(CardTerms card, Question question, bool[] found, double[] weights, int stretch)
    {
        var near = new bool[found.Length];
        var places = new List<(int Place, int Term)>();
        for (var term = 0; term < found.Length; term++)
        {
            if (found[term])
            {
                near[term] = card.Find(question.Terms[term].Text)?.Counts[(int)CardField.Title] > 0;
                places.AddRange(question.Terms[term].Others.Prepend(question.Terms[term].Text).SelectMany(text => card.Find(text)?.Places ?? []).Select(place => (place, term)));
            }
        }

        places.Sort();
        var (from, sum, bestSum) = (0, 0.0, -1.0);
        var best = (From: 0, To: 0);
        var counts = new int[found.Length];
        for (var to = 0; to < places.Count; to++)
        {
            var entering = places[to].Term;
            sum += counts[entering]++ == 0 && !near[entering] ? weights[entering] : 0;
            for (; places[to].Place - places[from].Place > stretch; from++)
            {
                var leaving = places[from].Term;
                sum -= --counts[leaving] == 0 && !near[leaving] ? weights[leaving] : 0;
            }

            if (sum > bestSum)
            {
                (bestSum, best) = (sum, (from, to + 1));
            }
        }

        for (var at = best.From; at < best.To; at++)
        {
            near[places[at].Term] = true;
        }

        return near;
    }
}
