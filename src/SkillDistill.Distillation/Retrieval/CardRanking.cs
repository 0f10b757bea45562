using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>Which cards come nearest to a question or a few search words.</summary>
public static class CardRanking
{
    /// <summary>The cards that share at least one word with the question, best first; equal scores in the order of their ids.</summary>
    /// <remarks>Scores compare within one call only.</remarks>
    public static IReadOnlyList<RankedCard> Rank(string question, IReadOnlyList<CardMaterial> cards) => Rank(Question.Read(question), cards, null);

    /// <summary>The same of the nearest among very many cards, which only a store can look through.</summary>
    /// <param name="whole">What is known of all of them.</param>
    public static IReadOnlyList<RankedCard> Rank(SoughtWords question, IReadOnlyList<CardMaterial> nearest, CollectionWords whole)
    {
        ArgumentNullException.ThrowIfNull(question);
        return Rank(question.Question, nearest, whole);
    }

    private static List<RankedCard> Rank(Question question, IReadOnlyList<CardMaterial> cards, CollectionWords? whole) =>
        [.. Ranking.Of(question, CardIndex.Of(cards, whole), cards, cards.Count).Hits.Select(hit => new RankedCard(hit.Card, hit.Score, Matched(question, hit)))];

    private static List<string> Matched(Question question, Hit hit)
    {
        var words = new List<string>();
        var end = -1;
        for (var i = 0; i < hit.Found.Length; i++)
        {
            var term = question.Terms[i];
            if (!hit.Found[i] || term.Kind == TermKind.Joined)
            {
                continue;
            }

            // Overlapping pairs of characters read as the run they came from.
            if (term.Kind == TermKind.Han && term.Start == end - 1)
            {
                words[^1] += term.Written[^1];
            }
            else
            {
                words.Add(term.Written);
            }

            end = term.Kind == TermKind.Han ? term.End : -1;
        }

        return words;
    }
}

/// <summary>A card and why it is here: the words of the question found in it, as the asker wrote them.</summary>
public sealed record RankedCard(CardMaterial Card, double Score, IReadOnlyList<string> MatchedWords);
