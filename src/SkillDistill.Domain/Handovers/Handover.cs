using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Handovers;

/// <summary>
/// What somebody who leaves, or changes roles, leaves to whoever takes the role over: cards that they choose one by one, to one colleague, who must have said yes. Without a choice a card goes
/// with its owner, and until the last day is over everything can be changed or stopped. It is between the two: nobody above them sees that there is one.
/// </summary>
public sealed class Handover
{
    /// <summary>Days from today.</summary>
    public const int FurthestLastDay = 366;

    private readonly List<HandedCard> _cards = [];

    private Handover()
    {
    }

    public Id<Handover> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    /// <summary>The last day in the role, in UTC; null while it is not said.</summary>
    public DateOnly? LastDay { get; private set; }

    /// <summary>Who was asked to take the notes; null while nobody was.</summary>
    public Id<Person>? SuccessorId { get; private set; }

    public DateTimeOffset? OfferedAt { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    public DateTimeOffset? DeclinedAt { get; private set; }

    /// <summary>When the cards went over; from then on nothing of it changes.</summary>
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Those that stay. All others go with their owner.</summary>
    public IReadOnlyList<HandedCard> Cards => _cards;

    public HandoverState State => (DoneAt, AcceptedAt, DeclinedAt, OfferedAt) switch
    {
        (not null, _, _, _) => HandoverState.Done,
        (_, not null, _, _) => HandoverState.Accepted,
        (_, _, not null, _) => HandoverState.Declined,
        (_, _, _, not null) => HandoverState.Offered,
        _ => HandoverState.Prepared,
    };

    public static Handover Begin(Id<Person> owner) => new() { Id = Id<Handover>.New(), OwnerId = owner };

    public Outcome<Handover> LeaveOn(DateOnly lastDay, DateOnly today)
    {
        if (DoneAt is not null)
        {
            return new HandoverIsDone();
        }

        if (lastDay < today || lastDay > today.AddDays(FurthestLastDay))
        {
            return new LastDayOutOfRange(today.AddDays(FurthestLastDay));
        }

        LastDay = lastDay;
        return this;
    }

    /// <summary>Says of these cards how they stay, or that they go; of all others what was said before holds.</summary>
    public Outcome<Handover> Choose(IReadOnlyDictionary<Id<Card>, HandedAs> choices)
    {
        if (DoneAt is not null)
        {
            return new HandoverIsDone();
        }

        _cards.RemoveAll(card => choices.ContainsKey(card.CardId));
        _cards.AddRange(choices.Where(choice => choice.Value != HandedAs.Goes).Select(choice => new HandedCard(Id, choice.Key, choice.Value == HandedAs.Stays)));
        return this;
    }

    /// <summary>Asks a colleague to take the notes. Whoever was asked before is not asked any more.</summary>
    public Outcome<Handover> Offer(Id<Person> successor, DateTimeOffset now)
    {
        if (DoneAt is not null)
        {
            return new HandoverIsDone();
        }

        if (successor == OwnerId)
        {
            return new SuccessorIsOneself();
        }

        if (LastDay is null)
        {
            return new LastDayMissing();
        }

        if (_cards.Count == 0)
        {
            return new NothingStays();
        }

        (SuccessorId, OfferedAt, AcceptedAt, DeclinedAt) = (successor, now, null, null);
        return this;
    }

    /// <summary>The successor takes the notes: as drafts, of which they accept each one or none.</summary>
    public Outcome<Handover> Accept(DateTimeOffset now)
    {
        if (State is not (HandoverState.Offered or HandoverState.Declined))
        {
            return new HandoverIsDone();
        }

        (AcceptedAt, DeclinedAt) = (now, null);
        return this;
    }

    /// <summary>The successor says no, or takes a yes back, which they can until the last day is over.</summary>
    public Outcome<Handover> Decline(DateTimeOffset now)
    {
        if (State is not (HandoverState.Offered or HandoverState.Accepted))
        {
            return new HandoverIsDone();
        }

        (AcceptedAt, DeclinedAt) = (null, now);
        return this;
    }

    /// <summary>The cards have gone over.</summary>
    public Outcome<Handover> Finish(DateTimeOffset now)
    {
        if (State != HandoverState.Accepted)
        {
            return new HandoverIsDone();
        }

        DoneAt = now;
        return this;
    }
}

public enum HandoverState
{
    /// <summary>Nobody was asked yet.</summary>
    Prepared,

    Offered,

    Accepted,

    Declined,

    Done,
}

/// <summary>What becomes of a card when its owner leaves the role.</summary>
public enum HandedAs
{
    /// <summary>It goes with its owner.</summary>
    Goes,

    /// <summary>It stays with the role, with its author's name.</summary>
    Stays,

    /// <summary>It stays with the role, and nothing leads to its author any more.</summary>
    StaysUnnamed,
}

/// <summary>A card that stays with the role.</summary>
public sealed class HandedCard
{
    private HandedCard()
    {
    }

    internal HandedCard(Id<Handover> handover, Id<Card> card, bool keepsName) => (HandoverId, CardId, KeepsName) = (handover, card, keepsName);

    public Id<Handover> HandoverId { get; private set; }

    public Id<Card> CardId { get; private set; }

    public bool KeepsName { get; private set; }

    public HandedAs As => KeepsName ? HandedAs.Stays : HandedAs.StaysUnnamed;
}

/// <summary>The notes have gone over, or the other one changed it at this moment.</summary>
public sealed record HandoverIsDone : Refusal;

public sealed record LastDayOutOfRange(DateOnly Latest) : Refusal
{
    public override string? Field => nameof(Handover.LastDay);

    public override IReadOnlyList<object> Arguments => [Latest];
}

public sealed record LastDayMissing : Refusal
{
    public override string? Field => nameof(Handover.LastDay);
}

public sealed record NothingStays : Refusal
{
    public override string? Field => nameof(Handover.Cards);
}

public sealed record SuccessorIsOneself : Refusal
{
    public override string? Field => "Successor";
}
