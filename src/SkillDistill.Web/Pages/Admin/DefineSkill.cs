using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Adds skills and names them in both languages.</summary>
internal sealed class DefineSkill(SkillDistillDb db)
{
    /// <param name="id">The skill to change, or null for a new one.</param>
    /// <returns>The skill, why not, or null where there is no such skill.</returns>
    public async Task<Outcome<Skill>?> SaveAsync(Id<Skill>? id, SkillForm form, CancellationToken cancellationToken)
    {
        var labels = form.Labels();
        var skill = id is null ? Skill.Define(await FreeKeyAsync(Skill.KeyFor(labels), cancellationToken), null, []) : await db.Skills.FirstOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (skill is null)
        {
            return null;
        }

        if (id is not null && form.Seen != SkillForm.Of(skill).Seen)
        {
            return new ChangedMeanwhile();
        }

        var outcome = await PlaceAsync(skill, form.BroaderId, cancellationToken);
        outcome = outcome.Refusal is null ? skill.Relabel(labels) : outcome;
        outcome = outcome.Refusal is null && await IsTakenAsync(skill, cancellationToken) ? new SkillLabelTaken() : outcome;
        return outcome.Refusal is null ? await StoreAsync(skill, id is null, cancellationToken) : outcome;
    }

    private async Task<Outcome<Skill>> StoreAsync(Skill skill, bool isNew, CancellationToken cancellationToken)
    {
        if (isNew)
        {
            db.Skills.Add(skill);
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return skill;
        }
        catch (DbUpdateException)
        {
            return isNew ? new SkillLabelTaken() : new ChangedMeanwhile();
        }
    }

    private async Task<Outcome<Skill>> PlaceAsync(Skill skill, Id<Skill>? broader, CancellationToken cancellationToken)
    {
        if (broader is null)
        {
            return skill.PlaceUnder(null, []);
        }

        var parents = await db.Skills.AsNoTracking().Select(known => new { known.Id, known.BroaderId }).ToDictionaryAsync(known => known.Id, known => known.BroaderId, cancellationToken);
        var lineage = new List<Id<Skill>>();
        for (var above = broader; above is { } id && !lineage.Contains(id) && parents.TryGetValue(id, out var next); above = next)
        {
            lineage.Add(id);
        }

        return lineage.Count == 0 ? new SkillUnknown(nameof(Skill.BroaderId)) : skill.PlaceUnder(broader, lineage);
    }

    /// <summary>Two skills of one name could not be told apart.</summary>
    private async Task<bool> IsTakenAsync(Skill skill, CancellationToken cancellationToken)
    {
        foreach (var label in skill.Labels.Where(label => label.IsPreferred).ToList())
        {
            if (await db.Skills.AnyAsync(other => other.Id != skill.Id && other.Labels.Any(known => known.IsPreferred && known.Language == label.Language && known.Text == label.Text), cancellationToken))
            {
                return true;
            }
        }

        return false;
    }

    private async Task<string> FreeKeyAsync(string key, CancellationToken cancellationToken)
    {
        var taken = await db.Skills.Where(known => known.Key.StartsWith(key)).Select(known => known.Key).ToListAsync(cancellationToken);
        return Enumerable.Range(1, taken.Count + 1).Select(number => number == 1 ? key : $"{key}-{number}").First(free => !taken.Contains(free));
    }
}

internal sealed record SkillLabelTaken : Refusal
{
    public override string? Field => nameof(SkillForm.English);
}

internal sealed record SkillUnknown(string At) : Refusal
{
    public override string? Field => At;
}
