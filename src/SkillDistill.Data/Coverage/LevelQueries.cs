using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage;

/// <summary>What people declared, as coverage reads it of those who agreed.</summary>
internal static class LevelQueries
{
    /// <summary>Of skills in use.</summary>
    public static IQueryable<Proficiency> LevelsInUse(this SkillDistillDb db) =>
        db.Proficiencies.Where(level => db.Skills.Any(skill => skill.Id == level.SkillId && skill.RetiredAt == null));

    /// <summary>By person; whoever declared nothing is missing.</summary>
    public static async Task<Dictionary<Id<Person>, Dictionary<Id<Skill>, int>>> LevelsOfAsync(this IQueryable<Proficiency> levels, List<Id<Person>> people, CancellationToken cancellationToken) =>
        (await levels.AsNoTracking().Where(level => people.Contains(level.PersonId)).Select(level => new { level.PersonId, level.SkillId, level.Level }).ToListAsync(cancellationToken))
            .GroupBy(level => level.PersonId).ToDictionary(person => person.Key, person => person.ToDictionary(level => level.SkillId, level => level.Level));
}
