using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Agents;

/// <summary>What became different from one version to the next: by card, and in the instructions they travel under.</summary>
/// <param name="Erased">How many cards could not be compared, because their owner has erased them.</param>
public sealed record VersionDifference(
    IReadOnlyList<Id<Card>> Added, IReadOnlyList<Id<Card>> Changed, IReadOnlyList<Id<Card>> Removed, bool InstructionsChanged, int Erased)
{
    public bool IsNone => Added.Count + Changed.Count + Removed.Count + Erased == 0 && !InstructionsChanged;

    /// <param name="earlier">Null before the first version: then everything is new, and nothing is called a change.</param>
    public static VersionDifference Between(VersionContent? earlier, VersionContent later)
    {
        var before = earlier?.Revisions ?? new Dictionary<Id<Card>, Id<CardRevision>>();
        return new VersionDifference(
            [.. later.Revisions.Keys.Where(card => !before.ContainsKey(card))],
            [.. later.Revisions.Where(pin => before.TryGetValue(pin.Key, out var was) && was != pin.Value).Select(pin => pin.Key)],
            [.. before.Keys.Where(card => !later.Revisions.ContainsKey(card))],
            earlier is { Instructions.Length: > 0 } && later.Instructions.Length > 0 && earlier.Instructions != later.Instructions,
            Math.Max(earlier?.Erased ?? 0, later.Erased));
    }
}
