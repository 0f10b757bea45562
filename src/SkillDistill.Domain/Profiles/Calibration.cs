namespace SkillDistill.Domain.Profiles;

/// <summary>
/// How far what somebody said they were sure of came true. The number is the Brier score: the mean of (p - o)², where p is the chance that was said and o is 1 where the card held and 0 where
/// it did not; 0 is best, and saying 50% every time gives 0.25 (G. W. Brier, Verification of forecasts expressed in terms of probability, Monthly Weather Review 78, 1950).
/// </summary>
/// <param name="Count">Forecasts of which it is known, at least <see cref="Least"/>.</param>
/// <param name="Brier">From 0 to 1.</param>
/// <param name="Points">One for each chance that was said, the least first.</param>
public sealed record Calibration(int Count, double Brier, IReadOnlyList<CalibrationPoint> Points)
{
    /// <summary>Below this, chance says more than skill, and nothing is shown.</summary>
    public const int Least = 20;

    /// <returns>Null where too few are known.</returns>
    public static Calibration? Of(IEnumerable<Forecast> forecasts)
    {
        var known = forecasts.Where(forecast => forecast.HasHeld is not null).ToList();
        return known.Count < Least ? null : new Calibration(
            known.Count,
            known.Average(forecast => Math.Pow((forecast.Percent / 100d) - (forecast.HasHeld == true ? 1 : 0), 2)),
            [.. known.GroupBy(forecast => forecast.Percent).OrderBy(said => said.Key).Select(said => new CalibrationPoint(said.Key, said.Count(), said.Count(forecast => forecast.HasHeld == true)))]);
    }
}

/// <param name="Percent">What was said.</param>
/// <param name="Count">How often.</param>
/// <param name="Held">How many of these held.</param>
public sealed record CalibrationPoint(int Percent, int Count, int Held)
{
    /// <summary>In percent.</summary>
    public double HeldPercent => 100d * Held / Count;
}
