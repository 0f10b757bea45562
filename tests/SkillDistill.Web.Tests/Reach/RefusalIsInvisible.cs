using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Reach;

/// <summary>
/// Never asked, asked, refused, deferred, withdrawn and still drafting look the same to managers and admins: every address, byte for byte. The only
/// thing left out is the token of forms, which is new with every page.
/// </summary>
public sealed partial class RefusalIsInvisible : IDisposable
{
    private static readonly Purpose[] Upward = [Purpose.DistilAgent, Purpose.AnswerColleagues, Purpose.ShowNamedCoverage, Purpose.CountInCoverage, Purpose.CreditByName];

    /// <summary>How long a health check took, and the viewer's own receipts, each with a number and a signature of its own.</summary>
    private static readonly string[] OwnOrTimed = ["/health", "/consent/receipt"];

    private readonly House _house = new();

    private DateTimeOffset Now => _house.Clock.GetUtcNow();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Managers_and_admins_get_the_same_bytes_whatever_somebody_did_not_agree_to()
    {
        var subject = await JoinDafyddsTeamAsync();
        var ids = await IdsAsync(subject);
        var viewers = new List<Visitor> { await _house.SignedInAsync("dafydd"), await _house.SignedInAsync("ada") };
        var paths = EveryRoute.ToRead(_house, ids).Where(path => !OwnOrTimed.Any(own => path.StartsWith(own, StringComparison.Ordinal))).ToList();
        var neverAsked = await SeenAsync(viewers, paths);
        Assert.Contains(neverAsked, page => page.Contains("/coverage ", StringComparison.Ordinal));

        await EachAsync(subject, (stream, purpose) => stream.Request(purpose, Terms(), Now));
        AssertSame(neverAsked, await SeenAsync(viewers, paths), "asked");

        await EachAsync(subject, (stream, purpose) => stream.Refuse(subject, purpose, Terms(), Now));
        AssertSame(neverAsked, await SeenAsync(viewers, paths), "refused");

        await EachAsync(subject, (stream, purpose) => stream.Defer(subject, purpose, Terms(), Now));
        AssertSame(neverAsked, await SeenAsync(viewers, paths), "deferred");

        await EachAsync(subject, (stream, purpose) => stream.Give(subject, purpose, Terms(), Now));
        await EachAsync(subject, (stream, purpose) => stream.Withdraw(subject, purpose, Now));
        AssertSame(neverAsked, await SeenAsync(viewers, paths), "withdrawn");

        await _house.DecideAsync(subject, stream => stream.Give(subject, Purpose.HoldProfile, Terms(), Now).Refusal);
        await _house.InStoreAsync(async db =>
        {
            Scene.Publish(db, subject, [Scene.Accepted(db, subject, Audience.Organisation(), Now)], Now);
            return await db.SaveChangesAsync();
        });
        AssertSame(neverAsked, await SeenAsync(viewers, paths), "still drafting");
    }

    private static void AssertSame(IReadOnlyList<string> before, IReadOnlyList<string> after, string state)
    {
        Assert.Equal(before.Count, after.Count);
        Assert.All(before.Zip(after), pair => Assert.True(pair.First == pair.Second, $"Where somebody {state}, this differs:\n{pair.First}\n---\n{pair.Second}"));
    }

    private static async Task<IReadOnlyList<string>> SeenAsync(IEnumerable<Visitor> viewers, IReadOnlyList<string> paths)
    {
        var seen = new List<string>();
        foreach (var viewer in viewers)
        {
            foreach (var path in paths)
            {
                using var response = await viewer.Http.GetAsync(new Uri(path, UriKind.Relative));
                seen.Add($"{path} {(int)response.StatusCode} {FormToken().Replace(await response.Content.ReadAsStringAsync(), "")}");
            }
        }

        return seen;
    }

    private static ConsentTerms Terms() => new(Audience.Organisation(), new DateTimeOffset(2027, 3, 1, 0, 0, 0, TimeSpan.Zero), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en");

    [GeneratedRegex("name=\"__RequestVerificationToken\" type=\"hidden\" value=\"[^\"]+\"")]
    private static partial Regex FormToken();

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
