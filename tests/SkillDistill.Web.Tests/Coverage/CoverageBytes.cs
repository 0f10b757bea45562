using System.Text.RegularExpressions;

namespace SkillDistill.Web.Tests.Coverage;

internal static partial class CoverageBytes
{
    /// <summary>The page to the byte, but for the token of its forms, which is new every time.</summary>
    public static async Task<string> CoverageBytesAsync(this Visitor visitor) => Token().Replace(await visitor.Http.GetStringAsync(new Uri("/coverage", UriKind.Relative)), "");

    [GeneratedRegex(@"<input name=""__RequestVerificationToken""[^>]*>")]
    private static partial Regex Token();
}
