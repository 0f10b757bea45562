using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Skills;

/// <summary>
/// A colleague's word, at the person's own request, that a declared level is so. It is between the two. A no is not kept apart from no answer: to whoever asked, both look the same.
/// </summary>
public sealed class Confirmation
{
    /// <summary>Of one level, whether they answered or not. Who needs more looks for praise, and not for a second pair of eyes.</summary>
    public const int MostPeers = 3;

    private Confirmation()
    {
    }

    public Id<Confirmation> Id { get; private set; }

    public Id<Proficiency> ProficiencyId { get; private set; }

    /// <summary>Who is asked.</summary>
    public Id<Person> PeerId { get; private set; }

    /// <summary>What they are asked about: the level as it was declared then.</summary>
    public int Level { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When the peer put it away, which only they are shown.</summary>
    public DateTimeOffset? PutAwayAt { get; private set; }

    public static Outcome<Confirmation> Ask(Proficiency declared, Id<Person> peer, DateTimeOffset now) =>
        peer == declared.PersonId ? new PeerIsOneself()
        : declared.Level == 0 ? new NothingToConfirm()
        : new Confirmation { Id = Id<Confirmation>.New(), ProficiencyId = declared.Id, PeerId = peer, Level = declared.Level, AskedAt = now };

    public void Confirm(DateTimeOffset now) => (ConfirmedAt, PutAwayAt) = (ConfirmedAt ?? now, null);

    /// <summary>No, or not any more.</summary>
    public void PutAway(DateTimeOffset now) => (ConfirmedAt, PutAwayAt) = (null, now);

    /// <summary>Whether it stands for what the person says now: a lower level is confirmed with a higher one, and not the other way round.</summary>
    public bool StandsFor(int level) => ConfirmedAt is not null && level > 0 && level <= Level;
}

public sealed record PeerIsOneself : Refusal
{
    public override string? Field => "Peer";
}

/// <summary>There is no level of theirs, or it says that they cannot.</summary>
public sealed record NothingToConfirm : Refusal
{
    public override string? Field => "Peer";
}

public sealed record TooManyPeers(int Limit) : Refusal
{
    public override string? Field => "Peer";

    public override IReadOnlyList<object> Arguments => [Limit];
}
