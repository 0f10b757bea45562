using System.Text;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Rearranging;

/// <summary>Several drafts as one: a suggestion, for their owner to write on.</summary>
public static class MergedWords
{
    /// <param name="drafts">At least one. Kind, title and what there is one of only are the first's that has it.</param>
    /// <returns>In each field the sentences of all, in their order, without those that an earlier draft says there already. May be longer than a card may be.</returns>
    public static CardText Of(IReadOnlyList<CardText> drafts)
    {
        ArgumentNullException.ThrowIfNull(drafts);
        ArgumentOutOfRangeException.ThrowIfZero(drafts.Count);
        var merged = drafts[0] with { CaseDate = drafts.Select(draft => draft.CaseDate).FirstOrDefault(date => date is not null) };
        var pieces = drafts.Select(WordsApart.PiecesOf).ToList();
        return Enum.GetValues<CardField>().Where(field => field != CardField.Title)
            .Aggregate(merged, (text, field) => text.With(field, Gathered(pieces.Select(draft => draft.Where(piece => piece.Field == field))))).Tidied();
    }

    private static string Gathered(IEnumerable<IEnumerable<CardPiece>> drafts)
    {
        var (field, said) = (new StringBuilder(), new HashSet<string>());
        foreach (var draft in drafts.Select(draft => draft.ToList()))
        {
            var isNewLine = field.Length > 0;
            foreach (var piece in draft)
            {
                isNewLine |= piece.Before.Contains('\n', StringComparison.Ordinal);
                if (!said.Contains(piece.Words))
                {
                    field.Append(isNewLine && !piece.Before.Contains('\n', StringComparison.Ordinal) ? "\n" : piece.Before).Append(piece.Words);
                    isNewLine = false;
                }
            }

            said.UnionWith(draft.Select(piece => piece.Words));
        }

        return field.ToString();
    }
}
