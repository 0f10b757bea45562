using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Coverage.Large;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>What a page of coverage offers to be done next.</summary>
/// <param name="Thinnest">About what; null where nothing is thin.</param>
internal sealed record NextSteps(Id<Team> TeamId, Horizon Horizon, ThinnestLine? Thinnest)
{
    public static NextSteps Of(CoverageView view) => new(view.TeamId, view.Horizon, view.Thinnest is not { } line ? null
        : new ThinnestLine(line.TeamId, line.TeamId == view.TeamId ? null : view.TeamNamed(line.TeamId), line.SkillId, view.Label(line.SkillId), line.Holders > 0));

    public static NextSteps Of(LargeCoverage coverage) => new(coverage.TeamId, coverage.Filter.Horizon, coverage.Thinnest is not { } line ? null
        : new ThinnestLine(line.TeamId, coverage.OtherName(line), line.SkillId, coverage.Label(line.SkillId), line.Holders > 0));
}

/// <param name="TeamName">Null where it is the team that is looked at.</param>
/// <param name="IsHeld">Whether anybody who is shown holds it, so that there is somebody to see.</param>
internal sealed record ThinnestLine(Id<Team> TeamId, string? TeamName, Id<Skill> SkillId, string Label, bool IsHeld);
