using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>Everything that one person has decided, as their page shows it.</summary>
/// <param name="OlderThan">The number to go on from when there are older decisions than those shown.</param>
internal sealed record ConsentOverview(IReadOnlyList<PurposeRow> Purposes, ConsentsWaiting Waiting, IReadOnlyList<LedgerDecision> Decisions, int? OlderThan)
{
    private const int DecisionsShown = 20;

    public bool CanPause => Purposes.Any(row => row.Purpose != Purpose.HoldProfile && row.Standing == Standing.On);

    public IEnumerable<Audience> Audiences => Purposes.Select(row => row.Consent?.Audience).OfType<Audience>().Concat(Decisions.Select(decision => decision.Terms.Audience));

    /// <param name="recipient">Who would receive cards under <see cref="Purpose.UseExternalModel"/> now.</param>
    /// <param name="before">Decisions with a smaller number only; null for the newest.</param>
    public static async Task<ConsentOverview> LoadAsync(
        SkillDistillDb db, NoticeBoard notices, Id<Person> subject, Notice notice, string? recipient, int? before, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var consents = await OwnConsents.LoadAsync(db, subject, now, cancellationToken);
        var rows = notice.Purposes.Select(pair => PurposeRow.Of(pair.Key, pair.Value, consents, null)).ToList();
        var again = rows.Where(row => row.CanRenew && row.Standing != Standing.On).Select(row => row.Purpose).ToList();
        var agreed = await AgreedWords.LoadAsync(db, notices, subject, again, notice, recipient, cancellationToken);
        var decisions = await db.LedgerEntries.AsNoTracking()
            .Where(entry => db.ConsentStreams.Any(stream => stream.Id == entry.StreamId && stream.SubjectId == subject) && entry.Type != nameof(ConsentState.Requested) && (before == null || entry.Sequence < before))
            .OrderByDescending(entry => entry.Sequence)
            .Take(DecisionsShown + 1)
            .ToListAsync(cancellationToken);
        return new ConsentOverview(
            [.. rows.Select(row => row with { Agreed = agreed.GetValueOrDefault(row.Purpose) })],
            consents.Waiting,
            [.. decisions.Take(DecisionsShown).Select(entry => entry.Decision).OfType<LedgerDecision>()],
            decisions.Count > DecisionsShown ? decisions[DecisionsShown - 1].Sequence : null);
    }
}
