namespace SkillDistill.Domain.Profiles;

/// <summary>How long an owner's word on a card counts before they are asked again.</summary>
public enum ReviewPeriod
{
    /// <summary>30 days.</summary>
    Month,

    /// <summary>90 days.</summary>
    Quarter,

    /// <summary>180 days.</summary>
    HalfYear,

    /// <summary>365 days; nothing goes longer without a word.</summary>
    Year,
}

public static class ReviewPeriods
{
    public static int Days(this ReviewPeriod period) => period switch
    {
        ReviewPeriod.Month => 30,
        ReviewPeriod.Quarter => 90,
        ReviewPeriod.HalfYear => 180,
        ReviewPeriod.Year => 365,
        _ => throw new ArgumentOutOfRangeException(nameof(period)),
    };

    /// <summary>
    /// The period of cards whose owner chose none. Steps, facts and whom to ask change with every tool, price and person that comes or goes: a quarter. What one weighs, and when
    /// one stops, is learned over years, and such a card carries its own exception or sign of being wrong: half a year. How somebody writes hardly changes, and carries no answer: a year.
    /// </summary>
    public static ReviewPeriod UsualPeriod(this CardKind kind) => kind switch
    {
        CardKind.Judgement or CardKind.RedFlag => ReviewPeriod.HalfYear,
        CardKind.Voice => ReviewPeriod.Year,
        _ => ReviewPeriod.Quarter,
    };
}
