namespace SkillDistill.Domain.Credits;

/// <summary>What came of somebody's know-how in one month of the calendar (UTC). Each number is theirs alone to see; none is ever set beside another person's.</summary>
/// <param name="First">The first day of the month.</param>
public sealed record CreditMonth(DateOnly First)
{
    /// <summary>Different people whose answers rested on cards of theirs. Those who have erased their data since count as one.</summary>
    public int Colleagues { get; init; }

    /// <summary>Answers that rested on them: one for each <see cref="Credit"/>.</summary>
    public int Answers { get; init; }

    /// <summary>Questions of colleagues that they answered themselves.</summary>
    public int Replies { get; init; }

    /// <summary>Disagreements with their cards that they settled.</summary>
    public int Settled { get; init; }

    /// <summary>Those of <see cref="Settled"/> in which they stood by the card.</summary>
    public int StoodBy { get; init; }

    /// <summary>Cards of colleagues that were changed or written because they disagreed.</summary>
    public int Changed { get; init; }

    public bool IsEmpty => (Answers, Replies, Settled, Changed) == (0, 0, 0, 0);

    public static DateOnly Of(DateTimeOffset moment) => new(moment.UtcDateTime.Year, moment.UtcDateTime.Month, 1);
}
