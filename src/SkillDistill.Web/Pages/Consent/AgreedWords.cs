using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>
/// What a person last said yes to, to be laid beside what stands there today: in the language they read in now, or, where that says the same, in the
/// one whose words changed.
/// </summary>
/// <param name="Version">Of the notice it was.</param>
/// <param name="Now">What stands there today in the same language.</param>
internal sealed record AgreedWords(string Version, string Language, PurposeNotice Words, PurposeNotice Now, string? Recipient)
{
    /// <returns>For those of the purposes that were ever agreed to and are said, or would be sent to somebody, otherwise now.</returns>
    public static async Task<IReadOnlyDictionary<Purpose, AgreedWords>> LoadAsync(
        SkillDistillDb db, NoticeBoard notices, Id<Person> subject, IReadOnlyCollection<Purpose> purposes, Notice today, string? recipient, CancellationToken cancellationToken)
    {
        if (purposes.Count == 0)
        {
            return new Dictionary<Purpose, AgreedWords>();
        }

        var entries = await db.LedgerEntries.AsNoTracking()
            .Where(entry => db.ConsentStreams.Any(stream => stream.Id == entry.StreamId && stream.SubjectId == subject)
                && (entry.Type == nameof(ConsentState.Given) || entry.Type == nameof(ConsentState.Renewed)))
            .OrderByDescending(entry => entry.Sequence)
            .ToListAsync(cancellationToken);
        var given = entries.Select(entry => entry.Decision).OfType<LedgerDecision>().DistinctBy(decision => decision.Purpose).Where(decision => purposes.Contains(decision.Purpose)).ToList();
        var editions = await notices.FindAsync([.. given.Select(decision => decision.Terms.NoticeVersion).Distinct()], cancellationToken);
        var current = await notices.CurrentAsync(cancellationToken);
        return given.Where(decision => editions.ContainsKey(decision.Terms.NoticeVersion))
            .Select(decision => (decision.Purpose, Agreed: Of(decision, editions[decision.Terms.NoticeVersion], current, today.Language)))
            .Where(pair => pair.Agreed.Words != pair.Agreed.Now || (pair.Purpose == Purpose.UseExternalModel && pair.Agreed.Recipient != recipient))
            .ToDictionary(pair => pair.Purpose, pair => pair.Agreed);
    }

    private static AgreedWords Of(LedgerDecision decision, NoticeEdition before, NoticeEdition current, string reading)
    {
        PurposeNotice In(NoticeEdition edition, string language) => edition.In(language).Purposes[decision.Purpose];
        var language = Notice.Languages.OrderByDescending(code => code == reading).FirstOrDefault(code => In(before, code) != In(current, code)) ?? reading;
        return new AgreedWords(decision.Terms.NoticeVersion, language, In(before, language), In(current, language), decision.Terms.Recipient);
    }
}
