using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>The words of the HTML that people put into Markdown.</summary>
internal static partial class HtmlText
{
    /// <summary>No honest fragment nests deeper; beyond it the tags are cut out instead of understood.</summary>
    private const int Depth = 60;

    private const int Tags = 20000;

    private static readonly string[] Unread = ["SCRIPT", "STYLE", "IFRAME", "IMG", "VIDEO", "AUDIO", "SVG", "OBJECT", "TEMPLATE", "NOSCRIPT"];

    /// <summary>The parsed fragment, or null where it is too large or too deep to be meant for people.</summary>
    public static IElement? Parse(string html)
    {
        if (html.AsSpan().Count('<') > Tags || TooDeep(html))
        {
            return null;
        }

        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        return parser.ParseDocument(html).Body;
    }

    public static string Of(string html)
    {
        // Most fragments in notes are a tag alone on its line, and need no parser.
        var bare = AnyTag().Replace(html, " ");
        return string.IsNullOrWhiteSpace(bare) ? "" : Parse(html) is { } body ? Of(body) : PlainText.Tidied(bare);
    }

    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Write(node, text, depth: 0);
        return PlainText.Tidied(text.ToString());
    }

    /// <summary>What one tag within a sentence stands for. Icons that say good or bad carry the meaning of their line.</summary>
    public static string OfTag(string tag) => tag switch
    {
        _ when LineBreak().IsMatch(tag) => "\n",
        _ when BadIcon().IsMatch(tag) => "✗",
        _ when GoodIcon().IsMatch(tag) => "✓",
        _ => "",
    };

    private static void Write(INode node, StringBuilder text, int depth)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(InPre(child) ? words.Data : Blanks().Replace(words.Data, " "));
            }
            else if (child is IElement element && !Unread.Contains(element.TagName.ToUpperInvariant()) && depth < Depth * 2)
            {
                WriteElement(element, text, depth);
            }
        }
    }

    private static void WriteElement(IElement element, StringBuilder text, int depth)
    {
        switch (element.TagName.ToUpperInvariant())
        {
            case "BR":
                text.Append('\n');
                break;
            case "LI":
                text.Append("\n- ").Append(PlainText.Hanging(Of(element)));
                break;
            case "P" or "DIV" or "UL" or "OL" or "DL" or "TABLE" or "TR" or "DT" or "DD" or "SUMMARY" or "PRE" or "BLOCKQUOTE"
                or "H1" or "H2" or "H3" or "H4" or "H5" or "H6" or "SECTION" or "DETAILS":
                text.Append('\n');
                Write(element, text, depth + 1);
                text.Append('\n');
                break;
            default:
                text.Append(element.ChildNodes.Length == 0 ? OfTag(element.OuterHtml) : "");
                Write(element, text, depth + 1);
                break;
        }
    }

    private static bool InPre(INode node) => node.ParentElement?.Closest("pre") is not null;

    private static bool TooDeep(string html)
    {
        var depth = 0;
        for (var at = html.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 1 < html.Length; at = html.IndexOf('<', at + 1))
        {
            depth += html[at + 1] == '/' ? -1 : char.IsAsciiLetter(html[at + 1]) && !VoidTag().IsMatch(html, at) ? 1 : 0;
            if (depth > Depth)
            {
                return true;
            }
        }

        return false;
    }

    [GeneratedRegex(@"\G<(?:br|hr|img|input|col|li|p|td|th|tr|meta|link|source)\b", RegexOptions.IgnoreCase)]
    private static partial Regex VoidTag();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex AnyTag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();

    [GeneratedRegex(@"^<br\b", RegexOptions.IgnoreCase)]
    private static partial Regex LineBreak();

    [GeneratedRegex(@"^<(?:i|span)\b[^>]*\bclass\s*=\s*[""'][^""']*\b(?:bad|wrong|cross|times)\b", RegexOptions.IgnoreCase)]
    private static partial Regex BadIcon();

    [GeneratedRegex(@"^<(?:i|span)\b[^>]*\bclass\s*=\s*[""'][^""']*\b(?:good|right|check|tick)\b", RegexOptions.IgnoreCase)]
    private static partial Regex GoodIcon();
}
