using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>The words of a search as an index looks them up.</summary>
public sealed class SoughtWords
{
    // What a term is taken for that nobody has counted: as rare as the rarest that are, or rarer.
    private const int Rare = TermCount.Least / 2;

    // What a store adds up in some hundredths of a second. The commonest words of a longer question are left to the ranking, which knows all of them.
    private const int Budget = 300_000;

    private SoughtWords(string query)
    {
        Question = Question.Read(query);
        Codes = [.. Question.Terms.SelectMany(term => term.Others.Prepend(term.Text)).Select(TermCode.Of).Concat(Question.Letters.Keys.Select(TermCode.Of)).Distinct()];
    }

    /// <summary>The terms, what may stand for them, and their runs of letters: what is to be known of the whole collection.</summary>
    public IReadOnlyList<long> Codes { get; }

    internal Question Question { get; }

    public static SoughtWords In(string query) => new(query);

    /// <summary>
    /// By which terms to look, and what each weighs: first by all but the commonest together; then, where that finds too few, by each of those too. The ranking knows all of them anyway.
    /// </summary>
    public IEnumerable<IReadOnlyList<SoughtTerm>> Weighed(CollectionWords whole)
    {
        ArgumentNullException.ThrowIfNull(whole);
        var terms = Question.Terms.SelectMany(term => term.Others.Select(other => (Text: other, Weight: Ranking.SynonymWeight * term.Weight)).Prepend((term.Text, term.Weight)))
            .GroupBy(term => TermCode.Of(term.Text), term => term.Weight)
            .Select(same => (Code: same.Key, Weight: same.Max(), Holders: whole.Common.GetValueOrDefault(same.Key, Rare))).OrderBy(term => term.Holders).ThenBy(term => term.Code)
            .Select(term => (Term: new SoughtTerm(term.Code, term.Weight * Ranking.Idf(whole.Cards, Math.Min(whole.Cards, term.Holders))), term.Holders)).ToList();
        var (together, sum) = (0, 0L);
        while (together < terms.Count && (together == 0 || sum + terms[together].Holders <= Budget))
        {
            sum += terms[together++].Holders;
        }

        if (together > 0)
        {
            yield return [.. terms.Take(together).Select(term => term.Term)];
        }

        foreach (var (term, _) in terms.Skip(together))
        {
            yield return [term];
        }
    }
}

public sealed record SoughtTerm(long Code, double Weight);
