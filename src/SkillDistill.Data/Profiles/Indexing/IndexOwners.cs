using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Profiles.Indexing;

/// <summary>Brings what the index holds of some owners in line with what they show now.</summary>
/// <param name="weigh">The terms of a card.</param>
public sealed class IndexOwners(SkillDistillDb db, Func<CardMaterial, IReadOnlyList<WeighedTerm>> weigh)
{
    public async Task<IndexingReport> RunAsync(IReadOnlyCollection<Id<Person>> owners, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var wanted = await WantedAsync(owners, now, cancellationToken);
        var held = await db.IndexedCards.AsNoTracking().Where(card => owners.Contains(card.OwnerId)).ToDictionaryAsync(card => card.RevisionId, cancellationToken);
        var wrong = wanted.Where(card => !(held.TryGetValue(card.Revision, out var known) && known.IsOf(card.Reach, card.Terms))).ToList();
        var gone = held.Keys.Except(wanted.Select(card => card.Revision)).ToList();
        if (wrong.Count + gone.Count > 0)
        {
            await ReplaceAsync([.. gone, .. wrong.Select(card => card.Revision)], wrong, cancellationToken);
        }

        return new IndexingReport(wanted.Count, wrong.Count(card => !held.ContainsKey(card.Revision)), wrong.Count(card => held.ContainsKey(card.Revision)), gone.Count);
    }

    private async Task<List<Wanted>> WantedAsync(IReadOnlyCollection<Id<Person>> owners, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var rows = await db.Indexable(owners, now).Select(row => new { row.Card.OwnerId, CardId = row.Card.Id, row.Revision.Id, row.Revision.Text, Skills = row.Card.Skills.Select(tag => tag.SkillId).ToList(), row.Card.Audience, Answers = row.Answers.Audience }).ToListAsync(cancellationToken);
        var labels = await db.LabelsAsync(rows.SelectMany(row => row.Skills), cancellationToken);
        return [.. from row in rows
                   let reach = IndexReach.Of(row.Audience, row.Answers)
                   where reach is not null
                   select new Wanted(row.Id, row.OwnerId, reach.Value, weigh(new CardMaterial(row.CardId, row.Id, row.Text, [.. row.Skills.SelectMany(skill => labels.GetValueOrDefault(skill, []))], default, default)))];
    }

    private async Task ReplaceAsync(List<Id<CardRevision>> old, List<Wanted> cards, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        // Somebody may check what the chore is about to enter: what comes second puts its own in place of the first's.
        await db.LockAsync(nameof(IndexOwners), cancellationToken);
        await db.IndexedCards.Where(card => old.Contains(card.RevisionId)).ExecuteDeleteAsync(cancellationToken);
        var entered = cards.ConvertAll(card => IndexedCard.Of(card.Revision, card.Owner, card.Reach, card.Terms));
        db.IndexedCards.AddRange(entered);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        finally
        {
            db.ChangeTracker.Clear();
        }

        await db.AppendAsync([.. entered.Zip(cards).SelectMany(pair => pair.First.Terms(pair.Second.Terms))], cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    private sealed record Wanted(Id<CardRevision> Revision, Id<Person> Owner, Guid Reach, IReadOnlyList<WeighedTerm> Terms);
}

/// <summary>What was found of some owners' cards, before it was mended.</summary>
/// <param name="Cards">How many are to be in the index.</param>
/// <param name="Missing">Of these, how many were not.</param>
/// <param name="Outdated">Of these, how many were with other words or another reach.</param>
/// <param name="Superfluous">How many others were in it.</param>
public sealed record IndexingReport(int Cards, int Missing, int Outdated, int Superfluous)
{
    public static readonly IndexingReport None = new(0, 0, 0, 0);

    public bool IsInOrder => Missing + Outdated + Superfluous == 0;

    public static IndexingReport operator +(IndexingReport left, IndexingReport right) =>
        new(left.Cards + right.Cards, left.Missing + right.Missing, left.Outdated + right.Outdated, left.Superfluous + right.Superfluous);
}
