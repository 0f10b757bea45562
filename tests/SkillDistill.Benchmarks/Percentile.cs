namespace SkillDistill.Benchmarks;

internal static class Percentile
{
    /// <summary>The least of the values that this share of them does not exceed.</summary>
    /// <param name="share">Above 0, at most 1.</param>
    public static double Of(IReadOnlyCollection<double> values, double share) => values.Order().ElementAt((int)Math.Ceiling(share * values.Count) - 1);
}
