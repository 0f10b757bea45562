using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>One person's whole stream as it stood at one moment, for their own eyes.</summary>
/// <param name="Editions">The notices its decisions were made on, by version.</param>
internal sealed record OwnLedger(ConsentStream Stream, IReadOnlyList<LedgerEntry> Entries, IReadOnlyDictionary<string, NoticeEdition> Editions)
{
    public IReadOnlyList<LedgerDecision> Decisions { get; } = [.. Entries.Select(entry => entry.Decision).OfType<LedgerDecision>()];

    /// <summary>The purposes that were ever decided or asked for.</summary>
    public IEnumerable<Purpose> Purposes => Decisions.Select(decision => decision.Purpose).Distinct().Order();

    /// <summary>The notice that was on the screen; the product's first one, where a decision names none that was published.</summary>
    public Notice Read(ConsentTerms terms) => Editions.TryGetValue(terms.NoticeVersion, out var edition) ? edition.In(terms.Language) : Notice.Shipped(terms.Language);

    /// <returns>Null where nothing was ever asked or decided.</returns>
    public static async Task<OwnLedger?> LoadAsync(SkillDistillDb db, NoticeBoard notices, Id<Person> subject, CancellationToken cancellationToken)
    {
        if (await db.ConsentStreams.AsNoTracking().FirstOrDefaultAsync(stream => stream.SubjectId == subject, cancellationToken) is not { LastSequence: > 0 } stream)
        {
            return null;
        }

        // Up to that head: a decision made while this is read belongs to the next receipt.
        var entries = await db.LedgerEntries.AsNoTracking()
            .Where(entry => entry.StreamId == stream.Id && entry.Sequence <= stream.LastSequence)
            .OrderBy(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        var versions = entries.Select(entry => entry.Decision?.Terms.NoticeVersion).OfType<string>().Distinct().ToList();
        return new OwnLedger(stream, entries, await notices.FindAsync(versions, cancellationToken));
    }

    public LedgerExport Export(Purpose? only = null) => LedgerExport.Of(Stream, Entries, entry => only is null || entry.Decision is not { } decision || decision.Purpose == only);
}
