using System.Text.RegularExpressions;

namespace SkillDistill.Web.Tests.Coverage;

internal static partial class CoverageBytes
{
    /// <summary>The page to the byte, but for the token of its forms, which is new every time.</summary>
    public static Task<string> CoverageBytesAsync(this Visitor visitor) => visitor.BytesAsync("/coverage");

    /// <summary>The same of the page of a large team.</summary>
    public static Task<string> LargeCoverageBytesAsync(this Visitor visitor) => visitor.BytesAsync("/coverage/large");

    private static async Task<string> BytesAsync(this Visitor visitor, string page) => Token().Replace(await visitor.Http.GetStringAsync(new Uri(page, UriKind.Relative)), "");

    [GeneratedRegex(@"<input name=""__RequestVerificationToken""[^>]*>")]
    private static partial Regex Token();
}
