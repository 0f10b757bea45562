using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>The targets of one team: its own, and what comes to it from above.</summary>
internal sealed class ReadTargets(SkillDistillDb db, TimeProvider clock)
{
    public async Task<TargetsView> ReadAsync(Id<Team>? team, CancellationToken cancellationToken)
    {
        var skills = await db.Skills.AsNoTracking().ToDictionaryAsync(skill => skill.Id, skill => (Name: skill.Label(CultureInfo.CurrentUICulture), skill.IsRetired), cancellationToken);
        var teams = await db.Teams.AsNoTracking().ToDictionaryAsync(known => known.Id, cancellationToken);
        var tree = new TeamTree(teams.Values);
        var lineage = tree.Lineage(team).ToList();
        var targets = await db.Targets.AsNoTracking().Where(target => lineage.Contains(target.TeamId)).ToListAsync(cancellationToken);
        var (inForce, today) = (new TargetsInForce(tree, targets), CoverageLook.DayOf(clock.GetUtcNow()));

        TargetRow Row(Target target) => new(target, skills[target.SkillId].Name, teams[target.TeamId].Name, inForce.IsReplaced(target, today));
        IReadOnlyList<TargetRow> Rows(IEnumerable<Target> shown) => [.. shown.Select(Row).OrderBy(row => row.Skill, StringComparer.CurrentCulture).ThenBy(row => row.Target.DueOn ?? DateOnly.MinValue)];
        return new TargetsView(
            Rows(targets.Where(target => target.TeamId == team)),
            team is { } below ? Rows(inForce.FromAbove(below, today)) : [],
            [.. skills.Values.Where(skill => !skill.IsRetired).Select(skill => skill.Name).Order(StringComparer.CurrentCulture)],
            team is { } root && tree.Branch(root).Count > 1);
    }
}

/// <param name="Own">Those of the team itself, with what was replaced since.</param>
/// <param name="FromAbove">What holds here because of a team above.</param>
/// <param name="SkillNames">Of those in use, by name.</param>
/// <param name="HasTeamsBelow">Whether a target could hold for each of them.</param>
internal sealed record TargetsView(IReadOnlyList<TargetRow> Own, IReadOnlyList<TargetRow> FromAbove, IReadOnlyList<string> SkillNames, bool HasTeamsBelow);

/// <param name="Team">The name of the team that has it.</param>
/// <param name="IsReplaced">Whether a later one has come in its place.</param>
internal sealed record TargetRow(Target Target, string Skill, string Team, bool IsReplaced);
