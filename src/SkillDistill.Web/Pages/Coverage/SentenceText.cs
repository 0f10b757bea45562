using Microsoft.Extensions.Localization;

namespace SkillDistill.Web.Pages.Coverage;

internal static class SentenceText
{
    /// <param name="team">Which team a skill stands so in; null where it is the one that is spoken of.</param>
    public static string InTeam(this IStringLocalizer<CoverageText> text, string skill, string? team) => team is null ? skill : text["Sentence.In", skill, team];

    /// <summary>What is thin in a team, in one sentence.</summary>
    /// <param name="thinnest">The skill that stands worst; null where nothing is thin.</param>
    /// <param name="since">Since when it does, in words; null where that is not known.</param>
    public static string Sentence(this IStringLocalizer<CoverageText> text, string team, bool hasTargets, (int Gaps, int Single, int Thin) counts, string? thinnest, string? since)
    {
        if (!hasTargets)
        {
            return text["Sentence.NoTargets", team];
        }

        if (thinnest is null)
        {
            return text["Sentence.Covered", team];
        }

        var parts = new[] { (counts.Gaps, "Gaps"), (counts.Single, "Singles"), (counts.Thin, "Thins") }.Where(part => part.Item1 > 0)
            .Select(part => text[$"Sentence.{part.Item2}.{(part.Item1 == 1 ? "One" : "Many")}", part.Item1].Value);
        var said = string.Join(text["Sentence.Comma"], parts);
        return since is null ? text["Sentence", team, said, thinnest] : text["Sentence.Since", team, said, thinnest, since];
    }
}
