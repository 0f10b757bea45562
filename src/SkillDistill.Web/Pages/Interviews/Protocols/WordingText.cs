using System.Text;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Interviews.Protocols;

/// <summary>Reads what is said in both languages.</summary>
internal static class WordingText
{
    public const string Languages = $"{Wording.EnglishCode} and {Wording.ChineseCode}";

    private static readonly (Rune First, Rune Last) Han = (new Rune(0x4E00), new Rune(0x9FFF));

    /// <param name="line">Where it is to be said, for what is missing.</param>
    /// <param name="placeholder">What may stand in braces; nothing may where it is null.</param>
    public static Wording Read(YamlNode node, int line, string what, int longest, MistakesOf mistakes, string? placeholder = null)
    {
        if (node is not YamlMap map)
        {
            mistakes.Add(line, $"{what} is {node.Name}; expected text in {Languages}");
            return new Wording("", "");
        }

        foreach (var entry in map.Entries.Where(entry => entry.Key is not (Wording.EnglishCode or Wording.ChineseCode)))
        {
            mistakes.Add(entry.Line, $"“{entry.Key}” is not known here; expected {Wording.EnglishCode} or {Wording.ChineseCode}");
        }

        string In(string language)
        {
            if (map.Entries.FirstOrDefault(entry => entry.Key == language) is not { } entry)
            {
                mistakes.Add(line, $"{what} is missing in {language}; expected text in {Languages}");
                return "";
            }

            if (entry.Value is not YamlText { Value: var text } || string.IsNullOrWhiteSpace(text))
            {
                mistakes.Add(entry.Line, $"{what} in {language} is {entry.Value.Name}; expected text");
                return "";
            }

            if (Problem(text, language, longest, placeholder) is { } problem)
            {
                mistakes.Add(entry.Line, $"{what} in {language} {problem}");
            }

            return text.Trim();
        }

        return new Wording(In(Wording.EnglishCode), In(Wording.ChineseCode));
    }

    private static string? Problem(string text, string language, int longest, string? placeholder) => text switch
    {
        _ when text.Length > longest => $"has {text.Length} characters; expected at most {longest}",
        _ when text.Any(char.IsControl) => "has a line break or a control character; expected one paragraph",
        _ when (placeholder is null ? text : text.Replace(placeholder, "", StringComparison.Ordinal)).AsSpan().ContainsAny('{', '}') =>
            placeholder is null ? "has braces; expected none" : $"has braces; expected {placeholder} only",
        _ when language == Wording.ChineseCode && !text.EnumerateRunes().Any(rune => rune >= Han.First && rune <= Han.Last) => "has no Chinese character; expected Chinese",
        _ => null,
    };
}
