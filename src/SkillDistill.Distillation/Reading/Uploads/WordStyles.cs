using System.Globalization;
using System.Text;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>What the paragraphs of one document are: headings by the name of their style, in whatever language Word was, and lists by their numbering.</summary>
internal sealed class WordStyles(MainDocumentPart part)
{
    private const string Heading = "heading ";
    private const int Deepest = 6;

    private readonly Dictionary<string, string> _names = (part.StyleDefinitionsPart?.Styles?.Elements<Style>() ?? [])
        .Where(style => style.StyleId?.Value is not null && style.StyleName?.Val?.Value is not null)
        .GroupBy(style => style.StyleId!.Value!).ToDictionary(same => same.Key, same => same.First().StyleName!.Val!.Value!);

    public string Markdown(Paragraph paragraph)
    {
        var text = Text(paragraph);
        if (text.Length == 0)
        {
            return "";
        }

        var level = Level(paragraph);
        return level > 0 ? $"{new string('#', level)} {text.Replace('\n', ' ')}"
            : paragraph.ParagraphProperties?.NumberingProperties?.NumberingId?.Val?.Value > 0 ? $"{new string(' ', 2 * Math.Clamp(paragraph.ParagraphProperties.NumberingProperties.NumberingLevelReference?.Val?.Value ?? 0, 0, Deepest))}- {text.Replace("\n", "\n  ", StringComparison.Ordinal)}"
            : text;
    }

    /// <summary>The words of a paragraph as they stand after all changes; tabs and line breaks as such.</summary>
    public static string Text(Paragraph paragraph)
    {
        var text = new StringBuilder();
        foreach (var piece in paragraph.Descendants())
        {
            text.Append(piece switch
            {
                Text words => words.Text,
                TabChar => "\t",
                Break or CarriageReturn => "\n",
                _ => "",
            });
        }

        return text.ToString().Trim();
    }

    private int Level(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var name = properties?.ParagraphStyleId?.Val?.Value is { } id ? _names.GetValueOrDefault(id, id) : "";
        return name.Equals("title", StringComparison.OrdinalIgnoreCase) ? 1
            : name.StartsWith(Heading, StringComparison.OrdinalIgnoreCase) && int.TryParse(name.AsSpan(Heading.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var level) ? Math.Clamp(level, 1, Deepest)
            : properties?.OutlineLevel?.Val?.Value is { } outline and >= 0 and < Deepest ? outline + 1
            : 0;
    }
}
