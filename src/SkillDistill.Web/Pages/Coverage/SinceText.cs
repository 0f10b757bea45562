using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Coverage;

internal static class SinceText
{
    /// <summary>"since March 2026", or at least since then.</summary>
    public static string Since(this IStringLocalizer<CoverageText> text, Since since) => text[since.IsAtLeast ? "Since.AtLeast" : "Since", since.Month.Month()];
}
