using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Profiles;

/// <summary>Until what a card holds, in one line of its owner's own words or in those of an event that the organisation expects.</summary>
/// <param name="Words">Empty where nothing but time ends it.</param>
/// <param name="EventId">Null where the words are the owner's own, or where the event was taken off the list before it happened.</param>
public sealed record UntilCondition(string Words, Id<ExpectedEvent>? EventId)
{
    public const int Length = 200;

    public static readonly UntilCondition None = new("", null);

    // What the coarser of the two stores can tell apart.
    private static readonly TimeSpan Instant = TimeSpan.FromMicroseconds(1);

    public static UntilCondition Own(string? words) => new((words ?? "").ToPlainLine(), null);

    public static UntilCondition Of(ExpectedEvent expected) => new(expected.Words, expected.Id);

    /// <summary>The last moment at which a card counted whose end has come now.</summary>
    public static DateTimeOffset LastHeld(DateTimeOffset now) => now - Instant;

    /// <summary>The review date of a card whose end has come now: past, and never later than it was.</summary>
    public static DateTimeOffset Cut(DateTimeOffset reviewBy, DateTimeOffset now) => reviewBy < LastHeld(now) ? reviewBy : LastHeld(now);

    public IEnumerable<Refusal> Problems()
    {
        if (Words.Length > Length)
        {
            yield return new UntilTooLong(Length);
        }

        if (Exclusions.HasCredential(Words))
        {
            yield return new CredentialInUntil();
        }
    }
}

public sealed record UntilTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(Card.HoldsUntil);

    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record CredentialInUntil : Refusal
{
    public override string? Field => nameof(Card.HoldsUntil);
}
