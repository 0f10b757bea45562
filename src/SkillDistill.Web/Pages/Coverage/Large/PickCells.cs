using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Which lines of a large team a filter picks, by the names of skills in the language of whoever looks.</summary>
internal sealed class PickCells(SkillDistillDb db)
{
    // Asked for by the filter and by its form.
    private IReadOnlyDictionary<Id<Skill>, SkillName>? _names;

    public async Task<PickedCells> ByAsync(CoverageFilter filter, CancellationToken cancellationToken)
    {
        if (filter.Group is null && filter.Text is null)
        {
            return filter.State is null ? PickedCells.All : new PickedCells(null, filter.State);
        }

        var names = await NamesAsync(cancellationToken);
        return new PickedCells([.. names.Where(skill => filter.Picks(skill.Value)).Select(skill => skill.Key)], filter.State);
    }

    /// <summary>The groups of the skills that anybody wants, by name.</summary>
    public async Task<IReadOnlyList<(Id<Skill> Id, string Label)>> GroupsAsync(CancellationToken cancellationToken) => (await NamesAsync(cancellationToken)).Values.Groups();

    /// <summary>Of the skills with a target: a taxonomy has thousands more.</summary>
    private async Task<IReadOnlyDictionary<Id<Skill>, SkillName>> NamesAsync(CancellationToken cancellationToken) =>
        _names ??= await db.SkillNamesAsync(await db.Targets.Select(target => target.SkillId).Distinct().ToListAsync(cancellationToken), cancellationToken);
}
