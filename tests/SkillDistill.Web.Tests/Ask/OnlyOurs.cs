using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>What of a page is not the product's own: elements, attributes and addresses that it never writes, and letters that nobody sees.</summary>
internal static class OnlyOurs
{
    private static readonly HashSet<string> Elements = new(StringComparer.OrdinalIgnoreCase)
    {
        "html", "head", "meta", "title", "link", "body", "header", "nav", "main", "footer", "aside", "section", "article", "div", "span", "p", "a", "button", "form", "input", "label", "textarea",
        "select", "option", "optgroup", "fieldset", "legend", "datalist", "h1", "h2", "h3", "h4", "ul", "ol", "li", "dl", "dt", "dd", "table", "thead", "tbody", "tr", "th", "td", "caption", "time",
        "summary", "details", "b", "i", "q", "code", "pre", "strong", "small", "mark", "ins", "del", "hr", "br", "progress", "blockquote", "figure", "figcaption", "noscript", "script", "svg", "use", "template",
    };

    private static readonly string[] Addresses = ["src", "href", "action", "formaction", "srcset", "poster", "data", "xlink:href", "background", "cite", "ping", "manifest"];

    /// <summary>The first thing on the page that somebody else put there, in words; null where there is none.</summary>
    public static string? Breach(Visitor visitor) =>
        Foreign(visitor) ?? (visitor.Page.Body!.TextContent.FirstOrDefault(IsHidden) is not '\0' and var letter ? $"{visitor.Location} shows U+{(int)letter:X4}" : null);

    /// <summary>The same, but for letters that nobody sees.</summary>
    public static string? Foreign(Visitor visitor)
    {
        if (visitor.Status is not (HttpStatusCode.OK or HttpStatusCode.BadRequest))
        {
            return $"{visitor.Location} answered {visitor.Status}";
        }

        foreach (var element in visitor.Page.All)
        {
            var isOurs = Elements.Contains(element.LocalName) && (element.LocalName != "script" || (element.GetAttribute("src") is { } source && source.StartsWith("/assets/", StringComparison.Ordinal) && element.TextContent.Length == 0));
            if (!isOurs || (element.LocalName == "meta" && element.GetAttribute("http-equiv") is not null))
            {
                return $"{visitor.Location} holds {element.OuterHtml}";
            }

            if (element.Attributes.FirstOrDefault(attribute => IsForeign(attribute)) is { } foreign)
            {
                return $"{visitor.Location} holds <{element.LocalName} {foreign.Name}=\"{foreign.Value}\">";
            }
        }

        return null;
    }

    private static bool IsForeign(IAttr attribute) =>
        attribute.Name.StartsWith("on", StringComparison.OrdinalIgnoreCase) || attribute.Name is "style" or "srcdoc" or "autofocus" && attribute.Value.Length > 0
        || (Addresses.Contains(attribute.Name.ToLowerInvariant()) && !IsLocal(attribute.Value));

    private static bool IsLocal(string address) => address.Length == 0 || address[0] is '#' or '?' || (address[0] == '/' && !address.StartsWith("//", StringComparison.Ordinal) && !address.StartsWith("/\\", StringComparison.Ordinal))
        || address.StartsWith("mailto:", StringComparison.Ordinal) || address.StartsWith("http://localhost/", StringComparison.Ordinal);

    private static bool IsHidden(char letter) => letter is not ('\n' or '\r' or '\t') && (letter is '\u3164' or '\u115F' || CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format);
}
