using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <summary>How sure an owner was that a card would hold the next time somebody acts on it, and whether it did. For their eyes alone.</summary>
public sealed class Forecast
{
    /// <summary>What may be said, in percent. Below a half one would not have accepted the card.</summary>
    public static readonly IReadOnlyList<int> Percents = [50, 60, 70, 80, 90, 95, 99];

    private Forecast()
    {
    }

    public Id<Forecast> Id { get; private set; }

    public Id<Card> CardId { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    /// <summary>One of <see cref="Percents"/>.</summary>
    public int Percent { get; private set; }

    public DateTimeOffset StatedAt { get; private set; }

    /// <summary>Null while it is not known.</summary>
    public bool? HasHeld { get; private set; }

    public DateTimeOffset? ToldAt { get; private set; }

    public static Outcome<Forecast> State(Card card, int percent, DateTimeOffset now) =>
        card.Status != CardStatus.Accepted ? new OnlyAcceptedAreForecast()
        : !Percents.Contains(percent) ? new PercentNotChosen()
        : new Forecast { Id = Id<Forecast>.New(), CardId = card.Id, OwnerId = card.OwnerId, Percent = percent, StatedAt = now };

    /// <summary>As its owner took it along from another installation.</summary>
    public static Forecast Restore(Id<Card> card, Id<Person> owner, int percent, DateTimeOffset statedAt, bool? hasHeld, DateTimeOffset? toldAt) =>
        new() { Id = Id<Forecast>.New(), CardId = card, OwnerId = owner, Percent = percent, StatedAt = statedAt, HasHeld = hasHeld, ToldAt = toldAt };

    /// <summary>Told once; a second word would be hindsight.</summary>
    public void Tell(bool hasHeld, DateTimeOffset now)
    {
        if (HasHeld is null)
        {
            (HasHeld, ToldAt) = (hasHeld, now);
        }
    }
}

public sealed record OnlyAcceptedAreForecast : Refusal;

public sealed record PercentNotChosen : Refusal
{
    public override string? Field => nameof(Forecast.Percent);
}
