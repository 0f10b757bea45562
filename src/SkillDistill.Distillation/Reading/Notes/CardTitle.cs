using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>A title that says what a card is about away from its page.</summary>
internal sealed class CardTitle(string documentTitle, IReadOnlyList<Section> sections)
{
    private const int LeadLength = 90;

    private const int SentenceWords = 8;

    private readonly HashSet<string> _repeated = [.. sections.GroupBy(section => section.Heading).Where(same => same.Count() > 1).Select(same => same.Key)];
    private readonly Dictionary<string, int> _given = new(StringComparer.OrdinalIgnoreCase);

    public string Of(Piece piece)
    {
        var title = PlainText.Shortened(Joined([.. Parts(piece)]), CardText.TitleLength - 10);
        var count = _given[title] = _given.GetValueOrDefault(title) + 1;
        return count == 1 ? title : $"{title} ({count})";
    }

    /// <summary>Where a person finds it again: the headings above it, and which part.</summary>
    public string Place(Piece piece)
    {
        var path = piece.Section.Path.ToList();
        if (path.FirstOrDefault() != documentTitle)
        {
            path.Insert(0, documentTitle);
        }

        if (piece.Blocks.Count == 1 && piece.Blocks[0].Lead.Length > 0 && piece.Lead.Length > 0)
        {
            path.Add(PlainText.Shortened(piece.Lead, LeadLength));
        }
        else if (piece.Part > 0)
        {
            path.Add($"{piece.Part}");
        }

        return PlainText.Shortened(string.Join(" > ", path), Provenance.PlaceLength);
    }

    private IEnumerable<string> Parts(Piece piece)
    {
        var heading = piece.Section.Heading.Length > 0 ? piece.Section.Heading : documentTitle;
        var lead = PlainText.Shortened(Wording.Heading(piece.Lead), LeadLength);
        var context = Context(piece.Section);
        if (context.Length > 0 && !heading.Contains(context, StringComparison.OrdinalIgnoreCase))
        {
            yield return PlainText.Shortened(context, LeadLength);
        }

        // "Recommendations" adds nothing between the page and the recommendation itself.
        if (lead.Length < 20 || !Wording.IsGeneric(heading) || context.Length == 0)
        {
            yield return string.Join(", ", piece.With.Select(other => other.Section.Heading).Prepend(heading)).Replace("?,", "?", StringComparison.Ordinal);
        }

        if (lead.Length > 0 && !heading.Contains(lead, StringComparison.OrdinalIgnoreCase))
        {
            yield return lead;
        }
    }

    private string Context(Section section)
    {
        if (section.Heading.Length == 0 || section.Heading == documentTitle)
        {
            return "";
        }

        if (!Wording.NeedsContext(section.Heading) && !_repeated.Contains(section.Heading))
        {
            // Deep in a document a heading leans on all above it, unless it is a sentence of its own.
            var leans = section.Parent is { Heading.Length: > 0 } parent && (parent.Heading != documentTitle || Wording.IsGeneric(parent.Heading));
            return leans && section.Heading.Count(c => c == ' ') < SentenceWords ? documentTitle : "";
        }

        for (var above = section.Parent; above is { Heading.Length: > 0 }; above = above.Parent)
        {
            if (!Wording.IsGeneric(above.Heading))
            {
                return above.Heading;
            }
        }

        return documentTitle;
    }

    private static string Joined(string[] parts) => string.Join(parts.Length > 0 && Wording.IsChinese(parts[^1]) ? "：" : ": ", parts.Select(part => part.TrimEnd(':', '：')));
}
