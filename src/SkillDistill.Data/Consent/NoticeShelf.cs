using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Data.Consent;

/// <summary>Editions already read. They never change, so they are kept.</summary>
public sealed class NoticeShelf
{
    private readonly ConcurrentDictionary<int, NoticeEdition> _editions = [];

    /// <returns>The editions of these numbers, in this order.</returns>
    internal async Task<IReadOnlyList<NoticeEdition>> TakeAsync(SkillDistillDb db, IReadOnlyCollection<int> numbers, CancellationToken cancellationToken)
    {
        var missing = numbers.Where(number => !_editions.ContainsKey(number)).ToList();
        var read = missing.Count == 0 ? [] : await db.Notices.AsNoTracking().Where(notice => missing.Contains(notice.Number)).ToListAsync(cancellationToken);
        var taken = read.GroupBy(row => row.Number).ToDictionary(rows => rows.Key, rows => NoticeEdition.Of([.. rows]));

        // What is published in a transaction that is not committed yet may still go: it is given out, and not kept.
        if (db.Database.CurrentTransaction is null)
        {
            foreach (var (number, edition) in taken)
            {
                _editions.TryAdd(number, edition);
            }
        }

        return [.. numbers.Select(number => taken.TryGetValue(number, out var edition) ? edition : _editions[number])];
    }
}
