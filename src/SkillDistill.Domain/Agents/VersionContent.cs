using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>What two versions, or a version and what would become one, are compared by.</summary>
public sealed record VersionContent(IReadOnlyDictionary<Id<Card>, Id<CardRevision>> Revisions, string Instructions)
{
    /// <summary>How many more cards it held, which their owner has erased since: nothing of them can be compared.</summary>
    public int Erased { get; init; }

    public static VersionContent Of(AgentVersion version) =>
        new(version.Cards.ToDictionary(card => card.CardId, card => card.RevisionId), version.Instructions) { Erased = version.ErasedCards };

    public static VersionContent Of(Composition composition) =>
        new(composition.Cards.ToDictionary(card => card.CardId, card => card.RevisionId), composition.Instructions);
}
