using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Invitations;

/// <summary>
/// A manager invites people of their teams. What it reads and tells is the same for everybody who is here, whatever they answered, agreed to or have kept: only when this
/// manager last invited them.
/// </summary>
internal sealed class InviteToInterview(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>By team as the tree has them, and by name in each.</summary>
    public async Task<IReadOnlyList<Invitable>> PeopleAsync(CancellationToken cancellationToken)
    {
        var teams = me.ManagedTeams.ToList();
        var people = await db.People.AsNoTracking().Where(person => person.DeactivatedAt == null && person.Id != me.Id && person.TeamId != null && teams.Contains(person.TeamId.Value))
            .OrderBy(person => person.Name).ThenBy(person => person.Id)
            .Select(person => new { person.Id, person.Name, person.JobTitle, TeamId = person.TeamId!.Value }).ToListAsync(cancellationToken);
        var sent = await db.Invitations.AsNoTracking().Where(invitation => invitation.FromId == me.Id).GroupBy(invitation => invitation.ToId)
            .Select(invitations => new { invitations.Key, Last = invitations.Max(invitation => invitation.SentAt) }).ToDictionaryAsync(last => last.Key, last => last.Last, cancellationToken);
        var names = await db.Teams.AsNoTracking().Where(team => teams.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name, cancellationToken);
        return [.. people.OrderBy(person => teams.IndexOf(person.TeamId)).Select(person => new Invitable(person.Id, person.Name, person.JobTitle, person.TeamId, names[person.TeamId], sent.TryGetValue(person.Id, out var last) ? last : null))];
    }

    /// <summary>All of them or none.</summary>
    /// <returns>How many were invited.</returns>
    public async Task<Outcome<Invited>> SendAsync(IReadOnlyCollection<Id<Person>> chosen, string? note, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"invitations:{me.Id}", cancellationToken);
        var people = (await PeopleAsync(cancellationToken)).Where(person => chosen.Contains(person.Id)).ToList();
        if (people.Count == 0)
        {
            return new NobodyChosen();
        }

        foreach (var person in people)
        {
            var sent = Invitation.Send(me.Id, person.Id, note, person.LastInvited, clock.GetUtcNow());
            if (sent.Refused(out var refusal))
            {
                return refusal;
            }

            db.Invitations.Add(sent.Value);
            db.Notifications.Add(Notification.Sent(sent.Value));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return new Invited(people.Count);
    }
}

internal sealed record Invitable(Id<Person> Id, string Name, string JobTitle, Id<Team> TeamId, string TeamName, DateTimeOffset? LastInvited)
{
    public bool IsFoundBy(string words) => $"{Name}\n{JobTitle}\n{TeamName}".Contains(words, StringComparison.CurrentCultureIgnoreCase);

    public bool MayBeInvited(DateTimeOffset now) => LastInvited is not { } last || last + Invitation.NotBefore <= now;
}

internal sealed record Invited(int Count);

internal sealed record NobodyChosen : Refusal
{
    public override string? Field => "People";
}
