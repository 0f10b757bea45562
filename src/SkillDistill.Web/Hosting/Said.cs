using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Hosting;

/// <summary>How a page answers a wish: a line at the top of the next page when it was granted, a sentence beside the field when not.</summary>
internal static class Said
{
    private const string Key = "Said";
    private const int Longest = 300;

    /// <summary>Shows a line once, at the top of whichever page comes next.</summary>
    public static void Say(this PageModel page, string line) => page.TempData[Key] = Short(line);

    /// <summary>What travels in a cookie must stay small, whatever a person typed.</summary>
    public static string Short(string line) => line.Length > Longest ? string.Concat(line.AsSpan(0, Longest), "…") : line;

    public static string? TakeSaid(this ITempDataDictionary data) => data[Key] as string;

    /// <summary>Puts the refusal's sentence beside its field; the form is then shown again with everything typed.</summary>
    /// <param name="prefix">The name of the bound property that holds the form, when the field is inside one.</param>
    public static void Refuse(this PageModel page, Refusal refusal, string? prefix = null)
    {
        var field = refusal.Field is null ? "" : prefix is null ? refusal.Field : $"{prefix}.{refusal.Field}";
        page.ModelState.AddModelError(field, page.Sentence(refusal));
    }

    /// <summary>The refusal's sentence in the reader's language.</summary>
    public static string Sentence(this PageModel page, Refusal refusal) =>
        page.HttpContext.RequestServices.GetRequiredService<IStringLocalizer<Refusals>>()[refusal.Key, [.. refusal.Arguments]];

    /// <summary>Goes on to the same page, so that a reload repeats nothing.</summary>
    public static RedirectToPageResult Again(this PageModel page, object? values = null) => page.RedirectToPage(null, values);
}
