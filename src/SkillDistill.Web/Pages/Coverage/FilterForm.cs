using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Coverage.Large;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>What may be left out of a page of coverage, and what is.</summary>
internal sealed class FilterForm
{
    public required Id<Team> TeamId { get; init; }

    public required CoverageFilter Filter { get; init; }

    /// <summary>How many lines are shown.</summary>
    public required int Shown { get; init; }

    /// <summary>How many would be, if nothing were left out.</summary>
    public required int All { get; init; }

    public required IReadOnlyList<(Id<Skill> Id, string Label)> Groups { get; init; }

    public required IReadOnlyList<CoverageState> States { get; init; }

    /// <summary>Whether the page knows how fresh cards are.</summary>
    public bool KnowsCards { get; init; }

    /// <summary>The roles of those named, or null where the page has no row for a person.</summary>
    public IReadOnlyList<string>? Roles { get; init; }

    public static FilterForm Of(ShownCoverage shown) => new()
    {
        TeamId = shown.View.TeamId,
        Filter = shown.Filter,
        Shown = shown.Lines.Count,
        All = shown.View.Lines.Count,
        Groups = shown.View.Columns.SelectMany(group => group.Skills).Select(shown.View.Name).Groups(),
        States = Enum.GetValues<CoverageState>(),
        KnowsCards = true,
        Roles = shown.Filter.Picture == CoveragePicture.Teams ? null : [.. shown.View.People.Select(person => person.JobTitle).Where(role => role.Length > 0).Distinct().Order(StringComparer.CurrentCulture)],
    };

    public static FilterForm Of(LargeCoverage coverage) => new()
    {
        TeamId = coverage.TeamId,
        Filter = coverage.Filter,
        Shown = coverage.Picked,
        All = coverage.Targets,
        Groups = coverage.Groups,
        States = Standing.States,
    };
}
