using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.Consent.Receipts;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Consent.Ledger;

/// <summary>The signed-in person's own ledger, computed again from what the store holds each time the page is opened, entry by entry.</summary>
internal sealed class CheckModel(SkillDistillDb db, VerifyLedger verify, NoticeBoard notices, CurrentPerson me, TimeProvider clock, IOptions<OrganisationOptions> organisation) : PageModel
{
    public const int Shown = 100;

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public string? PrivacyContact => organisation.Value.PrivacyContact;

    public Notice Notice { get; private set; } = null!;

    /// <summary>The key that signed the head; null where nothing was ever asked or decided.</summary>
    public string? KeyId { get; private set; }

    public int Total { get; private set; }

    /// <summary>The first thing that is wrong, or null.</summary>
    public LedgerFinding? Finding { get; private set; }

    /// <summary>The newest first.</summary>
    public IReadOnlyList<CheckedEntry> Entries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Notice = (await notices.CurrentAsync(cancellationToken)).In(Languages.Current);
        var report = await verify.OfAsync(me.Id, cancellationToken);
        (Total, Finding) = (report.Entries, report.Findings.Count == 0 ? null : report.Findings[0]);
        if (await db.ConsentStreams.AsNoTracking().FirstOrDefaultAsync(stream => stream.SubjectId == me.Id, cancellationToken) is not { LastSequence: > 0 } stream)
        {
            return;
        }

        KeyId = stream.SealKeyId;
        var entries = await db.LedgerEntries.AsNoTracking().Where(entry => entry.StreamId == stream.Id)
            .OrderByDescending(entry => entry.Sequence).Take(Shown).ToListAsync(cancellationToken);
        Entries = [.. entries.Select(Look)];
    }

    /// <summary>What an entry says is shown as long as it is known to be what was written.</summary>
    private CheckedEntry Look(LedgerEntry entry)
    {
        var standing = Finding is { } finding && finding.Sequence <= entry.Sequence
            ? finding.Sequence == entry.Sequence ? EntryStanding.Broken : EntryStanding.AfterBroken
            : entry.Payload is null ? EntryStanding.Erased : EntryStanding.Whole;
        return new CheckedEntry(
            entry.Sequence,
            Enum.TryParse<ConsentState>(entry.Type, out var state) ? state : null,
            entry.At,
            entry.Hash,
            standing,
            standing == EntryStanding.Whole && entry.Decision is { } decision ? Notice.Purposes[decision.Purpose].Name : null);
    }
}

/// <param name="State">What the event led to; null for an erasure.</param>
/// <param name="Purpose">The purpose by name, where the entry still says it.</param>
internal sealed record CheckedEntry(int Sequence, ConsentState? State, DateTimeOffset At, string Hash, EntryStanding Standing, string? Purpose);

internal enum EntryStanding
{
    Whole,

    /// <summary>Its words were erased by their subject; the chain holds all the same.</summary>
    Erased,

    Broken,

    /// <summary>Not looked at: an earlier entry is broken.</summary>
    AfterBroken,
}
