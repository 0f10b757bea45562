using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>Adds skills and names them in both languages.</summary>
internal sealed class DefineSkill(SkillDistillDb db, SkillLabels labelled, CurrentPerson me, TimeProvider clock)
{
    /// <summary>Whoever changes many skills at once holds others off by it.</summary>
    public const string Lock = "skills";

    /// <param name="id">The skill to change, or null for a new one.</param>
    /// <returns>The skill, why not, or null where there is no such skill.</returns>
    public async Task<Outcome<Skill>?> SaveAsync(Id<Skill>? id, SkillForm form, CancellationToken cancellationToken)
    {
        // Two who add the same skill at this moment come one after the other, and the second is told.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(Lock, cancellationToken);
        var labels = form.Labels();
        var skill = id is null ? Skill.Define(await FreeKeyAsync(Skill.KeyFor(labels), cancellationToken), null, []) : await db.Skills.FirstOrDefaultAsync(known => known.Id == id, cancellationToken);
        if (skill is null)
        {
            return null;
        }

        if (id is not null && form.Seen != SkillForm.Of(skill, null).Seen)
        {
            return new ChangedMeanwhile();
        }

        var before = SkillForm.Of(skill, null);
        var outcome = await PlaceAsync(skill, form.Broader, cancellationToken);
        outcome = outcome.Refusal is null ? skill.Relabel(labels, SkillForm.Languages) : outcome;
        if (outcome.Refusal is null)
        {
            var namesakes = await NamesakesAsync(skill, cancellationToken);
            // A second one beside one that is out of use would have none of what people said about the first.
            outcome = namesakes.Any(isOutOfUse => !isOutOfUse) ? new SkillLabelTaken() : id is null && namesakes.Any() ? new SkillLabelOutOfUse() : outcome;
        }

        return outcome.Refusal is null ? await StoreAsync(skill, id is null ? null : before, cancellationToken) : outcome;
    }

    /// <summary>Two skills in use of one name could not be told apart, nor could two whose names differ in capitals, blanks or widths alone.</summary>
    public async Task<bool> IsTakenAsync(Skill skill, CancellationToken cancellationToken) => (await NamesakesAsync(skill, cancellationToken)).Any(isOutOfUse => !isOutOfUse);

    /// <summary>Of each other skill of such a name whether it is out of use; without those that became part of another.</summary>
    private async Task<IReadOnlyList<bool>> NamesakesAsync(Skill skill, CancellationToken cancellationToken)
    {
        var own = skill.Labels.Where(label => label.IsPreferred).Select(label => (label.Language, label.Text.ToNameKey())).ToHashSet();
        var others = await db.Skills.AsNoTracking().Where(other => other.Id != skill.Id && other.MergedIntoId == null).SelectMany(other => other.Labels, (other, label) => new { label.Language, label.Text, label.IsPreferred, IsOutOfUse = other.RetiredAt != null })
            .Where(label => label.IsPreferred).ToListAsync(cancellationToken);
        return [.. others.Where(label => own.Contains((label.Language, label.Text.ToNameKey()))).Select(label => label.IsOutOfUse)];
    }

    /// <summary>The skill and all above it.</summary>
    public async Task<IReadOnlyList<Id<Skill>>> LineageAsync(Id<Skill> skill, CancellationToken cancellationToken)
    {
        var lineage = new List<Id<Skill>>();
        for (Id<Skill>? at = skill; at is { } id && !lineage.Contains(id);)
        {
            lineage.Add(id);
            at = await db.Skills.Where(known => known.Id == id).Select(known => known.BroaderId).FirstOrDefaultAsync(cancellationToken);
        }

        return lineage;
    }

    /// <param name="before">Null for a new one.</param>
    private async Task<Outcome<Skill>> StoreAsync(Skill skill, SkillForm? before, CancellationToken cancellationToken)
    {
        if (before is null)
        {
            db.Skills.Add(skill);
            db.SkillChanges.Add(SkillChange.Of(skill, SkillChangeKind.Defined, me.Id, clock.GetUtcNow()));
        }
        else if (before.Seen != SkillForm.Of(skill, null).Seen)
        {
            db.SkillChanges.Add(SkillChange.Of(skill, SkillChangeKind.Changed, me.Id, clock.GetUtcNow(), string.Join(" · ", before.Labels().Where(label => label.IsPreferred).Select(label => label.Text))));
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await db.Database.CommitTransactionAsync(cancellationToken);
            return skill;
        }
        catch (DbUpdateException)
        {
            return before is null ? new SkillLabelTaken() : new ChangedMeanwhile();
        }
    }

    private async Task<Outcome<Skill>> PlaceAsync(Skill skill, string? broader, CancellationToken cancellationToken)
    {
        if (string.IsNullOrWhiteSpace(broader))
        {
            return skill.PlaceUnder(null, []);
        }

        if (skill.BroaderId is { } present && await IsCalledAsync(present, broader, cancellationToken))
        {
            // Where it stands already it may stay, also below one that is out of use, which is no longer found by its name.
            return skill;
        }

        return await labelled.NamedAsync(broader, cancellationToken) is { } named
            ? skill.PlaceUnder(named, await LineageAsync(named, cancellationToken))
            : await UnknownAsync(broader, nameof(SkillForm.Broader), cancellationToken);
    }

    /// <summary>Why nobody knows which skill is meant, with those that were perhaps.</summary>
    /// <param name="field">The field in which it was named.</param>
    public async Task<Refusal> UnknownAsync(string? name, string field, CancellationToken cancellationToken)
    {
        var near = await labelled.FindAsync(name, cancellationToken);
        return near.Count == 0 ? new SkillUnknown(field) : new SkillNotNamedSo(field, string.Join(" · ", near.Select(pick => pick.Label)));
    }

    private async Task<bool> IsCalledAsync(Id<Skill> skill, string name, CancellationToken cancellationToken) =>
        (await db.Skills.AsNoTracking().Where(known => known.Id == skill).SelectMany(known => known.Labels).Select(label => label.Text).ToListAsync(cancellationToken)).Exists(text => text.ToNameKey() == name.ToNameKey());

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

internal sealed record SkillLabelOutOfUse : Refusal
{
    public override string? Field => nameof(SkillForm.English);
}

/// <param name="Near">Those whose names hold these words.</param>
internal sealed record SkillNotNamedSo(string At, string Near) : Refusal
{
    public override string? Field => At;

    public override IReadOnlyList<object> Arguments => [Near];
}

internal sealed record SkillUnknown(string At) : Refusal
{
    public override string? Field => At;
}
