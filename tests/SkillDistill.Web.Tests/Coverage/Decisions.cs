using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

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

    /// <summary>Says of themselves that they can do everything that is wanted of anybody.</summary>
    public static async Task CanDoEverythingAsync(this House house, string key)
    {
        var subject = (await house.PersonAsync(key)).Id;
        await house.InStoreAsync(async db =>
        {
            await db.Proficiencies.Where(level => level.PersonId == subject).ExecuteDeleteAsync();
            db.Proficiencies.AddRange((await db.Targets.Select(target => target.SkillId).Distinct().ToListAsync()).Select(skill => Proficiency.Declare(subject, skill, Proficiency.Highest, house.Clock.GetUtcNow()).Value));
            return await db.SaveChangesAsync();
        });
    }

    private static async Task DecidesAsync(this House house, string key, Func<ConsentStream, DateTimeOffset, Outcome<Domain.Consent.Consent>> decide)
    {
        var subject = (await house.PersonAsync(key)).Id;
        await house.DecideAsync(subject, stream => decide(stream, house.Clock.GetUtcNow()).Refusal);
    }
}
