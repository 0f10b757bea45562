using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage;

internal static class SentenceText
{
    /// <summary>What is thin in a team, in one sentence.</summary>
    /// <param name="standing">How all of its targets stand.</param>
    /// <param name="thinnest">What stands worst; null where nothing is thin.</param>
    /// <param name="since">Since when it does; null where that is not known.</param>
    public static string Sentence(this IStringLocalizer<CoverageText> text, string team, Standing standing, ThinnestLine? thinnest, Since? since)
    {
        if (standing.Targets == 0)
        {
            return text["Sentence.NoTargets", team];
        }

        if (thinnest is null)
        {
            return text["Sentence.Covered", team];
        }

        var parts = new[] { (CoverageState.Gap, "Gaps"), (CoverageState.SinglePointOfFailure, "Singles"), (CoverageState.Thin, "Thins") }.Where(part => standing[part.Item1] > 0)
            .Select(part => text[$"Sentence.{part.Item2}.{(standing[part.Item1] == 1 ? "One" : "Many")}", standing[part.Item1]].Value);
        var said = string.Join(text["Sentence.Comma"], parts);
        var where = thinnest.TeamName is null ? thinnest.Label : text["Sentence.In", thinnest.Label, thinnest.TeamName].Value;
        return since is null ? text["Sentence", team, said, where] : text["Sentence.Since", team, said, where, text.Since(since)];
    }
}
