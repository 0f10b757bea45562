using System.Text;
using System.Text.RegularExpressions;
using Markdig.Syntax.Inlines;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>The words of a paragraph: links keep theirs, pictures go, emphasis marks go, code keeps its text.</summary>
internal sealed partial class InlineText
{
    private readonly StringBuilder _text = new();
    private readonly StringBuilder _literal = new();
    private int _linked;

    private InlineText()
    {
    }

    public static string Of(ContainerInline? root) => Render(root).Text();

    public static bool IsOnlyLinks(ContainerInline? root)
    {
        var rendered = Render(root);
        var length = rendered.Text().Count(char.IsLetterOrDigit);
        return rendered._linked > 0 && length - rendered._linked <= length / 5;
    }

    private static InlineText Render(ContainerInline? root)
    {
        var rendered = new InlineText();
        rendered.Walk(root);
        rendered.Flush();
        return rendered;
    }

    /// <summary>With a stack of its own: emphasis can be nested as deep as the document is long.</summary>
    private void Walk(ContainerInline? root)
    {
        var open = new Stack<(Inline? Next, int LinkFrom)>();
        open.Push((root?.FirstChild, -1));
        while (open.TryPop(out var level))
        {
            if (level.Next is not { } inline)
            {
                Close(level.LinkFrom);
                continue;
            }

            open.Push(level with { Next = inline.NextSibling });
            Write(inline);
            if (inline is ContainerInline container and not LinkInline { IsImage: true })
            {
                var isLink = inline is LinkInline;
                if (isLink)
                {
                    Flush();
                }

                open.Push((container.FirstChild, isLink ? _text.Length : -1));
            }
        }
    }

    private void Close(int linkFrom)
    {
        if (linkFrom >= 0)
        {
            Flush();
            for (var at = linkFrom; at < _text.Length; at++)
            {
                _linked += char.IsLetterOrDigit(_text[at]) ? 1 : 0;
            }
        }
    }

    private void Write(Inline inline)
    {
        switch (inline)
        {
            case LiteralInline literal:
                _literal.Append(literal.Content.AsSpan());
                break;
            case LineBreakInline line:
                _literal.Append(line.IsHard || StandsInChinese(line) ? '\n' : ' ');
                break;
            case CodeInline code:
                Flush();
                _text.Append(code.Content);
                break;
            case AutolinkInline link:
                Flush();
                _text.Append(link.Url);
                _linked += link.Url.Count(char.IsLetterOrDigit);
                break;
            case HtmlEntityInline entity:
                _literal.Append(entity.Transcoded.AsSpan());
                break;
            case HtmlInline html:
                _literal.Append(HtmlText.OfTag(html.Tag));
                break;
            case DelimiterInline delimiter:
                _literal.Append(delimiter.ToLiteral());
                break;
        }
    }

    /// <summary>Chinese lines need no blank between them, and where they were broken by hand they are sentences of their own.</summary>
    private bool StandsInChinese(LineBreakInline line) =>
        (_literal.Length > 0 ? IsChinese(_literal[^1]) : _text.Length > 0 && IsChinese(_text[^1]))
        || (line.NextSibling is LiteralInline { Content.IsEmpty: false } next && IsChinese(next.Content.CurrentChar));

    private static bool IsChinese(char c) => c is >= '\u3000' and <= '\u9fff' or >= '\uff00' and <= '\uffef';

    /// <summary>Code is written past this: in it, brackets are what they are.</summary>
    private void Flush()
    {
        _text.Append(Shortcode().Replace(Attributes().Replace(LostReference().Replace(_literal.ToString(), "$1"), ""), ""));
        _literal.Clear();
    }

    private string Text() => PlainText.Tidied(_text.ToString());

    /// <summary>"[here][id]" whose definition is not in the document.</summary>
    [GeneratedRegex(@"\[([^\[\]\n]+)\]\[[^\[\]\n]*\]")]
    private static partial Regex LostReference();

    /// <summary>Kramdown's attribute lists: {:target="_blank"}.</summary>
    [GeneratedRegex(@"\{:[^{}\n]{0,200}\}")]
    private static partial Regex Attributes();

    /// <summary>Markers of site generators: tables of contents, Hugo's and Jekyll's tags.</summary>
    [GeneratedRegex(@"\[\[?_?TOC_?\]\]?|\{\{[<%][^{}\n]{0,200}[>%]\}\}|\{%[^{}\n]{0,200}%\}")]
    private static partial Regex Shortcode();
}
