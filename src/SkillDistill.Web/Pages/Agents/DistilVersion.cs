using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Data.Stores;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.Deployment;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>Keeps a new version of the owner's agent, from their cards as they stand or from the words an earlier version had pinned.</summary>
internal sealed class DistilVersion(SkillDistillDb db, DeploymentGate gate, EncodeCards encode, TimeProvider clock)
{
    public async Task<DistilPlan> PlanAsync(
        Person owner, OwnConsents consents, IReadOnlyDictionary<Id<Card>, OwnCardRow> cards, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var withVoice = consents.InForce(Purpose.ImitateVoice);
        var judged = cards.Values.Select(card => (Card: card, Why: card.WhyLeftOut(withVoice, now))).ToList();
        var pinned = judged.Where(card => card.Why is null).Select(card => card.Card.RevisionId).ToList();
        var composition = await ComposeAsync(owner, pinned, withVoice, cancellationToken);
        var newest = await db.AgentVersions.AsNoTracking().Include(version => version.Cards)
            .Where(version => db.Agents.Any(agent => agent.Id == version.AgentId && agent.OwnerId == owner.Id))
            .OrderByDescending(version => version.Number)
            .FirstOrDefaultAsync(cancellationToken);
        return new DistilPlan(
            composition,
            [.. judged.Where(card => card.Why is not null and not LeftOut.SetAside).Select(card => (card.Card, card.Why!.Value)).OrderBy(card => card.Item2).ThenBy(card => card.Card.Title)],
            newest);
    }

    public async Task<Outcome<AgentVersion>> DistilAsync(Person owner, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var consents = await OwnConsents.LoadAsync(db, owner.Id, now, cancellationToken);
        var plan = await PlanAsync(owner, consents, await OwnCardRow.LoadAsync(db, owner.Id, cancellationToken), now, cancellationToken);
        return await KeepAsync(owner, consents, plan.Composition, plan.Newest, null, now, cancellationToken);
    }

    /// <summary>The same words as an earlier version, as a new one; but a card that today would be left out is not brought back.</summary>
    /// <returns>Null when the owner has no such version.</returns>
    public async Task<Outcome<AgentVersion>?> RollBackAsync(Person owner, int number, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var versions = db.AgentVersions.AsNoTracking().Include(version => version.Cards)
            .Where(version => db.Agents.Any(agent => agent.Id == version.AgentId && agent.OwnerId == owner.Id));
        if (await versions.FirstOrDefaultAsync(version => version.Number == number, cancellationToken) is not { } earlier)
        {
            return null;
        }

        var consents = await OwnConsents.LoadAsync(db, owner.Id, now, cancellationToken);
        var cards = await OwnCardRow.LoadAsync(db, owner.Id, cancellationToken);
        var withVoice = consents.InForce(Purpose.ImitateVoice);
        var pinned = earlier.Cards.Where(pin => cards.TryGetValue(pin.CardId, out var card) && card.WhyLeftOut(withVoice, now) is null).Select(pin => pin.RevisionId).ToList();
        var composition = await ComposeAsync(owner, pinned, withVoice, cancellationToken);
        var newest = await versions.OrderByDescending(version => version.Number).FirstAsync(cancellationToken);
        return await KeepAsync(owner, consents, composition, newest, earlier, now, cancellationToken);
    }

    private async Task<Outcome<AgentVersion>> KeepAsync(
        Person owner, OwnConsents consents, Composition composition, AgentVersion? newest, AgentVersion? rolledBackTo, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await gate.IsOpenAsync(cancellationToken))
        {
            return new WorkforceNotInformed();
        }

        if (consents.MissingFor(Purpose.DistilAgent).Count > 0)
        {
            return new DistillingNotAgreed();
        }

        if (composition.Cards.Count == 0)
        {
            return new NothingToDistil();
        }

        if (DistilPlan.IsSame(newest, composition))
        {
            return new SameAsNewestVersion(newest!.Number);
        }

        var agent = await db.Agents.FirstOrDefaultAsync(known => known.OwnerId == owner.Id, cancellationToken);
        if (agent is null)
        {
            agent = Agent.Of(owner.Id);
            db.Agents.Add(agent);
        }

        // Another press made a version after this one had compared itself with the newest.
        if (agent.VersionCount != (newest?.Number ?? 0))
        {
            return new AgentChangedMeanwhile();
        }

        var version = agent.Distil(composition, rolledBackTo, now);
        db.AgentVersions.Add(version);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            db.ChangeTracker.Clear();
            return new AgentChangedMeanwhile();
        }

        await encode.OfVersionAsync(version.Id, EncodeCards.AtOnce, cancellationToken);
        return version;
    }

    private async Task<Composition> ComposeAsync(Person owner, List<Id<CardRevision>> revisions, bool withVoice, CancellationToken cancellationToken) =>
        Composer.Compose(owner.Name, await db.OwnMaterialsAsync(Own(owner.Id).Where(own => revisions.Contains(own.Revision.Id)), cancellationToken), withVoice);

    private IQueryable<OwnCard> Own(Id<Person> owner) =>
        from card in db.Cards
        join revision in db.CardRevisions on card.Id equals revision.CardId
        where card.OwnerId == owner
        select new OwnCard { Card = card, Revision = revision };
}

internal sealed record DistillingNotAgreed : Refusal;

internal sealed record NothingToDistil : Refusal;

internal sealed record SameAsNewestVersion(int Number) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Number];
}

internal sealed record AgentChangedMeanwhile : Refusal;
