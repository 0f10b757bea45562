namespace SkillDistill.Domain.Decisions;

/// <summary>Quarters of the calendar, in UTC, known by their first day. They never overlap, so that no two can be subtracted from each other.</summary>
public static class Quarter
{
    private const int Months = 3;

    /// <summary>The one before the one that is running.</summary>
    public static DateOnly LastClosed(DateTimeOffset now)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return new DateOnly(today.Year, ((today.Month - 1) / Months * Months) + 1, 1).AddMonths(-Months);
    }

    public static DateOnly Next(DateOnly quarter) => quarter.AddMonths(Months);

    public static DateTimeOffset Begin(DateOnly quarter) => new(quarter.ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
