using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Decisions about coverage, made in the store as their subject would make them on the page.</summary>
internal static class Decisions
{
    public static Task GivesAsync(this House house, string key, Purpose purpose) => house.DecidesAsync(key, (stream, now) =>
        stream.Give(stream.SubjectId!.Value, purpose, new ConsentTerms(Audience.Private(), now.AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), now));

    public static Task WithdrawsAsync(this House house, string key, Purpose purpose) =>
        house.DecidesAsync(key, (stream, now) => stream.Withdraw(stream.SubjectId!.Value, purpose, now));

    public static Task<Person> PersonAsync(this House house, string key) =>
        house.InStoreAsync(db => db.People.AsNoTracking().SingleAsync(person => person.Email == $"{key}@lindenau.example"));

    private static async Task DecidesAsync(this House house, string key, Func<ConsentStream, DateTimeOffset, Outcome<Domain.Consent.Consent>> decide)
    {
        var subject = (await house.PersonAsync(key)).Id;
        await house.DecideAsync(subject, stream => decide(stream, house.Clock.GetUtcNow()).Refusal);
    }
}
