using System.ComponentModel.DataAnnotations;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>The section "Coverage" of the settings.</summary>
public sealed class CoverageOptions
{
    public const string Section = "Coverage";

    /// <summary>The coverage of teams with more people than this, those of teams below included, is shown from kept numbers: without a row for each person.</summary>
    [Range(1, 1_000_000)]
    public int LargeTeam { get; set; } = 400;

    /// <summary>The k of k-anonymity: the fewest unnamed people that a number may stand for. A lower one holds for a group from its next count on; with a higher one nothing is said of it until then.</summary>
    [Range(Anonymity.LowestFewest, Anonymity.HighestFewest)]
    public int Fewest { get; set; } = Anonymity.UsualFewest;
}
