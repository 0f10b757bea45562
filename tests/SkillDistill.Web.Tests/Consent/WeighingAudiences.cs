using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Consent;

public sealed class WeighingAudiences(House house) : IClassFixture<House>
{
    private DateTimeOffset Now => house.Clock.GetUtcNow();

    [Fact]
    public async Task The_database_and_the_domain_mean_the_same_by_an_audience_of_a_consent()
    {
        var scene = await Scene.SetAsync(house);
        var (askers, audiences) = Grid(scene);
        var owners = await house.InStoreAsync(async db =>
        {
            var owners = audiences.Where(audience => audience.Scope != AudienceScope.Private).Select(audience => (Owner: OwnerFor(db, audience), Audience: audience)).ToList();
            await db.SaveChangesAsync();
            return owners;
        });

        foreach (var asker in askers)
        {
            var permitted = await house.InStoreAsync(db => db.PermittedAgents(asker, Now).Select(agent => agent.OwnerId).ToListAsync());

            Assert.All(owners, one => Assert.True(one.Audience.Includes(asker) == permitted.Contains(one.Owner), $"{one.Audience} for {asker}"));
        }
    }

    [Fact]
    public async Task The_database_and_the_domain_mean_the_same_by_an_audience_of_a_card()
    {
        var scene = await Scene.SetAsync(house);
        await scene.AgreeAsync(Purpose.AnswerColleagues, Audience.Organisation());
        var (askers, audiences) = Grid(scene);
        var (owner, cards) = await house.InStoreAsync(async db =>
        {
            var owner = OwnerFor(db, Audience.Organisation(), publish: false);
            var cards = audiences.ConvertAll(audience => (Scene.Accepted(db, owner, audience, Now), Audience: audience));
            Scene.Publish(db, owner, cards.Select(card => card.Item1), Now);
            await db.SaveChangesAsync();
            return (owner, cards.ConvertAll(card => (card.Item1.Id, card.Audience)));
        });

        foreach (var asker in askers)
        {
            var permitted = await house.InStoreAsync(db => db.PermittedCards(asker, Now).Where(card => card.OwnerId == owner).Select(card => card.Card.Id).ToListAsync());

            Assert.All(cards, one => Assert.True(one.Audience.Includes(asker) == permitted.Contains(one.Id), $"{one.Audience} for {asker}"));
        }
    }

    /// <summary>People in every place of the tree and in none, against every kind of audience.</summary>
    private static (List<Asker> Askers, List<Audience> Audiences) Grid(Scene scene)
    {
        List<Asker> askers = [scene.Beside, scene.InTeamBelow, scene.InTeamAbove, new Asker(scene.Beside.PersonId, []), new Asker(Id<Person>.New(), [Id<Team>.New()])];
        var people = askers.Select(asker => asker.PersonId).Distinct().ToList();
        List<Audience> audiences =
        [
            Audience.Private(), Audience.Organisation(),
            Audience.ForTeam(scene.Above), Audience.ForTeam(scene.Team), Audience.ForTeam(scene.Below), Audience.ForTeam(Id<Team>.New()),
            .. people.Select(person => Audience.ForPeople([person]).Value),
            Audience.ForPeople(people).Value,
            Audience.ForPeople(people.Skip(1)).Value,
            Audience.ForPeople(Enumerable.Range(0, Audience.PeopleLimit).Select(_ => Id<Person>.New())).Value,
        ];
        return (askers, audiences);
    }

    private Id<Person> OwnerFor(SkillDistillDb db, Audience audience, bool publish = true)
    {
        var owner = Scene.Join(db, null, Now).Id;
        var stream = ConsentStream.Of(owner);
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues })
        {
            stream.Give(owner, purpose, Scene.Terms(audience, Now.AddMonths(12)), Now);
        }

        db.ConsentStreams.Add(stream);
        if (publish)
        {
            Scene.Publish(db, owner, [Scene.Accepted(db, owner, Audience.Organisation(), Now)], Now);
        }

        return owner;
    }
}
