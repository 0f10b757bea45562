using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Agents.Indexing;

/// <summary>
/// Counts what the ranking must know of all cards together where they are too many to be read: how many there are and how many hold each common word, exactly; how long they are and how many hold each common run of
/// letters, by a sample.
/// </summary>
internal sealed class CountIndex(SkillDistillDb db, TimeProvider clock)
{
    private const int Sample = 20_000;

    // In a sample, fewer than these would say little, and might be one person's.
    private const int LeastOfSample = 20;

    private const int ReadTogether = 500;

    // Between two counts without being asked.
    private static readonly TimeSpan Pause = TimeSpan.FromHours(1);

    /// <summary>Counts where nobody has yet, or the index has grown or shrunk by a tenth since, at most once an hour.</summary>
    public async Task IfDueAsync(CancellationToken cancellationToken)
    {
        var known = await db.IndexStatistics.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        if (known is not null && known.CountedAt + Pause > clock.GetUtcNow())
        {
            return;
        }

        var cards = await db.IndexedCards.CountAsync(cancellationToken);
        if (known is null ? cards > 0 : Math.Abs(cards - known.Cards) * 10 > known.Cards)
        {
            await RunAsync(cancellationToken);
        }
    }

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        var cards = await db.IndexedCards.OrderBy(card => card.RevisionId).Select(card => card.RevisionId).ToListAsync(cancellationToken);
        var step = Math.Max(1, cards.Count / Sample);
        var words = new CardWords();
        foreach (var some in cards.Where((_, at) => at % step == 0).Chunk(ReadTogether))
        {
            (await db.IndexedAsync(some, cancellationToken)).ForEach(words.Add);
        }

        var common = await db.IndexedTerms.GroupBy(entry => entry.Term).Where(entries => entries.Count() >= TermCount.Least).Select(entries => new { entries.Key, Count = entries.Count() }).ToDictionaryAsync(row => row.Key, row => row.Count, cancellationToken);
        foreach (var (code, holders) in words.Runs(step == 1 ? TermCount.Least : Math.Max(LeastOfSample, TermCount.Least / step)))
        {
            common.TryAdd(code, Math.Min(cards.Count, holders * step));
        }

        await KeepAsync(IndexStatistics.Of(cards.Count, words.Lengths, words.Letters, clock.GetUtcNow()), common, cancellationToken);
    }

    private async Task KeepAsync(IndexStatistics statistics, Dictionary<long, int> common, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(nameof(CountIndex), cancellationToken);
        await db.TermCounts.ExecuteDeleteAsync(cancellationToken);
        await db.IndexStatistics.ExecuteDeleteAsync(cancellationToken);
        db.Add(statistics);
        db.AddRange(common.Select(count => new TermCount(count.Key, count.Value)));
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
