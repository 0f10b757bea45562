using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785, for what the ledger holds: objects, arrays, strings, booleans, null and whole numbers up to 2^53 - 1.
/// Other numbers are refused, because their canonical form would rest on how a language prints fractions.
/// </summary>
public static class CanonicalJson
{
    private const long LargestWhole = (1L << 53) - 1;

    /// <exception cref="NotSupportedException">A number that is not whole, or too large to be exact everywhere.</exception>
    public static string Write(JsonNode? value)
    {
        var text = new StringBuilder();
        Write(value, text);
        return text.ToString();
    }

    private static void Write(JsonNode? value, StringBuilder text)
    {
        switch (value)
        {
            case JsonObject members:
                // RFC 8785, 3.2.3: by UTF-16 code units, which is how .NET compares ordinally.
                Join(text, '{', '}', members.OrderBy(member => member.Key, StringComparer.Ordinal), member =>
                {
                    WriteString(member.Key, text);
                    text.Append(':');
                    Write(member.Value, text);
                });
                break;
            case JsonArray items:
                Join(text, '[', ']', items, item => Write(item, text));
                break;
            case JsonValue leaf:
                WriteLeaf(leaf, text);
                break;
            default:
                text.Append("null");
                break;
        }
    }

    private static void WriteLeaf(JsonValue leaf, StringBuilder text)
    {
        if (leaf.TryGetValue<string>(out var words))
        {
            WriteString(words, text);
        }
        else if (leaf.TryGetValue<bool>(out var yes))
        {
            text.Append(yes ? "true" : "false");
        }
        else if (leaf.TryGetValue<long>(out var number) || (leaf.TryGetValue<int>(out var small) && (number = small) == small))
        {
            text.Append(Math.Abs(number) <= LargestWhole ? number.ToString(CultureInfo.InvariantCulture) : throw new NotSupportedException("Too large to be exact."));
        }
        else
        {
            throw new NotSupportedException("Only whole numbers have a place in the ledger.");
        }
    }

    private static void Join<T>(StringBuilder text, char open, char close, IEnumerable<T> parts, Action<T> write)
    {
        text.Append(open);
        var first = true;
        foreach (var part in parts)
        {
            if (!first)
            {
                text.Append(',');
            }

            write(part);
            first = false;
        }

        text.Append(close);
    }

    private static void WriteString(string words, StringBuilder text)
    {
        text.Append('"');
        foreach (var letter in words)
        {
            _ = letter switch
            {
                '"' => text.Append("\\\""),
                '\\' => text.Append("\\\\"),
                '\b' => text.Append("\\b"),
                '\t' => text.Append("\\t"),
                '\n' => text.Append("\\n"),
                '\f' => text.Append("\\f"),
                '\r' => text.Append("\\r"),
                < ' ' => text.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => text.Append(letter),
            };
        }

        text.Append('"');
    }
}
