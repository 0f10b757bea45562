namespace SkillDistill.Domain.Profiles;

/// <summary>One of the passages a card came from.</summary>
public sealed class CardPassage
{
    private CardPassage()
    {
    }

    public Id<Card> CardId { get; private set; }

    /// <summary>From 1 within its card, in the order in which they came to it.</summary>
    public int Ordinal { get; private set; }

    public Provenance From { get; private set; } = null!;

    internal static CardPassage Of(Id<Card> card, int ordinal, Provenance from) => new() { CardId = card, Ordinal = ordinal, From = from };
}
