using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// Something that is to come in the organisation, and until which cards of many people hold. An admin names it, owners pick it, and once an admin says that it has happened, exactly
/// the cards that picked it wait for their owners' word. Who picked it, and whether anybody did, is nobody's to see.
/// </summary>
public sealed class ExpectedEvent
{
    /// <summary>As many may be to come at a time: owners choose from a list.</summary>
    public const int MostToCome = 50;

    public static readonly DateOnly Earliest = new(2000, 1, 1);

    private ExpectedEvent()
    {
    }

    public Id<ExpectedEvent> Id { get; private set; }

    /// <summary>One line of at most <see cref="UntilCondition.Length"/> characters.</summary>
    public string Words { get; private set; } = "";

    /// <summary>The admin who named it; null once that person is gone.</summary>
    public Id<Person>? NamedById { get; private set; }

    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>Null while it is to come.</summary>
    public DateOnly? HappenedOn { get; private set; }

    /// <summary>The admin who said that it has happened; null once that person is gone.</summary>
    public Id<Person>? SaidById { get; private set; }

    public DateTimeOffset? SaidAt { get; private set; }

    public static Outcome<ExpectedEvent> Name(string? words, Id<Person> by, DateTimeOffset now)
    {
        var line = (words ?? "").ToPlainLine();
        return line.Length is 0 or > UntilCondition.Length ? new EventNotNamed(UntilCondition.Length)
            : Exclusions.HasCredential(line) ? new CredentialInEvent()
            : new ExpectedEvent { Id = Id<ExpectedEvent>.New(), Words = line, NamedById = by, NamedAt = now };
    }

    /// <summary>There is no way back: owners who see it otherwise confirm their cards.</summary>
    public Outcome<ExpectedEvent> Happen(DateOnly on, Id<Person> by, DateTimeOffset now)
    {
        if (HappenedOn is not null)
        {
            return new EventHappenedAlready();
        }

        // Fourteen hours: somewhere on earth it is that day already.
        if (on < Earliest || on > DateOnly.FromDateTime(now.UtcDateTime.AddHours(14)))
        {
            return new EventDayOutOfRange(Earliest.Year);
        }

        (HappenedOn, SaidById, SaidAt) = (on, by, now);
        return this;
    }
}

public sealed record EventNotNamed(int Limit) : Refusal
{
    public override string? Field => nameof(ExpectedEvent.Words);

    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record CredentialInEvent : Refusal
{
    public override string? Field => nameof(ExpectedEvent.Words);
}

public sealed record EventHappenedAlready : Refusal;

public sealed record EventDayOutOfRange(int Earliest) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Earliest];
}
