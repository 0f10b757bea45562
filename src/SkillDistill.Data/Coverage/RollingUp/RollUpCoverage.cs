using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.People;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>
/// Brings the kept cells of coverage in line with what changed, from the leaves of the tree up, and goes no further up than anything differs. One at a time, in one transaction with the notes that it takes away: what changes meanwhile
/// has left a note of its own, and what is stopped was never begun.
/// </summary>
public sealed class RollUpCoverage(SkillDistillDb db, TeamTrees trees)
{
    // So that a company need not be in memory at once.
    private const int TeamsTogether = 100;

    // From so many on it is less to reckon everything than to look at each.
    private const int MostNotes = 50_000;

    /// <summary>Whether anything is due that was not reckoned yet.</summary>
    public Task<bool> IsDueAsync(DateTimeOffset now, CancellationToken cancellationToken) => Due(now).AnyAsync(cancellationToken);

    /// <summary>Reckons what is due.</summary>
    public Task<RollUpReport> RunAsync(DateTimeOffset now, CancellationToken cancellationToken) => RunAsync(now, everything: false, mend: true, cancellationToken);

    /// <summary>Reckons everything anew beside what is kept. What is due counts as different too.</summary>
    /// <param name="mend">Whether what differs is put right; otherwise nothing is changed.</param>
    public Task<RollUpReport> RecountAsync(DateTimeOffset now, bool mend, CancellationToken cancellationToken) => RunAsync(now, everything: true, mend, cancellationToken);

    private async Task<RollUpReport> RunAsync(DateTimeOffset now, bool everything, bool mend, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(nameof(RollUpCoverage), cancellationToken);
        var notes = await Due(now).OrderBy(note => note.Id).Take(MostNotes + 1).ToListAsync(cancellationToken);
        var report = new RollUpReport();
        if (notes.Count == 0 && !everything)
        {
            return report;
        }

        // Before anything is reckoned: a note that is not seen here is of a change that may not be seen either, and stays.
        everything |= notes.Count > MostNotes || notes.Exists(note => note is { TeamId: null, PersonId: null, SkillId: null });
        await (everything ? ForgetAllAsync(now, cancellationToken) : ForgetAsync(notes, cancellationToken));
        var tree = await trees.ReadAsync(db, cancellationToken);
        await ForgetRemovedAsync(notes, tree, everything, cancellationToken);
        var due = await TeamsOfAsync(notes, tree, everything, cancellationToken);
        var rollUp = new RollUpTeams(db, tree, now, report);
        while (due.Any)
        {
            foreach (var teams in due.TakeDeepest().Chunk(TeamsTogether))
            {
                var someSkills = teams.ToLookup(team => team.Skills is null);
                await rollUp.RunAsync([.. someSkills[true]], due, cancellationToken);
                await rollUp.RunAsync([.. someSkills[false]], due, cancellationToken);
            }
        }

        if (mend)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return report;
    }

    /// <summary>One kind after the other, since each has an index of its own.</summary>
    private IQueryable<CoverageDue> Due(DateTimeOffset now) => Kinds(now).Aggregate((some, more) => some.Concat(more));

    private IEnumerable<IQueryable<CoverageDue>> Kinds(DateTimeOffset now)
    {
        var (notes, today) = (db.CoverageDue.AsNoTracking(), CoverageLook.DayOf(now));
        return [notes.Where(due => due.DueAt == null && due.DueOn == null), notes.Where(due => due.DueAt != null && due.DueAt <= now), notes.Where(due => due.DueOn != null && due.DueOn <= today)];
    }

    private async Task ForgetAllAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        foreach (var kind in Kinds(now))
        {
            await kind.ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task ForgetAsync(List<CoverageDue> notes, CancellationToken cancellationToken)
    {
        foreach (var some in notes.Select(note => note.Id).Chunk(1000))
        {
            await db.CoverageDue.Where(due => some.Contains(due.Id)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    /// <summary>A team that is removed keeps its row, which therefore takes no cells along; those above it are reckoned without it.</summary>
    private async Task ForgetRemovedAsync(List<CoverageDue> notes, TeamTree tree, bool everything, CancellationToken cancellationToken)
    {
        var asked = everything ? await db.CoverageTotals.Select(total => total.TeamId).ToListAsync(cancellationToken) : [.. notes.Where(note => note.TeamId is not null).Select(note => note.TeamId!.Value)];
        var removed = asked.Where(team => !tree.Contains(team)).Distinct().ToList();
        if (removed.Count > 0)
        {
            await db.CoverageCells.Where(cell => removed.Contains(cell.TeamId)).ExecuteDeleteAsync(cancellationToken);
            await db.CoverageTotals.Where(total => removed.Contains(total.TeamId)).ExecuteDeleteAsync(cancellationToken);
        }
    }

    private async Task<DueTeams> TeamsOfAsync(List<CoverageDue> notes, TeamTree tree, bool everything, CancellationToken cancellationToken)
    {
        var due = new DueTeams(tree);
        if (everything)
        {
            due.AddAll(null);
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
                    due.AddAll(skill);
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
