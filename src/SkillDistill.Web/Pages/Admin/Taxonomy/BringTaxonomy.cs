using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>Brings the concepts of a file in as skills, all that were chosen or none.</summary>
internal sealed class BringTaxonomy(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>What it would do, without doing anything.</summary>
    public async Task<TaxonomyImport> WeighAsync(IReadOnlyList<Concept> concepts, CancellationToken cancellationToken) =>
        TaxonomyImport.Weigh(concepts, await db.Skills.AsNoTracking().ToListAsync(cancellationToken));

    /// <param name="file">As the history of each skill says where it came from.</param>
    /// <returns>Null where there are mistakes, or somebody changed a skill at this moment: then nothing is changed.</returns>
    public async Task<TaxonomyImport?> BringAsync(IReadOnlyList<Concept> concepts, string file, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync(DefineSkill.Lock, cancellationToken);
        var import = TaxonomyImport.Weigh(concepts, await db.Skills.ToListAsync(cancellationToken));
        if (import.Mistakes.Count > 0)
        {
            return null;
        }

        db.Skills.AddRange(import.Carry());
        var now = clock.GetUtcNow();
        db.SkillChanges.AddRange(import.Steps.Where(step => step.Effect is ImportEffect.New or ImportEffect.Changed).Select(step => SkillChange.Of(step.Skill, SkillChangeKind.Imported, me.Id, now, file)));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return import;
        }
        catch (DbUpdateException failure) when (failure is DbUpdateConcurrencyException || failure.IsCollision())
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }
}
