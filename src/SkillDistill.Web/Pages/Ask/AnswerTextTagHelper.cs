using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Writes the plain text of an answer: paragraphs, and for each marker a link to its citation or the word that it is inferred. All else is encoded.</summary>
[HtmlTargetElement("answer-text", TagStructure = TagStructure.WithoutEndTag)]
public sealed partial class AnswerTextTagHelper : TagHelper
{
    public string Text { get; set; } = "";

    /// <summary>The ordinal of the turn, for the addresses of its citations.</summary>
    public int Turn { get; set; }

    /// <summary>The numbers that may be linked; other markers are left as they stand.</summary>
    public IEnumerable<int> Numbers { get; set; } = [];

    public string Inferred { get; set; } = "";

    /// <summary>What a screen reader says before a citation's number.</summary>
    public string Cites { get; set; } = "";

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        ArgumentNullException.ThrowIfNull(output);
        output.TagName = null;
        var known = Numbers.ToHashSet();
        foreach (var paragraph in Text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            output.Content.AppendHtml("<p class=\"keep-lines\">");
            var read = 0;
            foreach (Match marker in Marker().Matches(paragraph))
            {
                output.Content.Append(paragraph[read..marker.Index]);
                read = marker.Index + marker.Length;
                Mark(output, marker.Groups[1].Value, known);
            }

            output.Content.Append(paragraph[read..]);
            output.Content.AppendHtml("</p>");
        }
    }

    private void Mark(TagHelperOutput output, string marker, HashSet<int> known)
    {
        if (marker == "?")
        {
            output.Content.AppendHtml("<span class=\"tag tag-warn\">");
            output.Content.Append(Inferred);
            output.Content.AppendHtml("</span>");
        }
        else if (int.TryParse(marker, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && known.Contains(number))
        {
            output.Content.AppendHtml(FormattableString.Invariant($"<a class=\"cite\" href=\"#c-{Turn}-{number}\"><span class=\"visually-hidden\">"));
            output.Content.Append(Cites);
            output.Content.AppendHtml(FormattableString.Invariant($"</span>{number}</a>"));
        }
    }

    [GeneratedRegex(@" ?\[(\d{1,2}|\?)\]")]
    private static partial Regex Marker();
}
