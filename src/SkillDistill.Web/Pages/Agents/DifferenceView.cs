using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>A difference with the titles of its cards, as its owner reads it.</summary>
/// <param name="Instructions">What changed in them; empty where nothing did, or one of the two has none any more.</param>
internal sealed record DifferenceView(
    IReadOnlyList<DifferentCard> Added, IReadOnlyList<DifferentCard> Changed, IReadOnlyList<DifferentCard> Removed, IReadOnlyList<InstructionsChange> Instructions, int Erased)
{
    public bool IsNone => Added.Count + Changed.Count + Removed.Count + Erased + Instructions.Count == 0;

    public static async Task<DifferenceView> LoadAsync(
        SkillDistillDb db, Id<Person> owner, VersionContent? earlier, VersionContent later, CancellationToken cancellationToken)
    {
        var difference = VersionDifference.Between(earlier, later);
        var cards = difference.Added.Concat(difference.Changed).Concat(difference.Removed).ToHashSet();
        var ids = later.Revisions.Concat(earlier?.Revisions ?? new Dictionary<Id<Card>, Id<CardRevision>>()).Where(pin => cards.Contains(pin.Key)).Select(pin => pin.Value).Distinct().ToList();
        var revisions = await db.CardRevisions.AsNoTracking()
            .Where(revision => ids.Contains(revision.Id) && db.Cards.Any(card => card.Id == revision.CardId && card.OwnerId == owner))
            .Select(revision => new { revision.Id, revision.Number, revision.Text.Title })
            .ToDictionaryAsync(revision => revision.Id, cancellationToken);
        DifferentCard Of(Id<Card> card)
        {
            var old = earlier is not null && earlier.Revisions.TryGetValue(card, out var before) ? revisions.GetValueOrDefault(before) : null;
            var now = later.Revisions.TryGetValue(card, out var after) ? revisions.GetValueOrDefault(after) : null;
            return new DifferentCard(card, now?.Title ?? old?.Title ?? "", old?.Number, now?.Number);
        }

        return new DifferenceView(
            [.. difference.Added.Select(Of)],
            [.. difference.Changed.Select(Of)],
            [.. difference.Removed.Select(Of)],
            difference.InstructionsChanged ? InstructionsChange.Between(earlier!.Instructions, later.Instructions) : [],
            difference.Erased);
    }
}

/// <param name="From">The number of the revision before, where there was one.</param>
/// <param name="To">The number of the revision after, where there is one.</param>
internal sealed record DifferentCard(Id<Card> CardId, string Title, int? From, int? To);
