using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Rows that are looked up by a team and a skill each: asked for by a list of teams and one of skills, every team would be read with every skill.</summary>
internal static class CellKeys
{
    // A statement has tens of thousands of parameters at most, fewer on some servers.
    private const int Together = 1000;

    /// <summary>How many people the kept cells of these have at each level. Without those that say nothing.</summary>
    public static async Task<Dictionary<(Id<Team> Team, Id<Skill> Skill), HeldBy>> LevelsAsync(
        this SkillDistillDb db, IEnumerable<(Id<Team> Team, Id<Skill> Skill)> keys, CancellationToken cancellationToken)
    {
        var found = new Dictionary<(Id<Team>, Id<Skill>), HeldBy>();
        foreach (var some in keys.Chunk(Together))
        {
            var sql = $"WITH {Asked(some, 0)} SELECT cell.* FROM asked JOIN coverage_cells AS cell ON cell.team_id = asked.team_id AND cell.skill_id = asked.skill_id";
            foreach (var levels in await db.Database.SqlQueryRaw<LevelsOfCell>(sql, [.. Values(some)]).ToListAsync(cancellationToken))
            {
                found[(new Id<Team>(levels.TeamId), new Id<Skill>(levels.SkillId))] = levels.Held;
            }
        }

        return found;
    }

    /// <summary>A table "asked" of the keys, for the beginning of a statement.</summary>
    /// <param name="first">The number of the first of their parameters (<see cref="Values"/>).</param>
    public static string Asked(IReadOnlyCollection<(Id<Team> Team, Id<Skill> Skill)> keys, int first) =>
        $"asked(team_id, skill_id) AS (VALUES {string.Join(", ", keys.Select((_, number) => string.Create(CultureInfo.InvariantCulture, $"({{{2 * number + first}}}, {{{2 * number + first + 1}}})")))})";

    public static IEnumerable<object> Values(IEnumerable<(Id<Team> Team, Id<Skill> Skill)> keys) => keys.SelectMany(key => new object[] { key.Team.Value, key.Skill.Value });

    private sealed record LevelsOfCell(
        Guid TeamId,
        Guid SkillId,
        int NamedAtLeast1,
        int NamedAtLeast2,
        int NamedAtLeast3,
        int NamedAtLeast4,
        int NamedAtLeast5,
        int UnnamedAtLeast1,
        int UnnamedAtLeast2,
        int UnnamedAtLeast3,
        int UnnamedAtLeast4,
        int UnnamedAtLeast5,
        int CountedTooAtLeast1,
        int CountedTooAtLeast2,
        int CountedTooAtLeast3,
        int CountedTooAtLeast4,
        int CountedTooAtLeast5)
    {
        public HeldBy Held => new(
            new LevelCounts(NamedAtLeast1, NamedAtLeast2, NamedAtLeast3, NamedAtLeast4, NamedAtLeast5),
            new LevelCounts(UnnamedAtLeast1, UnnamedAtLeast2, UnnamedAtLeast3, UnnamedAtLeast4, UnnamedAtLeast5),
            new LevelCounts(CountedTooAtLeast1, CountedTooAtLeast2, CountedTooAtLeast3, CountedTooAtLeast4, CountedTooAtLeast5));
    }
}
