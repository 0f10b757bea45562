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
    /// <returns>The person, why not, or null where there is no such person or team.</returns>
    public async Task<Outcome<Person>?> DescribeAsync(Id<Person> id, PersonForm form, CancellationToken cancellationToken) =>
        form.TeamId is null || await db.Teams.AnyAsync(team => team.Id == form.TeamId, cancellationToken)
            ? await ChangeAsync(id, person => Describe(person, form), null, cancellationToken)
            : null;

    /// <summary>What they leave with the role goes over in the same transaction, before their consents end.</summary>
    public Task<Outcome<Person>?> DeactivateAsync(Id<Person> id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        person => Leave(person, clock.GetUtcNow()),
        stream => stream.Leave(clock.GetUtcNow()),
        cancellationToken,
        async () =>
        {
            await db.HandOverAsync(db.HandoverOf(id), clock.GetUtcNow(), cancellationToken);
            await db.StepBackAsync(id, clock.GetUtcNow(), cancellationToken);
        });

    public Task<Outcome<Person>?> ReturnAsync(Id<Person> id, CancellationToken cancellationToken) => ChangeAsync(id, Return, null, cancellationToken);

    /// <summary>Somebody who left asks that nothing of theirs goes on. It can only end.</summary>
    public Task<Outcome<Person>?> EndAsync(Id<Person> id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        person => person,
        stream =>
        {
            stream.Terminate(Purpose.ContinueAfterLeaving, clock.GetUtcNow());
            stream.Leave(clock.GetUtcNow());
        },
        cancellationToken);

    private static Outcome<Person> Describe(Person person, PersonForm form)
    {
        if (form.Seen != PersonForm.Of(person).Seen)
        {
            return new ChangedMeanwhile();
        }

        person.MoveTo(form.TeamId);
        person.TakeDuties(form.IsAdmin, form.IsAuditor);
        return person.Describe(form.Name ?? "", form.JobTitle ?? "");
    }

    private static Outcome<Person> Leave(Person person, DateTimeOffset now)
    {
        person.Deactivate(now);
        return person;
    }

    private static Outcome<Person> Return(Person person)
    {
        person.Return();
        return person;
    }

    private async Task<Outcome<Person>?> ChangeAsync(Id<Person> id, Func<Person, Outcome<Person>> change, Action<ConsentStream>? end, CancellationToken cancellationToken, Func<Task>? before = null)
    {
        try
        {
            // Serializable: two admins who take each other's duty at once must not both succeed.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            if (await db.People.FirstOrDefaultAsync(known => known.Id == id, cancellationToken) is not { } person)
            {
                return null;
            }

            var outcome = change(person);
            if (outcome.Refusal is null && !(person is { IsAdmin: true, DeactivatedAt: null } || await AnotherAdminAsync(id, cancellationToken)))
            {
                outcome = new LastAdmin();
            }

            if (outcome.Refusal is null)
            {
                await (before?.Invoke() ?? Task.CompletedTask);
                await db.SaveChangesAsync(cancellationToken);
                await EndConsentsAsync(id, end, cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        catch (Exception broken) when (broken is DbUpdateException or DbException { SqlState: "40001" })
        {
            return new ChangedMeanwhile();
        }
    }

    /// <summary>In the same transaction: nobody is gone while their agent still answers.</summary>
    private async Task EndConsentsAsync(Id<Person> id, Action<ConsentStream>? end, CancellationToken cancellationToken)
    {
        if (end is null || !await db.ConsentStreams.AnyAsync(stream => stream.SubjectId == id, cancellationToken))
        {
            return;
        }

        await ledger.DecideAsync(
            id,
            stream =>
            {
                end(stream);
                return null;
            },
            cancellationToken);
    }

    private Task<bool> AnotherAdminAsync(Id<Person> id, CancellationToken cancellationToken) =>
        db.People.AnyAsync(other => other.Id != id && other.IsAdmin && other.DeactivatedAt == null, cancellationToken);
}
