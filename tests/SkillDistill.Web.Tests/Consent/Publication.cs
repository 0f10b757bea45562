using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Consent;

/// <summary>Publishing other words for a purpose, and looking at what became of people's consents.</summary>
internal static class Publication
{
    /// <summary>As the admin's page would: every other word stays.</summary>
    public static async Task<Outcome<NoticeEdition>> PublishAsync(this House house, Purpose purpose, string sees, string language = "en")
    {
        await using var scope = house.Services.CreateAsyncScope();
        var notices = scope.ServiceProvider.GetRequiredService<NoticeBoard>();
        var current = await notices.CurrentAsync();
        return await notices.PublishAsync(
            current.Number, (l, p, part) => (l, p, part) == (language, purpose, NoticePart.Sees) ? sees : current.In(l).Purposes[p][part], CancellationToken.None);
    }

    public static async Task<Id<Person>> IdAsync(this House house, string key) =>
        await house.InStoreAsync(db => db.People.Where(person => person.Email == $"{key}@lindenau.example").Select(person => person.Id).SingleAsync());

    /// <summary>Where a person's consents stand in the store.</summary>
    public static async Task<Dictionary<Purpose, Domain.Consent.Consent>> ConsentsOfAsync(this House house, string key)
    {
        var person = await house.IdAsync(key);
        return await house.InStoreAsync(db => db.Consents.AsNoTracking().Where(consent => consent.SubjectId == person).ToDictionaryAsync(consent => consent.Purpose));
    }

    /// <summary>All that the ledger holds of a person on one purpose, in order.</summary>
    public static async Task<List<LedgerDecision>> EventsOfAsync(this House house, string key, Purpose purpose)
    {
        var person = await house.IdAsync(key);
        var entries = await house.InStoreAsync(db => db.LedgerEntries.AsNoTracking()
            .Where(entry => db.ConsentStreams.Any(stream => stream.Id == entry.StreamId && stream.SubjectId == person)).OrderBy(entry => entry.Sequence).ToListAsync());
        return [.. entries.Select(entry => entry.Decision).OfType<LedgerDecision>().Where(decision => decision.Purpose == purpose)];
    }
}
