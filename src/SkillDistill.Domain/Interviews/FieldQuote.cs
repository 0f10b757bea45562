using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// The very words of an answer from which a field of a card was made. A card may draw on several answers, and a field on several of their parts; the words stand
/// in the part at <see cref="Start"/> as long as the owner does not write it anew.
/// </summary>
public sealed class FieldQuote
{
    private FieldQuote()
    {
    }

    public Id<Card> CardId { get; private set; }

    public CardField Field { get; private set; }

    /// <summary>The key of the proposal that the owner took.</summary>
    public string Proposal { get; private set; } = "";

    /// <summary>The order in which the quotes of a field follow each other, from 1.</summary>
    public int Ordinal { get; private set; }

    public Id<InterviewAnswer> AnswerId { get; private set; }

    /// <summary>The part of the answer.</summary>
    public string Part { get; private set; } = "";

    public string Words { get; private set; } = "";

    /// <summary>In UTF-16 units.</summary>
    public int Start { get; private set; }

    /// <summary>All the words of a proposal that a card was made of.</summary>
    /// <param name="last">The ordinals taken already, where the card has quotes of other proposals too.</param>
    public static IEnumerable<FieldQuote> Of(Id<Card> card, ProposedCard proposal, IReadOnlyDictionary<CardField, int> last) =>
        proposal.Fields.GroupBy(filled => filled.Field).SelectMany(filled => filled.Select((words, at) => new FieldQuote
        {
            CardId = card,
            Proposal = proposal.Key,
            Field = words.Field,
            Ordinal = last.GetValueOrDefault(words.Field) + at + 1,
            AnswerId = words.AnswerId,
            Part = words.Part,
            Words = words.Words,
            Start = words.Start,
        }));

    /// <summary>A quote as its owner took it along from another installation.</summary>
    public static FieldQuote Restore(Id<Card> card, string proposal, CardField field, int ordinal, Id<InterviewAnswer> answer, string part, string words, int start) =>
        new() { CardId = card, Proposal = proposal, Field = field, Ordinal = ordinal, AnswerId = answer, Part = part, Words = words, Start = start };

    /// <summary>The same words as those from which another card was made.</summary>
    public FieldQuote For(Id<Card> card, int ordinal) => new()
    {
        CardId = card,
        Proposal = Proposal,
        Field = Field,
        Ordinal = ordinal,
        AnswerId = AnswerId,
        Part = Part,
        Words = Words,
        Start = Start,
    };
}
