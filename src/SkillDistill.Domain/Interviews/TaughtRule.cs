using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>A card told back to its owner on a case that they have not seen, so that they can say where it was taken too wide or too narrow.</summary>
/// <param name="Words">The newest of the card.</param>
public sealed record TaughtRule(Id<Card> CardId, CardText Words, TaughtCase Case)
{
    /// <summary>What the answer to it is kept by.</summary>
    public string Slot => CardId.ToString();

    /// <summary>
    /// Which cards are told back: those that say when they apply and what to do then, judgement before process, and of those first the ones that name no exception
    /// yet, since there the owner has most to add. The same cards give the same rules.
    /// </summary>
    public static IReadOnlyList<TaughtRule> Of(IEnumerable<(Id<Card> Id, CardText Words)> cards, int most) =>
    [
        .. cards.Where(card => card.Words.Kind is CardKind.Judgement or CardKind.RedFlag or CardKind.Process && card.Words.Situation.Length > 0 && card.Words.Action.Length > 0)
            .OrderBy(card => card.Words.Kind == CardKind.Process)
            .ThenBy(card => card.Words.Exception.Length > 0)
            .ThenBy(card => card.Id)
            .Take(most)
            .Select(card => new TaughtRule(card.Id, card.Words, CaseOf(card.Id, card.Words))),
    ];

    /// <summary>By the card and not by its place, so that a case that was judged stays with its card.</summary>
    private static TaughtCase CaseOf(Id<Card> card, CardText words) =>
        words.Exception.Length > 0 ? TaughtCase.Exception
        : words.Threshold.Length > 0 ? TaughtCase.AtTheLimit
        : card.Value.ToByteArray()[^1] % 2 == 0 ? TaughtCase.OutOfReach
        : TaughtCase.InAHurry;
}

/// <summary>What is new about the case.</summary>
public enum TaughtCase
{
    /// <summary>The exception that the card names holds too.</summary>
    Exception,

    /// <summary>The number is exactly at the limit that the card names.</summary>
    AtTheLimit,

    /// <summary>The owner cannot be asked.</summary>
    OutOfReach,

    /// <summary>There is half the usual time.</summary>
    InAHurry,
}
