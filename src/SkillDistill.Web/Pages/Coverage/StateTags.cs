using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage;

internal static class StateTags
{
    /// <summary>The partial "_State" once for each state, and not for each of hundreds of lines. What a partial gives can be written once only, so its text is kept.</summary>
    public static async Task<IReadOnlyList<HtmlString>> StateTagsAsync(this IHtmlHelper html, HtmlEncoder encoder)
    {
        var tags = new List<HtmlString>();
        foreach (var state in Enum.GetValues<CoverageState>())
        {
            using var written = new StringWriter();
            (await html.PartialAsync("_State", state)).WriteTo(written, encoder);
            tags.Add(new HtmlString(written.ToString()));
        }

        return tags;
    }
}
