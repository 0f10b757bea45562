using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>Puts a version of the owner's agent forward, or takes the agent away. Whom it then answers is their consent's word.</summary>
internal sealed class PublishAgent(SkillDistillDb db, TimeProvider clock)
{
    /// <returns>Null when the owner has no such version.</returns>
    public async Task<Outcome<Agent>?> PublishAsync(Id<Person> owner, int number, CancellationToken cancellationToken)
    {
        var agent = await db.Agents.FirstOrDefaultAsync(known => known.OwnerId == owner, cancellationToken);
        var version = agent is null ? null : await db.AgentVersions.Include(known => known.Cards)
            .FirstOrDefaultAsync(known => known.AgentId == agent.Id && known.Number == number, cancellationToken);
        if (agent is null || version is null)
        {
            return null;
        }

        if (agent.PublishedVersionId == version.Id)
        {
            return agent;
        }

        if (await db.AgentVersions.AnyAsync(published => published.Id == agent.PublishedVersionId && published.Number > number, cancellationToken))
        {
            return new OlderThanPublished();
        }

        var now = clock.GetUtcNow();
        if ((await OwnConsents.LoadAsync(db, owner, now, cancellationToken)).MissingFor(Purpose.DistilAgent).Count > 0)
        {
            return new DistillingNotAgreed();
        }

        return agent.Publish(version, now).Refused(out var refusal) ? refusal : await SaveAsync(agent, cancellationToken);
    }

    /// <summary>Takes the agent down. Taking down what is not up changes nothing.</summary>
    public Task<Outcome<Agent>?> TakeDownAsync(Id<Person> owner, CancellationToken cancellationToken) => ChangeAsync(owner, agent => agent.TakeDown(), cancellationToken);

    /// <summary>Sets the one sentence that colleagues read beside the agent.</summary>
    public Task<Outcome<Agent>?> IntroduceAsync(Id<Person> owner, string headline, CancellationToken cancellationToken) =>
        ChangeAsync(owner, agent => agent.Introduce(headline), cancellationToken);

    private async Task<Outcome<Agent>?> ChangeAsync(Id<Person> owner, Action<Agent> change, CancellationToken cancellationToken)
    {
        if (await db.Agents.FirstOrDefaultAsync(known => known.OwnerId == owner, cancellationToken) is not { } agent)
        {
            return null;
        }

        change(agent);
        return await SaveAsync(agent, cancellationToken);
    }

    private async Task<Outcome<Agent>> SaveAsync(Agent agent, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return agent;
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            db.ChangeTracker.Clear();
            return new AgentChangedMeanwhile();
        }
    }
}

/// <summary>Going back is a new version, so that the list tells what answered when.</summary>
internal sealed record OlderThanPublished : Refusal;
