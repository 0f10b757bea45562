using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Handovers;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Changes a person's place and duties, or takes them out and back in. The organisation never loses its last active admin.</summary>
internal sealed class ChangePerson(SkillDistillDb db, ConsentLedger ledger, TimeProvider clock)
{
    /// <summary>How many leave in one step: as many as a query may name without becoming slow.</summary>
    private const int AtOnce = 500;

    /// <returns>The person, why not, or null where there is no such person or team.</returns>
    public async Task<Outcome<Person>?> DescribeAsync(Id<Person> id, PersonForm form, CancellationToken cancellationToken) =>
        form.TeamId is null || await db.Teams.AnyAsync(team => team.Id == form.TeamId, cancellationToken)
            ? await ChangeAsync(id, async person => Describe(person, form) ?? await SaveAsync(cancellationToken), cancellationToken)
            : null;

    public Task<Outcome<Person>?> DeactivateAsync(Id<Person> id, CancellationToken cancellationToken) => ChangeAsync(id, _ => LeaveAsync([id], cancellationToken), cancellationToken);

    public Task<Outcome<Person>?> ReturnAsync(Id<Person> id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async person =>
        {
            person.Return();
            return await SaveAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Somebody who left asks that nothing of theirs goes on. It can only end.</summary>
    public Task<Outcome<Person>?> EndAsync(Id<Person> id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async _ =>
        {
            await EndConsentsAsync(
                [id],
                stream =>
                {
                    stream.Terminate(Purpose.ContinueAfterLeaving, clock.GetUtcNow());
                    stream.Leave(clock.GetUtcNow());
                },
                cancellationToken);
            return null;
        },
        cancellationToken);

    /// <summary>
    /// All of these leave, in a transaction of the caller's, who gives it up where this refuses. What they leave with the role goes over before their consents end; nobody is gone while their agent still
    /// answers.
    /// </summary>
    public async Task<Refusal?> LeaveAsync(IReadOnlyCollection<Id<Person>> leavers, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();

        // First of all, so that nothing goes over to somebody who leaves at the same moment.
        foreach (var some in leavers.Chunk(AtOnce))
        {
            await db.StepBackAsync(some, now, cancellationToken);
            await db.SaveChangesAsync(cancellationToken);
        }

        foreach (var some in leavers.Chunk(AtOnce))
        {
            await db.HandOverAsync(db.HandoversOf(some), now, cancellationToken);
            (await db.People.Where(person => some.Contains(person.Id)).ToListAsync(cancellationToken)).ForEach(person => person.Deactivate(now));
            if (await SaveAsync(cancellationToken) is { } refusal)
            {
                return refusal;
            }

            await EndConsentsAsync(some, stream => stream.Leave(now), cancellationToken);
        }

        return null;
    }

    private static Refusal? Describe(Person person, PersonForm form)
    {
        if (form.Seen != PersonForm.Of(person).Seen)
        {
            return new ChangedMeanwhile();
        }

        person.MoveTo(form.TeamId);
        person.TakeDuties(form.IsAdmin, form.IsAuditor);
        return person.Describe(form.Name ?? "", form.JobTitle ?? "").Refusal;
    }

    /// <param name="change">Changes and saves; or says why not, and then nothing of it stays.</param>
    private async Task<Outcome<Person>?> ChangeAsync(Id<Person> id, Func<Person, Task<Refusal?>> change, CancellationToken cancellationToken)
    {
        try
        {
            // Serializable: two admins who take each other's duty at once must not both succeed.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            if (await db.People.FirstOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } person)
            {
                return null;
            }

            if (await change(person) is { } refusal)
            {
                return refusal;
            }

            await transaction.CommitAsync(cancellationToken);
            return person;
        }
        catch (Exception broken) when (broken is DbUpdateException or DbException { SqlState: "40001" })
        {
            return new ChangedMeanwhile();
        }
    }

    private async Task<LastAdmin?> SaveAsync(CancellationToken cancellationToken)
    {
        await db.SaveChangesAsync(cancellationToken);
        return await db.People.AnyAsync(person => person.IsAdmin && person.DeactivatedAt == null, cancellationToken) ? null : new LastAdmin();
    }

    private async Task EndConsentsAsync(IReadOnlyCollection<Id<Person>> people, Action<ConsentStream> end, CancellationToken cancellationToken)
    {
        var deciding = await db.ConsentStreams.Where(stream => stream.SubjectId != null && people.Contains(stream.SubjectId.Value)).Select(stream => stream.SubjectId!.Value).ToListAsync(cancellationToken);
        foreach (var person in deciding)
        {
            await ledger.DecideAsync(
                person,
                stream =>
                {
                    end(stream);
                    return null;
                },
                cancellationToken);
        }
    }
}
