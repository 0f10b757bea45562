using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage;

internal static class SkillNames
{
    /// <summary>Skills by name, under their broader ones, which are by name too; those with none come last.</summary>
    public static IReadOnlyList<SkillGroup> Grouped(this IReadOnlyDictionary<Id<Skill>, SkillName> names, IEnumerable<Id<Skill>> skills) =>
    [
        .. skills.OrderBy(skill => names[skill].Label, StringComparer.CurrentCulture).GroupBy(skill => names[skill].Broader)
            .OrderBy(group => group.Key.Length == 0).ThenBy(group => group.Key, StringComparer.CurrentCulture).Select(group => new SkillGroup(group.Key, [.. group])),
    ];

    /// <summary>The groups that some skills are in, by name; that of those in none comes last, without one.</summary>
    public static IReadOnlyList<(Id<Skill> Id, string Label)> Groups(this IEnumerable<SkillName> skills) =>
        [.. skills.DistinctBy(skill => skill.BroaderId).OrderBy(skill => skill.BroaderId is null).ThenBy(skill => skill.Broader, StringComparer.CurrentCulture).Select(skill => (skill.BroaderId ?? CoverageFilter.Other, skill.Broader))];

    /// <summary>The names of some skills and of those above them: a taxonomy has thousands more.</summary>
    public static async Task<Dictionary<Id<Skill>, SkillName>> SkillNamesAsync(this SkillDistillDb db, IReadOnlyCollection<Id<Skill>> wanted, CancellationToken cancellationToken)
    {
        var culture = CultureInfo.CurrentUICulture;
        var ids = wanted.ToHashSet();
        // In two steps: asked for at once, all skills would be looked through for those above.
        ids.UnionWith(await db.Skills.Where(skill => ids.Contains(skill.Id) && skill.BroaderId != null).Select(skill => skill.BroaderId!.Value).Distinct().ToListAsync(cancellationToken));
        var skills = await db.Skills.AsNoTracking().Where(skill => ids.Contains(skill.Id)).ToDictionaryAsync(skill => skill.Id, cancellationToken);
        return skills.ToDictionary(skill => skill.Key, skill => new SkillName(
            skill.Value.Label(culture),
            skill.Value.BroaderId is { } broader && skills.TryGetValue(broader, out var above) ? above.Label(culture) : "",
            skill.Value.BroaderId));
    }
}

/// <summary>The names of a skill and of the one above it, which is empty where there is none.</summary>
internal sealed record SkillName(string Label, string Broader, Id<Skill>? BroaderId);
