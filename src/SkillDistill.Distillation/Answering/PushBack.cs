using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>Whether the case asked about is the very one a card warns of.</summary>
internal static class PushBack
{
    private static readonly CardField[] Warnings = [CardField.Exception, CardField.Falsifier];

    // What the card is about in any case: words found there say nothing about the warning.
    private static readonly CardField[] Subject = [CardField.Title, CardField.Situation, CardField.Action];

    /// <summary>The field, exception before falsifier, that holds a word of matter of the question which the card's own subject does not; else null.</summary>
    public static CardField? Fits(AnswerSheet sheet, CardMaterial card)
    {
        var subject = Subject.SelectMany(field => TextAnalysis.Read(card.Text[field])).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var field in Warnings)
        {
            var words = TextAnalysis.Read(card.Text[field]).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
            if (sheet.Question.Terms.Any(term => term.Weight >= 1 && term.Kind != TermKind.Joined && words.Contains(term.Text) && !subject.Contains(term.Text)))
            {
                return field;
            }
        }

        return null;
    }
}
