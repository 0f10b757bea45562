using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Cards;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>What was done to a skill.</summary>
internal sealed class SkillHistory(SkillDistillDb db, SkillLabels labels)
{
    private const int Shown = 50;

    /// <summary>The newest first.</summary>
    public async Task<IReadOnlyList<SkillChangeRow>> OfAsync(Id<Skill> skill, CancellationToken cancellationToken)
    {
        var changes = await (from change in db.SkillChanges
                             where change.SkillId == skill
                             orderby change.At descending, change.Id descending
                             select new { change.Kind, change.At, change.Said, change.OtherId, By = db.People.Where(person => person.Id == change.ById).Select(person => person.Name).FirstOrDefault() }).Take(Shown).ToListAsync(cancellationToken);
        var names = await labels.NamesAsync(changes.Select(change => change.OtherId).OfType<Id<Skill>>(), cancellationToken);
        return [.. changes.Select(change => new SkillChangeRow(change.Kind, change.At, change.By, change.OtherId is { } other ? names.GetValueOrDefault(other) : null, change.Said))];
    }
}

/// <param name="By">Null once they have erased everything.</param>
/// <param name="Other">With a merge, what the other one is called.</param>
/// <param name="Said">What it was called before, or the file it came from.</param>
internal sealed record SkillChangeRow(SkillChangeKind Kind, DateTimeOffset At, string? By, string? Other, string? Said);
