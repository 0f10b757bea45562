using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>What on a card speaks against the question as it was put: where it denies what the question takes for granted, or warns of the very case.</summary>
/// <param name="Field">Where the card says it.</param>
internal sealed record PushBack(CardField Field, bool DeniesPremise)
{
    private static readonly CardField[] Warnings = [CardField.Exception, CardField.Falsifier];

    // What the card is about in any case: words found there say nothing about the warning.
    private static readonly CardField[] Subject = [CardField.Title, CardField.Situation, CardField.Action];

    // The share of the question's weight that a warning must hold to be fetched from a card that was not chosen for the answer.
    private const double OnItsOwn = 0.5;

    /// <summary>
    /// A denied premise before a warning, an exception before a falsifier. A warning fits where it holds a word of matter of the question that the card's own subject does not; null where nothing speaks against it.
    /// </summary>
    public static PushBack? Of(Question question, Premises premises, CardMaterial card)
    {
        if (premises.DeniedBy(card) is { } denying)
        {
            return new PushBack(denying, true);
        }

        var subject = Words(card, Subject);
        foreach (var field in Warnings)
        {
            var words = Words(card, field);
            if (question.Terms.Any(term => term.IsMatter && words.Contains(term.Text) && !subject.Contains(term.Text)))
            {
                return new PushBack(field, false);
            }
        }

        return null;
    }

    /// <summary>Whether a red flag that was to be said first is not among the cards cited.</summary>
    public static bool LeftOut(AnswerSheet sheet, IReadOnlyCollection<CardMaterial> cited) =>
        sheet.Cards.Any(card => card.Text.Kind == CardKind.RedFlag && IsSaidFirst(sheet, card) && cited.All(other => other.RevisionId != card.RevisionId));

    /// <summary>Whether a card's warning is said first: it comes near the best one, or must be heard in any case.</summary>
    public static bool IsSaidFirst(AnswerSheet sheet, CardMaterial card) =>
        sheet.Ranking.Hits.Any(hit => hit.Card.RevisionId == card.RevisionId && hit.Score >= AnswerLimits.VeryNearBest * sheet.Ranking.Hits[0].Score)
        || MustBeHeard(sheet.Ranking, sheet.Premises, card);

    /// <summary>Whether a card must be heard although others rank before it: it denies the premise, or its warning alone holds half of what was asked.</summary>
    public static bool MustBeHeard(Ranking ranking, Premises premises, CardMaterial card) =>
        premises.DeniedBy(card) is not null || Warnings.Any(field => Holds(ranking, Words(card, field)))
        || (card.Text.Kind == CardKind.RedFlag && Holds(ranking, Words(card, Subject)));

    private static bool Holds(Ranking ranking, HashSet<string> words)
    {
        var found = ranking.Question.Terms.Select(term => words.Contains(term.Text)).ToArray();
        return ranking.Question.Terms.Where((term, at) => found[at] && term.IsMatter).Skip(1).Any() && ranking.Coverage(found) >= OnItsOwn;
    }

    private static HashSet<string> Words(CardMaterial card, params CardField[] fields) => TextAnalysis.Words(string.Join('\n', fields.Select(field => card.Text[field])));
}
