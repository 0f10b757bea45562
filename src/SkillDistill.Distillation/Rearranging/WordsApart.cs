using SkillDistill.Distillation.Interviews;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Rearranging;

/// <summary>Where a sentence goes when a draft is made into two.</summary>
public enum PieceGoes
{
    Stays,
    Goes,

    /// <summary>It belongs to both.</summary>
    Both,
}

/// <summary>A sentence of a card.</summary>
/// <param name="Before">The blanks that part it from the one before: none in Chinese, a line end where a line ends.</param>
public sealed record CardPiece(CardField Field, string Words, string Before);

/// <summary>Takes a card apart, sentence by sentence. Nothing is lost and nothing is added: every sentence is in one of the two cards or in both.</summary>
public static class WordsApart
{
    /// <returns>In the order in which one reads them; the title is not taken apart.</returns>
    public static IReadOnlyList<CardPiece> PiecesOf(CardText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Enum.GetValues<CardField>().Where(field => field != CardField.Title).SelectMany(field => PiecesOf(field, text[field]))];
    }

    /// <param name="goes">For each piece of <see cref="PiecesOf(CardText)"/>, in their order.</param>
    /// <param name="kind">Of the new card.</param>
    /// <param name="title">Of the new card; its first words when empty.</param>
    public static (CardText Stays, CardText Goes) Of(CardText text, IReadOnlyList<PieceGoes> goes, CardKind kind, string title)
    {
        var pieces = PiecesOf(text).Zip(goes).ToList();
        var stays = Gathered(text, pieces.Where(piece => piece.Second != PieceGoes.Goes).Select(piece => piece.First)) with { Title = text.Title, Kind = text.Kind };
        var parted = Gathered(text, pieces.Where(piece => piece.Second != PieceGoes.Stays).Select(piece => piece.First)) with { Kind = kind };
        return (stays.Tidied(), (parted with { Title = string.IsNullOrWhiteSpace(title) ? Titles.Of(parted, "") : title }).Tidied());
    }

    private static IEnumerable<CardPiece> PiecesOf(CardField field, string text)
    {
        var last = 0;
        foreach (var (start, end) in Sentences.In(text))
        {
            yield return new CardPiece(field, text[start..end], text[last..start]);
            last = end;
        }
    }

    private static CardText Gathered(CardText whole, IEnumerable<CardPiece> pieces)
    {
        var text = pieces.GroupBy(piece => piece.Field).Aggregate(new CardText(), (card, field) => card.With(field.Key, string.Concat(field.Select(piece => piece.Before + piece.Words))));
        return text with { CaseDate = text.Case.Length > 0 ? whole.CaseDate : null };
    }
}
