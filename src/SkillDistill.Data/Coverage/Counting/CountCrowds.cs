using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.People;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Coverage.Counting;

/// <summary>
/// Counts unnamed people, every night: crowds of whom enough would be counted otherwise than they were (<see cref="CrowdPlan"/>). All of it in one transaction, with a note to the kept cells of what changed.
/// </summary>
public sealed class CountCrowds(SkillDistillDb db, TeamTrees trees, ReadMembers readMembers, Anonymity anonymity, TimeProvider clock) : IChore
{
    // So that a company need not be in memory at once.
    private const int TeamsTogether = 200;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(nameof(CountCrowds), cancellationToken);
        var (tree, today) = (await trees.ReadAsync(db, cancellationToken), CoverageLook.DayOf(clock.GetUtcNow()));
        var plan = CrowdPlan.Of(tree, await UnnamedAsync(tree, cancellationToken), await CountedAsync(cancellationToken), anonymity, today);
        plan.Same.ForEach(crowd => crowd.Confirm(today));
        plan.Silent.ForEach(crowd => crowd.FallSilent());
        await SayAsync([.. plan.Gone.Concat(plan.Silent).Select(crowd => crowd.TeamId)], [], cancellationToken);
        var gone = plan.Gone.ConvertAll(crowd => crowd.TeamId);
        await ForgetAsync(db.CrowdMembers.Where(member => gone.Contains(member.TeamId)), [], cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        await db.Crowds.Where(crowd => gone.Contains(crowd.TeamId)).ExecuteDeleteAsync(cancellationToken);
        foreach (var crowds in plan.Anew.Chunk(TeamsTogether))
        {
            await CountAsync(crowds.ToDictionary(), today, cancellationToken);
        }

        await transaction.CommitAsync(cancellationToken);
    }

    private async Task<List<UnnamedPerson>> UnnamedAsync(TeamTree tree, CancellationToken cancellationToken)
    {
        var people = new List<UnnamedPerson>();
        foreach (var teams in tree.All.Chunk(TeamsTogether))
        {
            people.AddRange((await readMembers.UnnamedAsync(teams, cancellationToken)).Select(UnnamedPerson.Of));
        }

        // Who changed teams while they were read is there twice.
        return [.. people.DistinctBy(person => person.Id)];
    }

    private async Task<List<(Crowd Crowd, IReadOnlyList<CrowdMember> Members)>> CountedAsync(CancellationToken cancellationToken)
    {
        var members = (await db.CrowdMembers.AsNoTracking().ToListAsync(cancellationToken)).ToLookup(member => member.TeamId);
        return (await db.Crowds.ToListAsync(cancellationToken)).ConvertAll(crowd => (crowd, (IReadOnlyList<CrowdMember>)[.. members[crowd.TeamId]]));
    }

    private async Task CountAsync(Dictionary<Id<Team>, IReadOnlyList<UnnamedPerson>> crowds, DateOnly today, CancellationToken cancellationToken)
    {
        var teams = crowds.Keys.ToList();
        var known = await db.Crowds.Where(crowd => teams.Contains(crowd.TeamId)).ToDictionaryAsync(crowd => crowd.TeamId, cancellationToken);
        // What they are now, not what they were when the plan was made: whoever decided since is counted, and remembered, by what they decided.
        var people = (await readMembers.UnnamedAsync([.. crowds.Values.SelectMany(crowd => crowd).Select(person => person.TeamId).Distinct()], cancellationToken)).ToDictionary(member => member.PersonId);
        var counts = new List<CrowdCount>();
        foreach (var (team, crowd) in crowds)
        {
            var members = crowd.Where(person => people.ContainsKey(person.Id)).Select(person => people[person.Id]).ToList();
            var counted = known.GetValueOrDefault(team) ?? db.Crowds.Add(Crowd.Of(team)).Entity;
            counted.Count(members.Count, anonymity, today);
            db.CrowdMembers.AddRange(members.Select(member => CrowdMember.Of(team, member)));
            counts.AddRange(CrowdCount.Of(team, members, anonymity));
        }

        // Also those who were in other crowds before, which see by their number that somebody is gone.
        var here = crowds.Values.SelectMany(crowd => crowd).Select(person => person.Id).ToList();
        await ForgetAsync(db.CrowdMembers.Where(member => teams.Contains(member.TeamId) || here.Contains(member.PersonId)), here, cancellationToken);
        await SayAsync(teams, counts, cancellationToken);
    }

    /// <summary>Forgets who was counted, with a note to the kept cells of everybody who is not counted again: they may be named now, and be told once and not twice.</summary>
    private async Task ForgetAsync(IQueryable<CrowdMember> members, List<Id<Person>> again, CancellationToken cancellationToken)
    {
        var left = await members.Where(member => !again.Contains(member.PersonId)).Select(member => member.PersonId).ToListAsync(cancellationToken);
        db.CoverageDue.AddRange(left.Select(CoverageDue.Of));
        await members.ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Puts what is said of some crowds in the place of what was.</summary>
    private async Task SayAsync(List<Id<Team>> teams, IReadOnlyList<CrowdCount> counts, CancellationToken cancellationToken)
    {
        var said = (await db.CrowdCounts.Where(count => teams.Contains(count.TeamId)).ToListAsync(cancellationToken)).ToDictionary(count => (count.TeamId, count.SkillId));
        foreach (var count in counts)
        {
            if (!said.Remove((count.TeamId, count.SkillId), out var was))
            {
                db.CrowdCounts.Add(count);
            }
            else if (was.Says(count))
            {
                continue;
            }
            else
            {
                was.Become(count);
            }

            db.CoverageDue.Add(CoverageDue.Of(count.TeamId, count.SkillId));
        }

        db.CrowdCounts.RemoveRange(said.Values);
        db.CoverageDue.AddRange(said.Keys.Select(gone => CoverageDue.Of(gone.TeamId, gone.SkillId)));
        await db.SaveChangesAsync(cancellationToken);
        db.ChangeTracker.Clear();
    }
}
