namespace SkillDistill.Distillation.Retrieval;

/// <summary>
/// What the ranking must know of cards that are too many to be read: how many there are, how long they are, and how many hold a common term. Rare terms are counted among the cards at hand, where
/// nearly all that hold one are.
/// </summary>
/// <param name="Cards">How many there are.</param>
/// <param name="Lengths">How many terms each field holds on average, of those cards that have any.</param>
/// <param name="Letters">How many runs of letters a card holds on average.</param>
/// <param name="Common">How many cards hold a term or a run of letters, by its code (<see cref="SoughtWords.Codes"/>), where many do.</param>
public sealed record CollectionWords(int Cards, IReadOnlyList<double> Lengths, double Letters, IReadOnlyDictionary<long, int> Common)
{
    /// <summary>Whether the cards at hand are all that hold any of the words.</summary>
    public bool AreAllAtHand { get; init; }

    /// <param name="term">Together with what may stand for it.</param>
    /// <param name="atHand">How many cards at hand hold it.</param>
    internal int Holders(QuestionTerm term, int atHand) =>
        Math.Min(Cards, AreAllAtHand ? atHand : Math.Max(atHand, term.Others.Prepend(term.Text).Max(text => Common.GetValueOrDefault(TermCode.Of(text)))));

    internal int Holders(ulong run, int atHand) => Math.Min(Cards, Math.Max(atHand, Common.GetValueOrDefault(TermCode.Of(run))));
}
