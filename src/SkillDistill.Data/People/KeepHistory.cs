using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

/// <summary>
/// Writes the history of teams, and of people's places, duties and states, in the very save that changes them: whatever changes one, by a page, a sheet or another door, cannot forget it (decision 0035).
/// </summary>
public sealed class KeepHistory(Actor actor, TimeProvider clock) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Keep(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Keep(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private void Keep(DbContext? db)
    {
        var (by, now) = (actor.Id, clock.GetUtcNow());
        var changed = db?.ChangeTracker.Entries().Where(entry => entry is { State: EntityState.Added or EntityState.Modified, Entity: Person or Team }).ToList() ?? [];

        // A save that failed and is tried again finds the entries that it made for the first try.
        if (changed.Count > 0)
        {
            var before = db!.ChangeTracker.Entries<HistoryEntry>().Where(entry => entry.State == EntityState.Added).ToList();
            before.ForEach(entry => entry.State = EntityState.Detached);
            db.AddRange(changed.SelectMany(entry => entry.Entity is Team team ? Of(team, entry, by, now) : Of((Person)entry.Entity, entry, by, now)));
        }
    }

    private static IEnumerable<HistoryEntry> Of(Team team, EntityEntry entry, Id<Person>? by, DateTimeOffset now)
    {
        var isNew = entry.State == EntityState.Added;
        if (isNew)
        {
            yield return HistoryEntry.Formed(team, by, now);
        }
        else if (Before<string>(entry, nameof(Team.Name)) is { } name && name != team.Name)
        {
            yield return HistoryEntry.Renamed(team, name, by, now);
        }

        if (!isNew && Before<Id<Team>?>(entry, nameof(Team.ParentId)) is var place && place != team.ParentId)
        {
            yield return HistoryEntry.Moved(team, place, by, now);
        }

        if (!isNew && team.RemovedAt is not null && Before<DateTimeOffset?>(entry, nameof(Team.RemovedAt)) is null)
        {
            yield return HistoryEntry.Removed(team, by, now);
        }

        var manager = isNew ? null : Before<Id<Person>?>(entry, nameof(Team.ManagerId));
        if (manager != team.ManagerId && manager is { } released)
        {
            yield return HistoryEntry.Released(team.Id, released, by, now);
        }

        if (manager != team.ManagerId && team.ManagerId is { } appointed)
        {
            yield return HistoryEntry.Appointed(team.Id, appointed, by, now);
        }
    }

    private static IEnumerable<HistoryEntry> Of(Person person, EntityEntry entry, Id<Person>? by, DateTimeOffset now)
    {
        var isNew = entry.State == EntityState.Added;
        if (isNew)
        {
            yield return HistoryEntry.Joined(person, by, now);
        }
        else if (Before<Id<Team>?>(entry, nameof(Person.TeamId)) is var team && team != person.TeamId)
        {
            yield return HistoryEntry.Moved(person, team, by, now);
        }

        var (wasAdmin, wasAuditor) = isNew ? (false, false) : (Before<bool>(entry, nameof(Person.IsAdmin)), Before<bool>(entry, nameof(Person.IsAuditor)));
        if (wasAdmin != person.IsAdmin)
        {
            yield return HistoryEntry.About(person.Id, person.IsAdmin ? HistoryKind.AdminTaken : HistoryKind.AdminLaidDown, by, now);
        }

        if (wasAuditor != person.IsAuditor)
        {
            yield return HistoryEntry.About(person.Id, person.IsAuditor ? HistoryKind.AuditorTaken : HistoryKind.AuditorLaidDown, by, now);
        }

        var wasAway = !isNew && Before<DateTimeOffset?>(entry, nameof(Person.DeactivatedAt)) is not null;
        if (wasAway != person.DeactivatedAt is not null)
        {
            yield return HistoryEntry.About(person.Id, person.DeactivatedAt is null ? HistoryKind.PersonReturned : HistoryKind.PersonDeactivated, by, now);
        }
    }

    private static T Before<T>(EntityEntry entry, string property) => entry.OriginalValues.GetValue<T>(property);
}
