using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using SkillDistill.Data;
using SkillDistill.Data.Skills;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>Puts skills out of use and back, and lets one become part of another with all that people said about it.</summary>
internal sealed class ChangeStanding(SkillDistillDb db, DefineSkill define, SkillLabels labelled, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The skill, why not, or null where there is none. Its targets are gone with it; levels and cards stay with whoever wrote them.</returns>
    public Task<Outcome<Skill>?> RetireAsync(Id<Skill> id, CancellationToken cancellationToken) => ChangeAsync(id, SkillChangeKind.Retired, async (skill, now) =>
    {
        var retired = skill.Retire(now);
        return (retired, retired.Refusal is null ? await RemoveTargetsAsync(id, cancellationToken) : null);
    }, cancellationToken);

    public Task<Outcome<Skill>?> ReturnAsync(Id<Skill> id, CancellationToken cancellationToken) =>
        ChangeAsync(id, SkillChangeKind.Returned, async (skill, _) => (await define.IsTakenAsync(skill, cancellationToken) ? new SkillLabelTaken() : skill.Return(), null), cancellationToken);

    /// <summary>What would move if one skill became part of another. Changes nothing.</summary>
    /// <returns>What moves, why it cannot be, or null where one of the two is not there.</returns>
    public async Task<Outcome<SkillMerge>?> WeighMergeAsync(Id<Skill> id, Id<Skill> into, CancellationToken cancellationToken)
    {
        var known = await db.Skills.AsNoTracking().Where(skill => skill.Id == id || skill.Id == into).ToDictionaryAsync(skill => skill.Id, cancellationToken);
        if (!known.TryGetValue(id, out var skill) || !known.TryGetValue(into, out var other))
        {
            return null;
        }

        var names = other.Lacks(skill.Labels);
        if (skill.MergeInto(other, await define.LineageAsync(into, cancellationToken), clock.GetUtcNow()).Refusal is { } refusal)
        {
            return refusal;
        }

        var targets = db.Targets.Where(target => target.SkillId == id);
        return new SkillMerge(
            skill,
            other,
            names,
            await targets.CountAsync(cancellationToken),
            await targets.CountAsync(target => db.Targets.Any(kept => kept.SkillId == into && kept.TeamId == target.TeamId && kept.DueOn == target.DueOn), cancellationToken),
            await db.Skills.CountAsync(below => below.BroaderId == id && below.Id != into, cancellationToken));
    }

    /// <summary>The same for the skill that is named exactly so.</summary>
    public async Task<Outcome<SkillMerge>?> WeighMergeAsync(Id<Skill> id, string? into, CancellationToken cancellationToken) =>
        await labelled.NamedAsync(into, cancellationToken) is { } named
            ? await WeighMergeAsync(id, named, cancellationToken)
            : await define.UnknownAsync(into, "Into", cancellationToken);

    /// <returns>The skill that took it in, why not, or null where one of the two is not there.</returns>
    public async Task<Outcome<Skill>?> MergeAsync(Id<Skill> id, Id<Skill> into, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        if (await FindAsync(id, cancellationToken) is not { } skill || await FindAsync(into, cancellationToken) is not { } other)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var merged = skill.MergeInto(other, await define.LineageAsync(into, cancellationToken), now);
        if (merged.Refusal is not null)
        {
            return merged;
        }

        db.SkillChanges.AddRange(SkillChange.Of(skill, SkillChangeKind.MergedInto, me.Id, now, other: other), SkillChange.Of(other, SkillChangeKind.TookIn, me.Id, now, other: skill));
        await db.SaveChangesAsync(cancellationToken);
        await db.MoveBelowAsync(id, into, cancellationToken);
        await db.MoveTargetsAsync(id, into, cancellationToken);
        await db.MoveMonthsAsync(id, into, cancellationToken);
        await db.MoveLevelsAsync(id, into, cancellationToken);
        await db.MoveTagsAsync(id, into, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return other;
    }

    private async Task<Outcome<Skill>?> ChangeAsync(Id<Skill> id, SkillChangeKind kind, Func<Skill, DateTimeOffset, Task<(Outcome<Skill> Outcome, string? Said)>> change, CancellationToken cancellationToken)
    {
        await using var transaction = await BeginAsync(cancellationToken);
        if (await FindAsync(id, cancellationToken) is not { } skill)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var (outcome, said) = await change(skill, now);
        if (outcome.Refusal is null)
        {
            db.SkillChanges.Add(SkillChange.Of(skill, kind, me.Id, now, said));
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return outcome;
    }

    /// <returns>Which they were, so that they can be set again; null where there were none.</returns>
    private async Task<string?> RemoveTargetsAsync(Id<Skill> skill, CancellationToken cancellationToken)
    {
        var gone = await (from target in db.Targets
                          where target.SkillId == skill
                          join team in db.Teams on target.TeamId equals team.Id
                          orderby team.Name, target.DueOn
                          select new { team.Name, target.Level, target.HeadCount, target.DueOn }).ToListAsync(cancellationToken);
        await db.Targets.Where(target => target.SkillId == skill).ExecuteDeleteAsync(cancellationToken);
        return gone.Count == 0 ? null : string.Join(" · ", gone.Select(target => string.Create(CultureInfo.InvariantCulture, $"{target.Name} {target.HeadCount}×{target.Level}{(target.DueOn is { } day ? $" ({day:yyyy-MM-dd})" : "")}")));
    }

    private async Task<IDbContextTransaction> BeginAsync(CancellationToken cancellationToken)
    {
        var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(DefineSkill.Lock, cancellationToken);
        return transaction;
    }

    private Task<Skill?> FindAsync(Id<Skill> id, CancellationToken cancellationToken) => db.Skills.FirstOrDefaultAsync(skill => skill.Id == id, cancellationToken);
}
