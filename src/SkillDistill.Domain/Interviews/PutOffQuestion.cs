using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Interviews;

/// <summary>A small question that its owner does not want now, or not at all. No word stands in it, and nobody else is shown that it was declined, or asked.</summary>
public sealed class PutOffQuestion
{
    public const int KeyLength = 120;

    /// <summary>"Not now" means so long.</summary>
    public static readonly TimeSpan Snooze = TimeSpan.FromDays(7);

    private PutOffQuestion()
    {
    }

    public Id<Person> OwnerId { get; private set; }

    public string Key { get; private set; } = "";

    /// <summary>When it may come back; null for never.</summary>
    public DateTimeOffset? Until { get; private set; }

    public static PutOffQuestion Of(Id<Person> owner, string key, DateTimeOffset? until) => new() { OwnerId = owner, Key = key, Until = until };

    public void Again(DateTimeOffset? until) => Until = until;
}
