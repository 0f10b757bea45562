using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Admin.Taxonomy;
using SkillDistill.Web.Pages.Sources;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Says how many people of a team should hold a skill, at which level and from when.</summary>
internal sealed class SetTargets(SkillDistillDb db, TimeProvider clock)
{
    /// <summary>In UTC.</summary>
    public DateOnly Today => CoverageLook.DayOf(clock.GetUtcNow());

    /// <summary>Sets the target for a skill known by any of its names; a target that is there already for the same day is changed.</summary>
    public async Task<Outcome<Target>> SetAsync(Id<Team> team, TargetForm form, CancellationToken cancellationToken)
    {
        var name = (form.Skill ?? "").Trim().ToLowerInvariant();
        var found = await db.Skills.AsNoTracking().Where(skill => skill.RetiredAt == null && skill.Labels.Any(label => SkillDistillDb.Lower(label.Text) == name))
            .OrderByDescending(skill => skill.Labels.Any(label => label.IsPreferred && SkillDistillDb.Lower(label.Text) == name)).ThenBy(skill => skill.Key)
            .Select(skill => new { skill.Id }).FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return new SkillUnknown(nameof(TargetForm.Skill));
        }

        if (DueChoices.Weigh(form.Due, form.DueOn) is { } misfit)
        {
            return misfit;
        }

        var dueOn = form.Due.On(Today, form.DueOn);
        var known = await db.Targets.FirstOrDefaultAsync(target => target.TeamId == team && target.SkillId == found.Id && target.DueOn == dueOn, cancellationToken);
        var outcome = known is null ? Target.Set(team, found.Id, form.Level, form.HeadCount, dueOn, form.Reach) : known.Change(form.Level, form.HeadCount);
        known?.Move(dueOn, form.Reach);
        return await SaveAsync(outcome, known is null, cancellationToken);
    }

    /// <summary>Gives the team a target of its own in the place of one that comes from above: the same for a beginning, or none.</summary>
    /// <returns>The target, why not, or null where there is none above.</returns>
    public async Task<Outcome<Target>?> OverrideAsync(Id<Team> team, Id<Target> above, bool wantsNobody, CancellationToken cancellationToken)
    {
        var source = await db.Targets.AsNoTracking().FirstOrDefaultAsync(target => target.Id == above && target.TeamId != team && target.Reach == TargetReach.Each, cancellationToken);
        if (source is null || !await db.Teams.AnyAsync(known => known.Id == team, cancellationToken))
        {
            return null;
        }

        var own = wantsNobody ? Target.NotHere(team, source.SkillId, source.DueOn) : Target.Set(team, source.SkillId, source.Level, source.HeadCount, source.DueOn);
        var saved = own.Refusal is null && await OwnAsync(own.Value, cancellationToken) is { } there ? there : await SaveAsync(own, true, cancellationToken);
        if (saved.Refusal is not ChangedMeanwhile)
        {
            return saved;
        }

        // Of two posts at once the second finds what the first one set.
        db.ChangeTracker.Clear();
        return await OwnAsync(own.Value, cancellationToken) is { } first ? first : saved;
    }

    /// <summary>The same target where it is there already, since whoever asks for it twice means it once.</summary>
    private async Task<Target?> OwnAsync(Target own, CancellationToken cancellationToken) =>
        await db.Targets.AsNoTracking().FirstOrDefaultAsync(target => target.TeamId == own.TeamId && target.SkillId == own.SkillId && target.DueOn == own.DueOn && target.Level == own.Level && target.HeadCount == own.HeadCount && target.Reach == own.Reach, cancellationToken);

    /// <summary>Changes one as its row was filled in.</summary>
    /// <param name="seen">What the row showed, see <see cref="TargetChange.Seen"/>.</param>
    public async Task<Outcome<Target>> ChangeOneAsync(Id<Target> id, TargetChange change, string? seen, CancellationToken cancellationToken)
    {
        var known = await db.Targets.AsNoTracking().FirstOrDefaultAsync(target => target.Id == id, cancellationToken);
        return known is null || TargetChange.Seen(known) != seen ? new ChangedMeanwhile() : await ChangeAsync([id], change, cancellationToken) ?? new ChangedMeanwhile();
    }

    /// <summary>Changes one target or several in one step, all of them or none.</summary>
    /// <returns>The first of them, why not, or null where one is not there any more.</returns>
    public async Task<Outcome<Target>?> ChangeAsync(IReadOnlyCollection<Id<Target>> ids, TargetChange change, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
        {
            return new NothingTicked();
        }

        if (change.IsEmpty)
        {
            return new NothingChosen();
        }

        if (change.Due.Weigh(change.DueOn) is { } misfit)
        {
            return misfit;
        }

        var wanted = ids.ToList();
        var targets = await db.Targets.Where(target => wanted.Contains(target.Id)).ToListAsync(cancellationToken);
        if (targets.Count != wanted.Distinct().Count())
        {
            return null;
        }

        foreach (var target in targets)
        {
            if (change.Apply(target, Today).Refused(out var refusal))
            {
                return refusal;
            }
        }

        return await HasTwinsAsync(targets, cancellationToken) ? new TargetTwice() : await SaveAsync(targets[0], false, cancellationToken);
    }

    /// <returns>How many were there.</returns>
    public Task<int> RemoveAsync(IReadOnlyCollection<Id<Target>> ids, CancellationToken cancellationToken)
    {
        var wanted = ids.ToList();
        return db.Targets.Where(target => wanted.Contains(target.Id)).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>Whether two targets would be for the same team, skill and day.</summary>
    private async Task<bool> HasTwinsAsync(List<Target> changed, CancellationToken cancellationToken)
    {
        var (ids, teams) = (changed.ConvertAll(target => target.Id), changed.Select(target => target.TeamId).Distinct().ToList());
        var others = await db.Targets.AsNoTracking().Where(target => teams.Contains(target.TeamId) && !ids.Contains(target.Id)).ToListAsync(cancellationToken);
        return others.Concat(changed).GroupBy(target => (target.TeamId, target.SkillId, target.DueOn)).Any(same => same.Count() > 1);
    }

    private async Task<Outcome<Target>> SaveAsync(Outcome<Target> outcome, bool isNew, CancellationToken cancellationToken)
    {
        if (outcome.Refusal is not null)
        {
            return outcome;
        }

        if (isNew)
        {
            db.Targets.Add(outcome.Value);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return outcome;
        }
        catch (DbUpdateException)
        {
            return new ChangedMeanwhile();
        }
    }
}

internal sealed class TargetForm
{
    /// <summary>Any name of the skill.</summary>
    public string? Skill { get; set; }

    public int Level { get; set; } = Proficiency.OnMyOwn;

    public int HeadCount { get; set; } = 2;

    public DueChoice Due { get; set; }

    public DateOnly? DueOn { get; set; }

    public TargetReach Reach { get; set; }
}

/// <summary>Two targets would be for the same team, skill and day.</summary>
internal sealed record TargetTwice : Refusal;

/// <summary>Several are ticked, and nothing is chosen that should become of them.</summary>
internal sealed record NothingChosen : Refusal;

/// <summary>Half of what is wanted is chosen for one of which nobody was wanted, so that there is no other half.</summary>
internal sealed record NobodyWantedYet : Refusal;

/// <summary>A day is given, and something else than a day is chosen.</summary>
internal sealed record DueDayNotMeant : Refusal
{
    public override string? Field => nameof(TargetForm.DueOn);
}

/// <summary>That it holds from a day on was chosen, and no day.</summary>
internal sealed record DueDayMissing : Refusal
{
    public override string? Field => nameof(TargetForm.DueOn);
}
