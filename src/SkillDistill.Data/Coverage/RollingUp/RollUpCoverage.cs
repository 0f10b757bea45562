using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>
/// Brings the kept cells of coverage in line with what changed, from the leaves of the tree up, and goes no further up than anything differs. One at a time, in one transaction with the notes that it takes away: what changes meanwhile
/// has left a note of its own, and what is stopped was never begun.
/// </summary>
public sealed class RollUpCoverage(SkillDistillDb db)
{
    // So that a company need not be in memory at once.
    private const int TeamsTogether = 100;

    /// <summary>Whether anything is due that was not reckoned yet.</summary>
    public Task<bool> IsDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Due(now).AnyAsync(cancellationToken);

    /// <summary>Reckons what is due.</summary>
    /// <returns>How many cells differed.</returns>
    public Task<int> RunAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, everything: false, cancellationToken);

    /// <summary>Reckons everything anew beside what is kept, and puts it right.</summary>
    /// <returns>How many cells differed.</returns>
    public Task<int> AnewAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, everything: true, cancellationToken);

    private async Task<int> RunAsync(DateTimeOffset now, bool everything, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(nameof(RollUpCoverage), cancellationToken);
        var notes = await Due(now).ToListAsync(cancellationToken);
        var tree = new TeamTree(await db.Teams.AsNoTracking().ToListAsync(cancellationToken));
        var due = await TeamsOfAsync(notes, tree, everything, cancellationToken);
        var differed = 0;
        while (due.Any)
        {
            foreach (var teams in due.TakeDeepest().Chunk(TeamsTogether))
            {
                var someSkills = teams.ToLookup(team => team.Skills is null);
                differed += await new RollUpTeams(db, tree, now).RunAsync([.. someSkills[true]], due, cancellationToken);
                differed += await new RollUpTeams(db, tree, now).RunAsync([.. someSkills[false]], due, cancellationToken);
            }
        }

        await ForgetAsync(notes, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return differed;
    }

    private IQueryable<CoverageDue> Due(DateTimeOffset now)
    {
        var today = CoverageLook.DayOf(now);
        return db.CoverageDue.AsNoTracking().Where(due => (due.DueAt == null || due.DueAt <= now) && (due.DueOn == null || due.DueOn <= today));
    }

    private async Task ForgetAsync(List<CoverageDue> notes, CancellationToken cancellationToken)
    {
        foreach (var some in notes.Select(note => note.Id).Chunk(1000))
        {
            await db.CoverageDue.Where(due => some.Contains(due.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task<DueTeams> TeamsOfAsync(List<CoverageDue> notes, TeamTree tree, bool everything, CancellationToken cancellationToken)
    {
        var due = new DueTeams(tree);
        if (everything || notes.Exists(note => note is { TeamId: null, PersonId: null, SkillId: null }))
        {
            foreach (var root in tree.Below(null))
            {
                due.AddBranch(root.Id, null);
            }

            return due;
        }

        foreach (var note in notes.DistinctBy(note => (note.TeamId, note.SkillId, note.PersonId, note.IsOfBranch)))
        {
            switch (note)
            {
                case { TeamId: { } team, IsOfBranch: true }:
                    due.AddBranch(team, note.SkillId);
                    break;
                case { TeamId: { } team }:
                    due.Add(team, note.SkillId);
                    break;
                case { PersonId: null, SkillId: { } skill }:
                    tree.Below(null).ToList().ForEach(root => due.AddBranch(root.Id, skill));
                    break;
            }
        }

        await AddPeopleAsync(notes, due, cancellationToken);
        return due;
    }

    private async Task AddPeopleAsync(List<CoverageDue> notes, DueTeams due, CancellationToken cancellationToken)
    {
        foreach (var some in notes.Where(note => note.PersonId is not null).GroupBy(note => note.PersonId!.Value).Chunk(1000))
        {
            var people = some.Select(person => person.Key).ToList();
            var teams = await db.People.AsNoTracking().Where(person => people.Contains(person.Id) && person.TeamId != null).ToDictionaryAsync(person => person.Id, person => person.TeamId!.Value, cancellationToken);
            foreach (var note in some.SelectMany(person => person).Where(note => teams.ContainsKey(note.PersonId!.Value)))
            {
                due.Add(teams[note.PersonId!.Value], note.SkillId);
            }
        }
    }
}
