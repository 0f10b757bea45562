using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>
/// An agent at one moment, never changed: which card revisions it may draw on, the instructions they travel under, and a digest of the whole.
/// Card texts are pinned by revision, not copied, so that taking a card away takes it out of every version too.
/// </summary>
public sealed class AgentVersion
{
    private readonly List<PinnedCard> _cards = [];

    private AgentVersion()
    {
    }

    public Id<AgentVersion> Id { get; private set; }

    public Id<Agent> AgentId { get; private set; }

    public int Number { get; private set; }

    public DateTimeOffset DistilledAt { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>The number of the version whose cards were taken again, when this one is a roll-back.</summary>
    public int? RolledBackTo { get; private set; }

    /// <summary>The compiled instructions; empty once the owner took back the consent they were compiled under.</summary>
    public string Instructions { get; private set; } = "";

    /// <summary>The encoder by which all its cards can be found (<see cref="CardMeaning"/>); empty while that is still to be made.</summary>
    public string Encoder { get; private set; } = "";

    /// <summary>SHA-256 over instructions and all pinned card texts in order, in lower-case hexadecimal.</summary>
    public string Digest { get; private set; } = "";

    public IReadOnlyList<PinnedCard> Cards => _cards;

    /// <summary>How many cards it held that their owner has erased since. <see cref="Digest"/> was taken with them and stays.</summary>
    public int ErasedCards { get; private set; }

    internal static AgentVersion Of(Id<Agent> agent, int number, Composition composition, int? rolledBackTo, DateTimeOffset now)
    {
        var version = new AgentVersion
        {
            Id = Id<AgentVersion>.New(),
            AgentId = agent,
            Number = number,
            DistilledAt = now,
            RolledBackTo = rolledBackTo,
            Instructions = composition.Instructions,
            Digest = composition.Digest,
        };
        version._cards.AddRange(composition.Cards.Select((card, index) => new PinnedCard(version.Id, card.CardId, card.RevisionId, index)));
        return version;
    }

    internal static AgentVersion Restore(Id<Agent> agent, KeptVersion kept)
    {
        var version = new AgentVersion
        {
            Id = Id<AgentVersion>.New(),
            AgentId = agent,
            Number = kept.Number,
            DistilledAt = kept.DistilledAt,
            PublishedAt = kept.PublishedAt,
            RolledBackTo = kept.RolledBackTo,
            Instructions = kept.Instructions,
            Digest = kept.Digest,
            ErasedCards = kept.ErasedCards,
        };
        version._cards.AddRange(kept.Cards.Select((card, at) => new PinnedCard(version.Id, card.Card, card.Revision, at)));
        return version;
    }

    internal void MarkPublished(DateTimeOffset now) => PublishedAt ??= now;
}

/// <summary>A version as it was kept elsewhere.</summary>
public sealed record KeptVersion(
    int Number, DateTimeOffset DistilledAt, DateTimeOffset? PublishedAt, int? RolledBackTo, string Instructions, string Digest, int ErasedCards, IReadOnlyList<(Id<Card> Card, Id<CardRevision> Revision)> Cards);

/// <summary>A card as it stood when the version was distilled.</summary>
public sealed record PinnedCard(Id<AgentVersion> VersionId, Id<Card> CardId, Id<CardRevision> RevisionId, int Ordinal);
