namespace SkillDistill.Domain.Profiles;

/// <summary>When a card was made, when its owner last said that it holds, until when that counts, and what was said about that.</summary>
public sealed record CardDates(DateTimeOffset CreatedAt, DateTimeOffset ConfirmedAt, DateTimeOffset ReviewBy)
{
    public ReviewPeriod? ReviewAfter { get; init; }

    public UntilCondition Until { get; init; } = UntilCondition.None;

    public DateTimeOffset? CameAboutAt { get; init; }

    /// <summary>Since when it is among the notes of a role; null where its owner wrote it.</summary>
    public DateTimeOffset? FromRoleSince { get; init; }
}
