using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>What the owner says of an answer of their agent's to a holdout question decides whether later versions are tried on it.</summary>
internal sealed class AcceptAnswer(SkillDistillDb db, ReplayVersion replay, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The owner's cases by the holdout answer that they are about.</summary>
    public Task<Dictionary<Id<InterviewAnswer>, ReplayCase>> CasesAsync(CancellationToken cancellationToken) => Own().AsNoTracking().Where(known => known.AnswerId != null).ToDictionaryAsync(known => known.AnswerId!.Value, cancellationToken);

    /// <summary>
    /// Later versions are held to what this version answers. Where the owner accepted another version's answer before, this one takes its place.
    /// </summary>
    public async Task AcceptAsync(AgentVersion version, InterviewAnswer holdout, CancellationToken cancellationToken)
    {
        var answer = await replay.AskAsync(version, me.Id, holdout, cancellationToken);
        var known = await Own().FirstOrDefaultAsync(known => known.AnswerId == holdout.Id, cancellationToken) ?? db.ReplayCases.Add(ReplayCase.Of(version.AgentId, holdout.Id)).Entity;
        known.Accept(version.Number, answer, ReplayVersion.WordsOf(holdout), clock.GetUtcNow());
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            // Pressed twice: it is a case. Or the answer was erased meanwhile, and there is nothing to be held to.
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>The owner would say it otherwise. That is about this version's answer; what they accepted of an earlier one still holds, or a version that got worse could be talked out of failing.</summary>
    public Task TakeBackAsync(AgentVersion version, InterviewAnswer holdout, CancellationToken cancellationToken) =>
        Own().Where(known => known.AnswerId == holdout.Id && known.AcceptedIn == version.Number).ExecuteDeleteAsync(cancellationToken);

    /// <summary>No version is tried on it any more.</summary>
    public Task DropAsync(InterviewAnswer holdout, CancellationToken cancellationToken) => Own().Where(known => known.AnswerId == holdout.Id).ExecuteDeleteAsync(cancellationToken);

    private IQueryable<ReplayCase> Own() => db.ReplayCases.Where(known => db.Agents.Any(agent => agent.Id == known.AgentId && agent.OwnerId == me.Id));
}
