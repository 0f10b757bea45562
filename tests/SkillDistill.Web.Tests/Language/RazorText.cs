using System.Text;
using System.Text.RegularExpressions;

namespace SkillDistill.Web.Tests.Language;

/// <summary>
/// Reads a Razor file just well enough to tell what a person would read in it as it stands: text between tags, and the attributes that are read out.
/// Code, expressions, tags and comments are passed over.
/// </summary>
internal sealed partial class RazorText
{
    private static readonly HashSet<string> ReadOut = ["title", "alt", "aria-label", "placeholder"];
    private static readonly HashSet<string> Void = ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "icon", "partial", "!doctype"];
    private static readonly HashSet<string> Blocks = ["if", "for", "foreach", "while", "switch", "using", "lock", "try", "do"];
    private static readonly HashSet<string> Lines = ["page", "model", "inject", "namespace", "addTagHelper", "removeTagHelper", "inherits", "attribute", "layout"];

    private readonly string _razor;
    private readonly List<string> _read = [];
    private readonly StringBuilder _text = new();
    private int _at;

    private RazorText(string razor) => _razor = razor;

    private char Now => _at < _razor.Length ? _razor[_at] : '\0';

    /// <summary>The pieces that hold a run of at least two letters.</summary>
    public static IReadOnlyList<string> In(string razor)
    {
        var reader = new RazorText(razor);
        reader.Markup(until: null);
        return [.. reader._read.Select(piece => Entity().Replace(piece, " ").Trim()).Where(piece => Word().IsMatch(piece))];
    }

    [GeneratedRegex(@"&#?\w+;")]
    private static partial Regex Entity();

    [GeneratedRegex(@"\p{L}{2,}")]
    private static partial Regex Word();

    /// <summary>Markup, up to the end, or to the closing tag of the element that began it.</summary>
    private void Markup(string? until)
    {
        var depth = 1;
        while (_at < _razor.Length)
        {
            if (Now == '@')
            {
                Transition();
            }
            else if (Ahead("<!--"))
            {
                SkipTo("-->");
            }
            else if (Now == '<' && (char.IsLetter(Peek(1)) || Peek(1) is '/' or '!'))
            {
                Keep();
                var closes = Tag(out var name);
                depth += name != until ? 0 : closes ? -1 : 1;
                if (depth == 0)
                {
                    return;
                }
            }
            else
            {
                _text.Append(_razor[_at++]);
            }
        }

        Keep();
    }

    /// <returns>Whether it was a closing tag.</returns>
    private bool Tag(out string name)
    {
        _at++;
        var closes = Now == '/';
        _at += closes ? 1 : 0;
        name = Take(letter => char.IsLetterOrDigit(letter) || letter is '-' or '!').ToLowerInvariant();
        while (_at < _razor.Length && Now != '>')
        {
            if (Ahead("/>"))
            {
                _at++;
                (closes, name) = (false, "/" + name);
            }
            else if (Now == '@')
            {
                Transition();
            }
            else if (char.IsLetter(Now))
            {
                Attribute();
            }
            else
            {
                _at++;
            }
        }

        _at++;
        return closes;
    }

    private void Attribute()
    {
        var name = Take(letter => char.IsLetterOrDigit(letter) || letter is '-' or ':' or '_' or '.');
        if (Now != '=' || Peek(1) is not ('"' or '\''))
        {
            return;
        }

        var quote = Peek(1);
        _at += 2;
        while (_at < _razor.Length && Now != quote)
        {
            if (Now == '@')
            {
                Transition();
            }
            else
            {
                _text.Append(_razor[_at++]);
            }
        }

        _at++;
        if (!ReadOut.Contains(name))
        {
            _text.Clear();
        }

        Keep();
    }

    /// <summary>What an @ begins.</summary>
    private void Transition()
    {
        _at++;
        if (Now == '@')
        {
            _at++;
        }
        else if (Now == '*')
        {
            SkipTo("*@");
        }
        else if (Now == '{')
        {
            Keep();
            Code();
        }
        else if (Now == ':')
        {
            _at++;
        }
        else
        {
            Expression();
        }
    }

    private void Expression()
    {
        var start = _at;
        var word = Take(letter => char.IsLetterOrDigit(letter) || letter == '_');
        if (Lines.Contains(word) || (word == "using" && Now == ' ' && Peek(1) != '('))
        {
            SkipTo("\n");
        }
        else if (Blocks.Contains(word) || word is "section" or "functions" or "code")
        {
            Keep();
            Block();
        }
        else
        {
            _at = start + (word == "await" ? word.Length + 1 : 0);
            Path();
        }
    }

    /// <summary>The head of a block, its body, and what goes on from it, such as else.</summary>
    private void Block()
    {
        do
        {
            while (_at < _razor.Length && Now != '{')
            {
                if (Now is '(')
                {
                    Balanced();
                }
                else
                {
                    _at++;
                }
            }

            Code();
        }
        while (Continues());
    }

    private bool Continues() => _at < _razor.Length && GoesOn().IsMatch(_razor, _at);

    [GeneratedRegex(@"\G\s*(else|catch|finally)\b")]
    private static partial Regex GoesOn();

    /// <summary>An implicit expression: names, calls and indexers without blanks.</summary>
    private void Path()
    {
        while (_at < _razor.Length)
        {
            if (char.IsLetterOrDigit(Now) || Now == '_' || (Now == '.' && char.IsLetter(Peek(1))) || (Now is '!' or '?' && Peek(1) == '.'))
            {
                _at++;
            }
            else if (Now is '(' or '[')
            {
                Balanced();
            }
            else
            {
                return;
            }
        }
    }

    /// <summary>A block of code in braces. Where a statement could begin, a tag begins markup.</summary>
    private void Code()
    {
        _at++;
        var fresh = true;
        while (_at < _razor.Length && Now != '}')
        {
            if (fresh && Now == '<' && char.IsLetter(Peek(1)))
            {
                Element();
                continue;
            }

            if (fresh && Now == '@' && Peek(1) == ':')
            {
                _at += 2;
                _read.Add(Take(letter => letter != '\n'));
                continue;
            }

            if (Now == '@' && Peek(1) is not ('"' or '$'))
            {
                Transition();
                continue;
            }

            fresh = Now is ';' or '{' or '}' or ':' || (fresh && char.IsWhiteSpace(Now));
            Step();
            fresh |= _razor[_at - 1] is '}';
        }

        _at++;
    }

    private void Element()
    {
        Tag(out var name);
        if (!name.StartsWith('/') && !Void.Contains(name))
        {
            Markup(name);
        }
    }

    /// <summary>One step through code: a string, a comment, a bracketed part or a letter.</summary>
    private void Step()
    {
        if (Ahead("//"))
        {
            SkipTo("\n");
        }
        else if (Ahead("/*"))
        {
            SkipTo("*/");
        }
        else if (Now == '{')
        {
            Code();
        }
        else if (Now is '(' or '[')
        {
            Balanced();
        }
        else if (Now == '"')
        {
            Quoted();
        }
        else if (Now == '\'' && (Peek(2) == '\'' || Peek(1) == '\\'))
        {
            _at += Peek(1) == '\\' ? _razor.IndexOf('\'', _at + 2) - _at + 1 : 3;
        }
        else
        {
            _at++;
        }
    }

    private void Balanced()
    {
        var closes = Now switch { '(' => ')', '[' => ']', _ => '}' };
        _at++;
        while (_at < _razor.Length && Now != closes)
        {
            if (Now == '{')
            {
                Balanced();
            }
            else
            {
                Step();
            }
        }

        _at++;
    }

    private void Quoted()
    {
        var interpolates = _at > 0 && _razor[_at - 1] == '$';
        _at++;
        while (_at < _razor.Length && Now != '"')
        {
            if (Now == '\\')
            {
                _at += 2;
            }
            else if (interpolates && Now == '{')
            {
                Balanced();
            }
            else
            {
                _at++;
            }
        }

        _at++;
    }

    private void Keep()
    {
        _read.Add(_text.ToString());
        _text.Clear();
    }

    private string Take(Func<char, bool> wanted)
    {
        var start = _at;
        while (_at < _razor.Length && wanted(Now))
        {
            _at++;
        }

        return _razor[start.._at];
    }

    private char Peek(int ahead) => _at + ahead < _razor.Length ? _razor[_at + ahead] : '\0';

    private bool Ahead(string text) => string.CompareOrdinal(_razor, _at, text, 0, text.Length) == 0;

    private void SkipTo(string end)
    {
        var found = _razor.IndexOf(end, _at, StringComparison.Ordinal);
        _at = found < 0 ? _razor.Length : found + end.Length;
    }
}
