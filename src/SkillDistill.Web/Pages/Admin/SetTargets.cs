using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Admin.Taxonomy;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Says how many people of a team should hold a skill, and at which level.</summary>
internal sealed class SetTargets(SkillDistillDb db)
{
    /// <summary>Sets the target for a skill known by any of its names; a target that is there already is changed.</summary>
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

        var known = await db.Targets.FirstOrDefaultAsync(target => target.TeamId == team && target.SkillId == found.Id, cancellationToken);
        var outcome = known is null ? Target.Set(team, found.Id, form.Level, form.HeadCount) : known.Change(form.Level, form.HeadCount);
        return await SaveAsync(outcome, known is null, cancellationToken);
    }

    /// <returns>The target, why not, or null where there is none.</returns>
    public async Task<Outcome<Target>?> ChangeAsync(Id<Target> id, int level, int headCount, CancellationToken cancellationToken) =>
        await db.Targets.FirstOrDefaultAsync(target => target.Id == id, cancellationToken) is { } known
            ? await SaveAsync(known.Change(level, headCount), false, cancellationToken)
            : null;

    public async Task<bool> RemoveAsync(Id<Target> id, CancellationToken cancellationToken) =>
        await db.Targets.Where(target => target.Id == id).ExecuteDeleteAsync(cancellationToken) > 0;

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
}
