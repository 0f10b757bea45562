using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>The words of a card, field by field, with what was quoted from them: for the partial <c>/Pages/Cards/_CardFields.cshtml</c>, inside a list.</summary>
internal sealed record CardFields(CardText Text)
{
    public IReadOnlyList<(CardField Field, string Words)> Quotes { get; init; } = [];

    public IEnumerable<CardField> Filled => Enum.GetValues<CardField>().Where(part => part != CardField.Title && Text[part].Length > 0);

    /// <summary>The text of a field in order, each part with whether it is quoted.</summary>
    public IEnumerable<(string Part, bool Quoted)> Parts(CardField field)
    {
        var text = Text[field];
        var read = 0;
        var quotes = from quote in Quotes
                     where quote.Field == field
                     let at = text.IndexOf(quote.Words, StringComparison.Ordinal)
                     where at >= 0
                     orderby at
                     select (Start: at, End: at + quote.Words.Length);
        foreach (var (start, end) in quotes)
        {
            if (start > read)
            {
                yield return (text[read..start], false);
            }

            if (end > read)
            {
                yield return (text[Math.Max(read, start)..end], true);
                read = end;
            }
        }

        if (read < text.Length)
        {
            yield return (text[read..], false);
        }
    }
}
