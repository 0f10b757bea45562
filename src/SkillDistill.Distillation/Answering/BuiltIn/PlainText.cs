using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Answering.BuiltIn;

/// <summary>Markdown as a reader would say it: the words without the signs. For showing only; quotes keep every sign.</summary>
internal static partial class PlainText
{
    public static string Of(string markdown)
    {
        var text = Image().Replace(markdown, " ");
        text = Link().Replace(text, "${words}");
        text = Attribute().Replace(text, "");
        text = Tag().Replace(text, " ");
        text = Callout().Replace(text, "${title}: ");
        text = LineSign().Replace(text, "");
        text = TableRule().Replace(text, " ");
        text = Cell().Replace(text, " – ");
        text = Emphasis().Replace(text, "${words}");
        text = Code().Replace(text, "${words}");
        text = Blank().Replace(text, " ");
        return text.Trim(' ', '–', '\n');
    }

    [GeneratedRegex(@"!\[[^\]]*\]\([^)]*\)")]
    private static partial Regex Image();

    [GeneratedRegex(@"\[(?<words>[^\]]+)\](\([^)\s]*(\s+""[^""]*"")?\)|\[[^\]]*\])")]
    private static partial Regex Link();

    [GeneratedRegex(@"\{:[^}]*\}")]
    private static partial Regex Attribute();

    [GeneratedRegex(@"</?[A-Za-z][^<>]*>|<!--.*?-->", RegexOptions.Singleline)]
    private static partial Regex Tag();

    [GeneratedRegex(@"^[ \t]*(!!!|\?\?\?\+?)[ \t]*\w+([ \t]+""(?<title>[^""\n]*)"")?[ \t]*$", RegexOptions.Multiline)]
    private static partial Regex Callout();

    [GeneratedRegex(@"^[ \t]*((#{1,6}|>|[-*+•])[ \t]+)+(\[[ xX]\][ \t]+)?", RegexOptions.Multiline)]
    private static partial Regex LineSign();

    [GeneratedRegex(@"^[ \t]*\|?[ \t:|-]*-{2,}[ \t:|-]*$|^[ \t]*([-*_])\1{2,}[ \t]*$|^[ \t]*(```|~~~).*$", RegexOptions.Multiline)]
    private static partial Regex TableRule();

    [GeneratedRegex(@"(?<=^|\s)\|(?=\s|$)")]
    private static partial Regex Cell();

    [GeneratedRegex(@"(?<![\w*])(\*\*\*|\*\*|\*)(?=\S)(?<words>[^*\n]+?)(?<=\S)\1(?![\w*])|(?<!\w)(___|__|_)(?=\S)(?<words>[^\n]+?)(?<=\S)\2(?!\w)|(\*\*)(?<words>[^*\n]+)\3|~~(?<words>[^~\n]+)~~")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"(`+)(?<words>[^`\n]+)\1")]
    private static partial Regex Code();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
