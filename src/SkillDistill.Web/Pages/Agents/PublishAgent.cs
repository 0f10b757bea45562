using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Erasures;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// Puts a version of the owner's agent forward, or takes the agent away. Whom it then answers is their consent's word. No version goes out untried: what it is held to may
/// have changed since it was last tried, so it is tried in the same moment.
/// </summary>
internal sealed class PublishAgent(SkillDistillDb db, ReplayVersion replay, TimeProvider clock)
{
    /// <param name="waiver">Why it may go out although it fails cases; null where the owner gave no reason.</param>
    /// <returns>Null when the owner has no such version.</returns>
    public Task<Outcome<Agent>?> PublishAsync(Id<Person> owner, int number, GivenWaiver? waiver, CancellationToken cancellationToken) =>
        WithCandidateAsync(owner, number, async (agent, version, now) =>
        {
            var tried = await replay.RunAsync(version, owner, cancellationToken);
            return waiver is not null && tried?.Waive(waiver.Reason, waiver.Seen, now).Refusal is { } refusal ? refusal : agent.Publish(version, now, tried).Refusal;
        }, cancellationToken);

    /// <summary>Tries a version that could be published, and publishes nothing.</summary>
    public Task<Outcome<Agent>?> TryAsync(Id<Person> owner, int number, CancellationToken cancellationToken) =>
        WithCandidateAsync(owner, number, async (_, version, _) =>
        {
            if (version.Instructions.Length == 0)
            {
                return new PromptForgotten(version.Number);
            }

            await replay.RunAsync(version, owner, cancellationToken);
            return null;
        }, cancellationToken);

    /// <summary>Takes the agent down. Taking down what is not up changes nothing.</summary>
    public Task<Outcome<Agent>?> TakeDownAsync(Id<Person> owner, CancellationToken cancellationToken) => ChangeAsync(owner, agent => agent.TakeDown(), cancellationToken);

    /// <summary>Sets the one sentence that colleagues read beside the agent.</summary>
    public Task<Outcome<Agent>?> IntroduceAsync(Id<Person> owner, string headline, CancellationToken cancellationToken) =>
        ChangeAsync(owner, agent => agent.Introduce(headline), cancellationToken);

    /// <summary>
    /// For a version that may be published now. The owner's words are held meanwhile: of two presses the second finds what the first did, and nothing is erased between trying
    /// and publishing. What the trying came to is kept even where publishing is refused.
    /// </summary>
    private async Task<Outcome<Agent>?> WithCandidateAsync(Id<Person> owner, int number, Func<Agent, AgentVersion, DateTimeOffset, Task<Refusal?>> decide, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockWordsOfAsync(owner, cancellationToken);
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

        var refusal = await decide(agent, version, now);
        if ((await SaveAsync(agent, cancellationToken)).Refused(out var collided))
        {
            return collided;
        }

        await transaction.CommitAsync(cancellationToken);
        return refusal is null ? agent : refusal;
    }

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

/// <param name="Reason">As it was typed.</param>
/// <param name="Seen">The failing cases that stood above it.</param>
internal sealed record GivenWaiver(string Reason, IReadOnlyCollection<Id<ReplayCase>> Seen);

/// <summary>Going back is a new version, so that the list tells what answered when.</summary>
internal sealed record OlderThanPublished : Refusal;
