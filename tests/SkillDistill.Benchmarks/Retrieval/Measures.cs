namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>The usual measures of a ranking, as trec_eval takes them: gains are the grades, and an ideal ranking is that of the grades themselves.</summary>
internal static class Measures
{
    public static double Recall(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades, int at) =>
        (double)found.Take(at).Count(id => grades.GetValueOrDefault(id) > 0) / grades.Count(grade => grade.Value > 0);

    public static double Ndcg(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades, int at)
    {
        var ideal = Gain(grades.Values.OrderDescending(), at);
        return ideal == 0 ? 0 : Gain(found.Select(id => grades.GetValueOrDefault(id)), at) / ideal;
    }

    public static double ReciprocalRank(IReadOnlyList<string> found, IReadOnlyDictionary<string, int> grades, int at)
    {
        var first = found.Take(at).ToList().FindIndex(id => grades.GetValueOrDefault(id) > 0);
        return first < 0 ? 0 : 1.0 / (first + 1);
    }

    /// <summary>The chance that a question to be answered scores above one to be refused; equal scores count half.</summary>
    public static double Auroc(IReadOnlyList<double> answerable, IReadOnlyList<double> refusable)
    {
        var order = answerable.Select(score => (score, isGood: true)).Concat(refusable.Select(score => (score, isGood: false))).OrderBy(row => row.score).ToList();
        double ranks = 0;
        for (var at = 0; at < order.Count;)
        {
            var end = at;
            while (end < order.Count && order[end].score.Equals(order[at].score))
            {
                end++;
            }

            // Ranks from 1; ties share their mean.
            ranks += order.Skip(at).Take(end - at).Count(row => row.isGood) * ((at + 1 + end) / 2.0);
            at = end;
        }

        return (ranks - (answerable.Count * (answerable.Count + 1) / 2.0)) / ((double)answerable.Count * refusable.Count);
    }

    /// <summary>Which share of the second is below the score under which this share of the first lies.</summary>
    public static double RefusedAt(double share, IReadOnlyList<double> answerable, IReadOnlyList<double> refusable)
    {
        var threshold = answerable.Order().ElementAt((int)(share * answerable.Count));
        return (double)refusable.Count(score => score < threshold) / refusable.Count;
    }

    private static double Gain(IEnumerable<int> grades, int at) => grades.Take(at).Select((grade, index) => grade / Math.Log2(index + 2)).Sum();
}
