using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Erasures;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Accepted cards on skills, and colleagues who disagreed with them, put into the store as their pages would.</summary>
internal static class CardsOnSkills
{
    public static Task<Id<Skill>> SkillAsync(this House house, string key) => house.InStoreAsync(db => db.Skills.Where(skill => skill.Key == key).Select(skill => skill.Id).SingleAsync());

    public static Task<List<Id<Skill>>> SkillsAsync(this House house) => house.InStoreAsync(db => db.Skills.OrderBy(skill => skill.Key).Select(skill => skill.Id).ToListAsync());

    /// <summary>A card that was last confirmed then.</summary>
    public static Task<Id<Card>> WritesAsync(this House house, string key, Audience audience, DateTimeOffset confirmed, params Id<Skill>[] skills) => house.InStoreAsync(async db =>
    {
        var owner = await db.People.SingleAsync(person => person.Email == $"{key}@lindenau.example");
        var card = Written(owner.Id, audience, confirmed, skills);
        db.Cards.Add(card);
        await db.SaveChangesAsync();
        return card.Id;
    });

    /// <summary>A colleague disagreed with an answer that cited the card.</summary>
    public static Task DisagreedAsync(this House house, Id<Card> id, DateTimeOffset at) => house.InStoreAsync(async db =>
    {
        var card = await db.Cards.AsSplitQuery().Include(card => card.Revisions).SingleAsync(card => card.Id == id);
        var asker = await db.People.SingleAsync(person => person.Email == "tunde@lindenau.example");
        if (!await db.Agents.AnyAsync(agent => agent.OwnerId == card.OwnerId))
        {
            await Canaries.PublishAsync(db, card.OwnerId, [card], "", at);
            await db.SaveChangesAsync();
        }

        var agent = await db.Agents.SingleAsync(agent => agent.OwnerId == card.OwnerId);
        var conversation = Conversation.Start(asker.Id, agent.Id, isTrial: false, at);
        var turn = conversation.Ask("What is known?", agent.PublishedVersionId!.Value, at).Value;
        turn.Complete(new Answer("Know it. [1]", [new CitedQuote(1, id, card.CurrentRevisionId, CardField.Action, "Know it.")], Verdict.DocumentedProcess, VerdictReason.InDateProcess, "BuiltIn"), 3, at);
        db.Conversations.Add(conversation);
        db.Disagreements.Add(Disagreement.Send(turn, asker.Id, card.OwnerId, new DisagreementWords("", "Something else.", "It failed twice.", IsNamed: false), namesOnly: false, at).Value);
        return await db.SaveChangesAsync();
    });

    /// <summary>People who declare level 4 of a skill and agreed to nothing yet.</summary>
    public static Task<List<string>> JoinAsync(this House house, string teamName, int count, Id<Skill> skill) => house.InStoreAsync(async db =>
    {
        var keys = Enumerable.Range(0, count).Select(_ => $"joined{Guid.NewGuid():N}").ToList();
        var team = await db.Teams.Where(team => team.Name == teamName).Select(team => team.Id).SingleAsync();
        foreach (var key in keys)
        {
            var person = Person.Join($"Quiet {key[^4..]}", $"{key}@lindenau.example", "", team, house.Clock.GetUtcNow()).Value;
            db.People.Add(person);
            db.Proficiencies.Add(Proficiency.Declare(person.Id, skill, 4, house.Clock.GetUtcNow()).Value);
        }

        await db.SaveChangesAsync();
        return keys;
    });

    private static Card Written(Id<Person> owner, Audience audience, DateTimeOffset confirmed, Id<Skill>[] skills)
    {
        var card = Card.Draft(owner, new CardText { Kind = CardKind.Fact, Title = "A fact", Action = "Know it." }, null, confirmed).Value;
        Assert.Null(card.Tag(skills).Refusal);
        card.ShareWith(audience);
        Assert.Null(card.Accept(card.Revisions[0].Text, confirmed).Refusal);
        return card;
    }
}
