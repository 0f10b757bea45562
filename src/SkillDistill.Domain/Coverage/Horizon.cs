namespace SkillDistill.Domain.Coverage;

/// <summary>How far ahead coverage looks, in months. People are those of today at every horizon: what changes is what is wanted.</summary>
public enum Horizon
{
    Now = 0,
    SixMonths = 6,
    EighteenMonths = 18,
}

public static class HorizonDays
{
    /// <summary>The day looked at.</summary>
    public static DateOnly From(this Horizon horizon, DateOnly today) => today.AddMonths((int)horizon);

    /// <summary>In months, as addresses and links say it; null for now, which they leave out.</summary>
    public static int? Ahead(this Horizon horizon) => horizon == Horizon.Now ? null : (int)horizon;
}
