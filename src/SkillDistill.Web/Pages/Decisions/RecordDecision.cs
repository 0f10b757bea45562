using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>Records what a manager takes the work of a team to be, with the evidence of this moment, and tells the people of the team and those below.</summary>
internal sealed class RecordDecision(SkillDistillDb db, ReadEvidence evidence, CurrentPerson me, TimeProvider clock)
{
    /// <param name="team">One that the signed-in person manages.</param>
    /// <param name="after">The number of the decision that was the last one when the page was shown; 0 where there was none.</param>
    public async Task<Outcome<Decision>> RecordAsync(Id<Team> team, DecisionKind? kind, string? text, int after, CancellationToken cancellationToken)
    {
        var last = await LastAsync(team, cancellationToken);
        if ((last?.Number ?? 0) != after)
        {
            return OwnOr(last);
        }

        var seen = await evidence.ReadAsync(team, cancellationToken);
        var decided = Decision.Record(team, after + 1, me.Id, kind, text, seen.Quarter, seen.Shares, seen.Targets, clock.GetUtcNow());
        if (decided.Refused(out _))
        {
            return decided;
        }

        db.Decisions.Add(decided.Value);
        db.Notifications.AddRange((await ConcernedAsync(team, cancellationToken)).Select(person => Notification.Decided(decided.Value, person)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return decided;
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            // Perhaps by the same person: whoever presses twice decides once.
            db.ChangeTracker.Clear();
            return OwnOr(await LastAsync(team, cancellationToken));
        }

        Outcome<Decision> OwnOr(Decision? there) => there?.Number == after + 1 && there.Says(me.Id, kind, text) ? there : new DecidedMeanwhile();
    }

    private Task<Decision?> LastAsync(Id<Team> team, CancellationToken cancellationToken) =>
        db.Decisions.AsNoTracking().Where(decision => decision.TeamId == team).OrderByDescending(decision => decision.Number).FirstOrDefaultAsync(cancellationToken);

    /// <summary>Everybody of the team and those below, whatever they agreed to: it is about their work.</summary>
    private Task<List<Id<Person>>> ConcernedAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        var branch = me.Teams.Branch(team).ToList();
        return db.People.Where(person => person.DeactivatedAt == null && person.TeamId != null && branch.Contains(person.TeamId!.Value) && person.Id != me.Id).Select(person => person.Id).ToListAsync(cancellationToken);
    }
}

/// <summary>Another manager of the team recorded something in the meantime, which whoever records now should have read.</summary>
internal sealed record DecidedMeanwhile : Refusal;
