using SharpYaml;
using SharpYaml.Events;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>
/// Turns text into nodes that know their lines. It takes the plain part of YAML only: no anchors and aliases (with which a small file grows without
/// end), no tags (which name types), one document, and no deeper and no more than a protocol could be.
/// </summary>
internal sealed class ReadYaml
{
    private const int Deepest = 12;
    private const int MostNodes = 20_000;

    private readonly IParser _parser;
    private readonly MistakesOf _mistakes;
    private int _nodes;

    private ReadYaml(IParser parser, MistakesOf mistakes) => (_parser, _mistakes) = (parser, mistakes);

    /// <returns>Null where there is nothing to go on with; why is among the mistakes.</returns>
    public static YamlNode? From(string text, MistakesOf mistakes)
    {
        try
        {
            return new ReadYaml(Parser.CreateParser(new StringReader(text)), mistakes).Document();
        }
        catch (YamlException exception)
        {
            mistakes.Add(exception.End.Line + 1, $"this is not YAML: {Reason(exception)}; expected keys, lists and texts, indented by spaces");
            return null;
        }
    }

    /// <summary>The parser puts places in numbers from 0 before its reason.</summary>
    private static string Reason(YamlException exception)
    {
        var at = exception.Message.LastIndexOf("): ", StringComparison.Ordinal);
        return exception.Message[(at < 0 ? 0 : at + 3)..].TrimEnd('.');
    }

    private YamlNode? Document()
    {
        YamlNode? root = null;
        while (Next() is not StreamEnd)
        {
            if (Current is DocumentStart && root is not null)
            {
                _mistakes.Add(Line, "a second document begins here; expected one in a file");
                return null;
            }

            root = Current is StreamStart or DocumentStart or DocumentEnd ? root : Node(1);
        }

        if (root is null)
        {
            _mistakes.Add(1, "the file is empty; expected a protocol");
        }

        return _mistakes.Any ? null : root;
    }

    private YamlNode Node(int depth)
    {
        if (depth > Deepest || ++_nodes > MostNodes)
        {
            throw new YamlException(Current.Start, Current.End, depth > Deepest ? $"nested more than {Deepest} deep" : $"more than {MostNodes} pieces");
        }

        Refuse();
        return Current switch
        {
            Scalar text => new YamlText(Line, text.Value),
            SequenceStart => List(depth),
            MappingStart => Map(depth),
            _ => new YamlText(Line, ""),
        };
    }

    private void Refuse()
    {
        if (Current is AnchorAlias alias)
        {
            _mistakes.Add(Line, $"“*{alias.Value}” refers to another place; expected the words themselves");
        }
        else if (Current is NodeEvent { Anchor.Length: > 0 } anchored)
        {
            _mistakes.Add(Line, $"“&{anchored.Anchor}” names a place to refer to; expected no such names");
        }
        else if (Current is NodeEvent { Tag.Length: > 0 } tagged)
        {
            _mistakes.Add(Line, $"“{tagged.Tag}” names a type; expected no types");
        }
    }

    private YamlList List(int depth)
    {
        var line = Line;
        var items = new List<YamlNode>();
        while (Next() is not SequenceEnd)
        {
            items.Add(Node(depth + 1));
        }

        return new YamlList(line, items);
    }

    private YamlMap Map(int depth)
    {
        var line = Line;
        var entries = new List<YamlEntry>();
        while (Next() is not MappingEnd)
        {
            var key = Node(depth + 1);
            Next();
            var value = Node(depth + 1);
            if (key is not YamlText { Value: var name })
            {
                _mistakes.Add(key.Line, $"a key is {key.Name}; expected a word");
            }
            else if (entries.Find(entry => entry.Key == name) is { } first)
            {
                _mistakes.Add(key.Line, $"“{name}” stands here a second time; expected it once (it is on line {first.Line})");
            }
            else
            {
                entries.Add(new YamlEntry(name, key.Line, value));
            }
        }

        return new YamlMap(line, entries);
    }

    private ParsingEvent Current => _parser.Current!;

    private int Line => Current.Start.Line + 1;

    private ParsingEvent Next() => _parser.MoveNext() ? Current : throw new YamlException("The text ends too early.");
}
