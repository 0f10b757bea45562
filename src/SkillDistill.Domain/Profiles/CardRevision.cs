namespace SkillDistill.Domain.Profiles;

/// <summary>The words of a card at one moment; never changed afterwards. Numbered from 1 within its card.</summary>
public sealed class CardRevision
{
    private CardRevision()
    {
    }

    public Id<CardRevision> Id { get; private set; }

    public Id<Card> CardId { get; private set; }

    public int Number { get; private set; }

    public CardText Text { get; private set; } = new();

    public DateTimeOffset WrittenAt { get; private set; }

    internal static CardRevision Write(Id<Card> card, int number, CardText text, DateTimeOffset now) => new()
    {
        Id = Id<CardRevision>.New(),
        CardId = card,
        Number = number,
        Text = text,
        WrittenAt = now,
    };

    internal static CardRevision Restore(Id<CardRevision> id, Id<Card> card, int number, CardText text, DateTimeOffset writtenAt) =>
        new() { Id = id, CardId = card, Number = number, Text = text.Tidied(), WrittenAt = writtenAt };
}
