using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>
/// Who it is that alone holds what is wanted. Cells name nobody; they lead from team to team down to the one in which that person is, and people are asked for there alone and at this moment: whoever took their consent back meanwhile
/// is not found, and the line is left out.
/// </summary>
internal sealed class WhoHoldsAlone(SkillDistillDb db, TimeProvider clock)
{
    /// <param name="lines">Single points of failure.</param>
    public async Task<IReadOnlyList<HeldAlone>> Async(IReadOnlyList<ShownCell> lines, CancellationToken cancellationToken)
    {
        var holders = lines.Count == 0 ? [] : await HoldersAsync(lines, cancellationToken);
        var (people, named) = (holders.Select(holder => new Id<Person>(holder.PersonId)).Distinct().ToList(), db.Consenting(Purpose.ShowNamedCoverage, clock.GetUtcNow()));
        var names = await db.People.Where(person => people.Contains(person.Id) && named.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return
        [
            .. from holder in holders
               let person = new Id<Person>(holder.PersonId)
               where names.ContainsKey(person)
               group person by holder.Number into line
               orderby line.Key
               select new HeldAlone(lines[line.Key], line.First(), names[line.First()]),
        ];
    }

    /// <summary>Everybody who holds what is wanted in the teams that the cells lead to, named or not. In one statement that looks up a cell for each team on the way: asked for by lists of teams and of skills, all cells of those teams would be read.</summary>
    private Task<List<Holder>> HoldersAsync(IReadOnlyList<ShownCell> lines, CancellationToken cancellationToken)
    {
        var wanted = string.Join(", ", lines.Select((_, number) => string.Create(CultureInfo.InvariantCulture, $"({number}, {{{3 * number}}}, {{{3 * number + 1}}}, {{{3 * number + 2}}})")));
        var sql = $"""
            WITH RECURSIVE way(number, team_id, skill_id, level) AS (
                SELECT * FROM (VALUES {wanted}) AS wanted
                UNION
                SELECT way.number, below.id, way.skill_id, way.level
                FROM way
                JOIN teams AS below ON below.parent_id = way.team_id AND below.removed_at IS NULL
                WHERE 0 < (
                    SELECT CASE way.level WHEN 1 THEN named_at_least1 WHEN 2 THEN named_at_least2 WHEN 3 THEN named_at_least3 WHEN 4 THEN named_at_least4 ELSE named_at_least5 END
                    FROM coverage_cells WHERE team_id = below.id AND skill_id = way.skill_id)
            )
            SELECT way.number AS number, person.id AS person_id
            FROM way
            JOIN people AS person ON person.team_id = way.team_id AND person.deactivated_at IS NULL
            WHERE way.level <= (SELECT level FROM proficiencies WHERE person_id = person.id AND skill_id = way.skill_id)
            """;
        return db.Database.SqlQueryRaw<Holder>(sql, [.. lines.SelectMany(line => new object[] { line.TeamId.Value, line.SkillId.Value, line.Level!.Value })]).ToListAsync(cancellationToken);
    }

    private sealed record Holder(int Number, Guid PersonId);
}
