using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Consent;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Reach;

/// <summary>
/// Never asked, asked, refused, deferred, withdrawn and still drafting look the same to managers and admins: every address, byte for byte. The only
/// thing left out is the token of forms, which is new with every page.
/// </summary>
public sealed class RefusalIsInvisible : IDisposable
{
    private static readonly Purpose[] Upward = [Purpose.DistilAgent, Purpose.AnswerColleagues, Purpose.ShowNamedCoverage, Purpose.CountInCoverage, Purpose.CreditByName];

    private static readonly string[] Viewers = ["dafydd", "ada"];

    private readonly House _house = new();

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Managers_and_admins_get_the_same_bytes_whatever_somebody_did_not_agree_to()
    {
        var subject = await JoinDafyddsTeamAsync();
        var seen = new SeenUpward(_house, await IdsAsync(subject));
        var neverAsked = await seen.ReadAsync(Viewers);
        Assert.Contains(neverAsked, page => page.Contains("/coverage ", StringComparison.Ordinal));
        Assert.Contains(neverAsked, page => page.StartsWith("dafydd /coverage/skill?skill=", StringComparison.Ordinal) && page.Contains(" 200 ", StringComparison.Ordinal));

        await EachAsync(subject, (stream, purpose) => stream.Request(purpose, Terms(), Now));
        SeenUpward.AssertSame(neverAsked, await seen.ReadAsync(Viewers), "asked");

        await EachAsync(subject, (stream, purpose) => stream.Refuse(subject, purpose, Terms(), Now));
        SeenUpward.AssertSame(neverAsked, await seen.ReadAsync(Viewers), "refused");

        await EachAsync(subject, (stream, purpose) => stream.Defer(subject, purpose, Terms(), Now));
        SeenUpward.AssertSame(neverAsked, await seen.ReadAsync(Viewers), "deferred");

        await EachAsync(subject, (stream, purpose) => stream.Give(subject, purpose, Terms(), Now));
        await EachAsync(subject, (stream, purpose) => stream.Withdraw(subject, purpose, Now));
        SeenUpward.AssertSame(neverAsked, await seen.ReadAsync(Viewers), "withdrawn");

        await _house.DecideAsync(subject, stream => stream.Give(subject, Purpose.HoldProfile, Terms(), Now).Refusal);
        var card = await _house.InStoreAsync(async db =>
        {
            var shared = Scene.Accepted(db, subject, Audience.Organisation(), Now);
            shared.Tag([(await db.Skills.FirstAsync()).Id]);
            Scene.Publish(db, subject, [shared], Now);
            await db.SaveChangesAsync();
            return shared.Id;
        });
        SeenUpward.AssertSame(neverAsked, await seen.ReadAsync(Viewers), "still drafting");

        await _house.DisagreedAsync(card, Now);
        SeenUpward.AssertSame(neverAsked, await seen.ReadAsync(Viewers), "was disagreed with");
    }

    private static ConsentTerms Terms() => new(Audience.Organisation(), new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en");

    private Task EachAsync(Id<Person> subject, Func<ConsentStream, Purpose, Outcome<Domain.Consent.Consent>> decide) => _house.DecideAsync(
        subject, stream => Upward.Select(purpose => decide(stream, purpose).Refusal).FirstOrDefault(refusal => refusal is not null));

    private Task<Id<Person>> JoinDafyddsTeamAsync() => _house.InStoreAsync(async db =>
    {
        var manager = await db.People.SingleAsync(person => person.Email == "dafydd@lindenau.example");
        var team = await db.Teams.FirstAsync(team => team.ManagerId == manager.Id);
        var person = Scene.Join(db, team.Id, Now);
        db.Proficiencies.Add(Domain.Skills.Proficiency.Declare(person.Id, (await db.Skills.FirstAsync()).Id, 4, Now).Value);
        await db.SaveChangesAsync();
        return person.Id;
    });

    private Task<IReadOnlyList<string>> IdsAsync(Id<Person> subject) => _house.InStoreAsync(async db =>
        (IReadOnlyList<string>)[subject.ToString(), (await db.Teams.FirstAsync()).Id.ToString(), (await db.Skills.FirstAsync()).Id.ToString()]);
}
