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
    /// <param name="tree">At least the teams of the lines with all below.</param>
    public async Task<IReadOnlyList<HeldAlone>> Async(IReadOnlyList<LargeCell> lines, TeamTree tree, CancellationToken cancellationToken)
    {
        var places = await PlacesAsync(lines, tree, cancellationToken);
        var (teams, skills) = (places.Values.Distinct().ToList(), lines.Select(line => line.SkillId).Distinct().ToList());
        var named = db.Consenting(Purpose.ShowNamedCoverage, clock.GetUtcNow());
        var holders = await (from person in db.People.AsNoTracking()
                             where person.DeactivatedAt == null && person.TeamId != null && teams.Contains(person.TeamId!.Value) && named.Contains(person.Id)
                             join level in db.Proficiencies.AsNoTracking() on person.Id equals level.PersonId
                             where skills.Contains(level.SkillId)
                             select new { person.Id, person.Name, Team = person.TeamId!.Value, level.SkillId, level.Level }).ToListAsync(cancellationToken);
        var known = holders.ToLookup(holder => (holder.Team, holder.SkillId));
        return
        [
            .. from line in lines
               let holder = known[(places[line], line.SkillId)].FirstOrDefault(holder => holder.Level >= line.Level)
               where holder is not null
               select new HeldAlone(line, holder.Id, holder.Name),
        ];
    }

    /// <summary>For each line the team in which its only holder is.</summary>
    private async Task<Dictionary<LargeCell, Id<Team>>> PlacesAsync(IReadOnlyList<LargeCell> lines, TeamTree tree, CancellationToken cancellationToken)
    {
        var places = lines.ToDictionary(line => line, line => line.TeamId);
        var open = lines;
        while (open.Count > 0)
        {
            var below = open.ToDictionary(line => line, line => tree.Children(places[line]));
            var (teams, skills) = (below.Values.SelectMany(children => children).Distinct().ToList(), open.Select(line => line.SkillId).Distinct().ToList());
            if (teams.Count == 0)
            {
                break;
            }

            var cells = await db.CoverageCells.AsNoTracking().Where(cell => teams.Contains(cell.TeamId) && skills.Contains(cell.SkillId) && cell.Named.AtLeast1 > 0)
                .ToDictionaryAsync(cell => (cell.TeamId, cell.SkillId), cell => cell.Named, cancellationToken);
            var further = new List<LargeCell>();
            foreach (var line in open)
            {
                foreach (var child in below[line].Where(child => cells.TryGetValue((child, line.SkillId), out var holders) && holders[line.Level!.Value] > 0).Take(1))
                {
                    places[line] = child;
                    further.Add(line);
                }
            }

            open = further;
        }

        return places;
    }
}
