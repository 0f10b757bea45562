using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Consent;

/// <summary>
/// One owner with a published agent of one card for a team, and three askers: beside them in that team, in a team below it, and in the one above.
/// Everything that answering needs is agreed to for twelve months; each test takes one thing away.
/// </summary>
internal sealed class Scene(House house, DateTimeOffset now)
{
    private Id<Card> _card;

    public Id<Person> Owner { get; private set; }

    public Id<Team> Above { get; private set; }

    public Id<Team> Team { get; private set; }

    public Id<Team> Below { get; private set; }

    public Asker Beside { get; private set; } = null!;

    public Asker InTeamBelow { get; private set; } = null!;

    public Asker InTeamAbove { get; private set; } = null!;

    public static async Task<Scene> SetAsync(House house)
    {
        var scene = new Scene(house, house.Clock.GetUtcNow());
        await house.InStoreAsync(async db =>
        {
            scene.Build(db);
            return await db.SaveChangesAsync();
        });
        return scene;
    }

    public Task AgreeAsync(Purpose purpose, Audience audience, DateTimeOffset? endsAt = null) => InStreamAsync(stream =>
        stream.Give(Owner, purpose, Terms(audience, endsAt ?? now.AddMonths(12)), now));

    public Task WithdrawAsync(Purpose purpose) => InStreamAsync(stream => stream.Withdraw(Owner, purpose, now));

    public Task ChangeCardAsync(Action<Card> change) => house.InStoreAsync(async db =>
    {
        change(await db.Cards.FirstAsync(card => card.Id == _card));
        return await db.SaveChangesAsync();
    });

    public Task TakeDownAsync() => house.InStoreAsync(async db =>
    {
        (await db.Agents.FirstAsync(agent => agent.OwnerId == Owner)).TakeDown();
        return await db.SaveChangesAsync();
    });

    public Task LeaveAsync() => house.InStoreAsync(async db =>
    {
        (await db.People.FirstAsync(person => person.Id == Owner)).Deactivate(now);
        return await db.SaveChangesAsync();
    });

    /// <summary>Whether the asker is given the agent, and how many of its cards.</summary>
    public Task<(bool Agent, int Cards)> SeenByAsync(Asker asker, DateTimeOffset? at = null) => house.InStoreAsync(async db => (
        await db.PermittedAgents(asker, at ?? now).AnyAsync(agent => agent.OwnerId == Owner),
        await db.PermittedCards(asker, at ?? now).CountAsync(card => card.OwnerId == Owner)));

    /// <summary>Whether the asker can open again what an answer of theirs once cited.</summary>
    public Task<bool> OpensAgainAsync(Asker asker) => house.InStoreAsync(db => db.PermittedCitations(asker, now).AnyAsync(cited => cited.Card.OwnerId == Owner));

    /// <summary>The asker has once been given an answer that cites the card.</summary>
    public Task AnswerAsync(Asker asker) => house.InStoreAsync(async db =>
    {
        var agent = await db.Agents.FirstAsync(agent => agent.OwnerId == Owner);
        var revision = await db.CardRevisions.FirstAsync(revision => revision.CardId == _card);
        var conversation = Conversation.Start(asker.PersonId, agent.Id, isTrial: false, now);
        var turn = conversation.Ask("What is known?", agent.PublishedVersionId!.Value, now).Value;
        var quote = new CitedQuote(1, _card, revision.Id, CardField.Action, revision.Text.Action);
        turn.Complete(new Answer($"{quote.Quote} [1]", [quote], Verdict.DocumentedProcess, VerdictReason.InDateProcess, "BuiltIn"), 3, now);
        db.Conversations.Add(conversation);
        return await db.SaveChangesAsync();
    });

    public static Person Join(SkillDistillDb db, Id<Team>? team, DateTimeOffset now)
    {
        var person = Person.Join("Somebody", $"{Guid.NewGuid():N}@example.org", "", team, now).Value;
        db.People.Add(person);
        return person;
    }

    public static Card Accepted(SkillDistillDb db, Id<Person> owner, Audience audience, DateTimeOffset now)
    {
        var card = Card.Draft(owner, new CardText { Kind = CardKind.Fact, Title = "A fact", Action = "Know it." }, null, now).Value;
        card.Accept(card.Revisions[0].Text, now);
        card.ShareWith(audience);
        db.Cards.Add(card);
        return card;
    }

    public static void Publish(SkillDistillDb db, Id<Person> owner, IEnumerable<Card> cards, DateTimeOffset now)
    {
        var agent = Agent.Of(owner);
        var materials = cards.Select(card => new CardMaterial(card.Id, card.CurrentRevisionId, card.Revisions[0].Text, [], now, now.AddDays(90)));
        var version = agent.Distil(Composer.Compose("Somebody", [.. materials]), null, now);
        agent.Publish(version, now);
        db.Agents.Add(agent);
        db.AgentVersions.Add(version);
    }

    public static ConsentTerms Terms(Audience audience, DateTimeOffset endsAt) => new(audience, endsAt, Notice.ShippedVersion, Notice.Shipped("en").Digest, "en");

    private void Build(SkillDistillDb db)
    {
        var above = Domain.People.Team.Form("Above", null);
        var team = Domain.People.Team.Form("Team", above.Id);
        var below = Domain.People.Team.Form("Below", team.Id);
        db.Teams.AddRange(above, team, below);
        (Above, Team, Below) = (above.Id, team.Id, below.Id);
        Owner = Join(db, Team, now).Id;
        Beside = new Asker(Join(db, Team, now).Id, [Team, Above]);
        InTeamBelow = new Asker(Join(db, Below, now).Id, [Below, Team, Above]);
        InTeamAbove = new Asker(Join(db, Above, now).Id, [Above]);
        var card = Accepted(db, Owner, Audience.ForTeam(Team), now);
        _card = card.Id;
        Publish(db, Owner, [card], now);
        var stream = ConsentStream.Of(Owner);
        stream.Give(Owner, Purpose.HoldProfile, Terms(Audience.Private(), now.AddMonths(12)), now);
        stream.Give(Owner, Purpose.DistilAgent, Terms(Audience.Private(), now.AddMonths(12)), now);
        stream.Give(Owner, Purpose.AnswerColleagues, Terms(Audience.ForTeam(Team), now.AddMonths(12)), now);
        db.ConsentStreams.Add(stream);
    }

    private Task InStreamAsync(Func<ConsentStream, Outcome<Domain.Consent.Consent>> decide) => house.DecideAsync(Owner, stream => decide(stream).Refusal);
}
