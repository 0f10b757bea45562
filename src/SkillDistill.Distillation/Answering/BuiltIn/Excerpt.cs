using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering.BuiltIn;

/// <summary>
/// The passages of one field that matter to the question, in their own order, with what they need to be understood: the line that introduces a
/// list, the items a line announces. A short field is taken whole.
/// </summary>
internal static class Excerpt
{
    private const double NearBest = 0.6;

    // The heading has said these already.
    private const double InTitle = 0.4;

    // Where nothing else decides, a section says first what it is about.
    private const double Opening = 0.15;

    private const int Thin = 160;

    public static IReadOnlyList<Passage> Of(AnswerSheet sheet, CardMaterial card, CardField field, int budget)
    {
        var text = card.Text[field];
        var passages = Passages.Of(text);
        if (Reach(text) <= Math.Min(budget, AnswerLimits.ShortField) || passages.Count <= 1)
        {
            return passages;
        }

        var scores = Scores(sheet, card, text, passages);
        var best = scores.Max();
        var taken = new SortedSet<int>();
        var spent = 0;
        foreach (var index in Enumerable.Range(0, passages.Count).OrderByDescending(index => scores[index]).ThenBy(index => index))
        {
            if (scores[index] < NearBest * best || (taken.Count > 0 && spent >= budget))
            {
                break;
            }

            Take(index);
            foreach (var neighbour in Context(text, passages, index))
            {
                Take(neighbour);
            }
        }

        // One thin line, or one that only announces, rarely stands by itself: read on until it does.
        for (var next = taken.Max + 1; next < passages.Count && (spent < Thin || Announces(text, passages[taken.Max])); next++)
        {
            Take(next);
        }

        return [.. taken.Select(index => passages[index])];

        void Take(int index)
        {
            var length = Reach(text.AsSpan(passages[index].Start, passages[index].End - passages[index].Start));
            if ((taken.Count == 0 || spent + length <= budget) && taken.Add(index))
            {
                spent += length;
            }
        }
    }

    private static double[] Scores(AnswerSheet sheet, CardMaterial card, string text, List<Passage> passages)
    {
        var title = TextAnalysis.Words(card.Text.Title);
        var terms = passages.ConvertAll(passage => TextAnalysis.Words(text[passage.Start..passage.End]));
        var scores = new double[passages.Count];
        for (var i = 0; i < sheet.Question.Terms.Count; i++)
        {
            var term = sheet.Question.Terms[i].Text;
            var weight = sheet.Ranking.Weight(i) * (title.Contains(term) ? InTitle : 1);
            for (var at = 0; at < scores.Length; at++)
            {
                scores[at] += terms[at].Contains(term) ? weight : 0;
            }
        }

        scores[0] += Opening * Math.Max(scores.Max(), 1);
        return scores;
    }

    private static IEnumerable<int> Context(string text, List<Passage> passages, int index)
    {
        if (passages[index].IsItem)
        {
            // The items beneath it, then the line above that announces the list.
            for (var below = index + 1; below < passages.Count && passages[below].Indent > passages[index].Indent; below++)
            {
                yield return below;
            }

            var above = index - 1;
            while (above >= 0 && passages[above].IsItem)
            {
                above--;
            }

            if (above >= 0 && Announces(text, passages[above]))
            {
                yield return above;
            }
        }
        else if (Announces(text, passages[index]))
        {
            for (var below = index + 1; below < passages.Count && passages[below].IsItem; below++)
            {
                yield return below;
            }

            if (index + 1 < passages.Count)
            {
                yield return index + 1;
            }
        }
    }

    /// <summary>How much there is to read, in Latin letters: a Chinese character says about as much as two and a half.</summary>
    private static int Reach(ReadOnlySpan<char> text)
    {
        var wide = 0;
        foreach (var letter in text)
        {
            wide += letter >= '\u2E80' ? 1 : 0;
        }

        return text.Length + (wide * 3 / 2);
    }

    private static bool Announces(string text, Passage passage) => text[passage.End - 1] is ':' or '：' or ',' or '，' or '?' or '？';
}
