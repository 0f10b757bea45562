using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>A card that answers would make, before the owner says anything to it. It is not kept: the same answers propose it again.</summary>
/// <param name="Key">The same for the same answers, however often they are rewritten.</param>
/// <param name="Fields">In the order of the card; every word of it stands in an answer.</param>
public sealed record ProposedCard(string Key, CardText Text, IReadOnlyList<ProposedField> Fields)
{
    public const int KeyLength = 2 * InterviewAnswer.SlotLength;

    /// <summary>The model that chose the words; null where rules did.</summary>
    public string? Model { get; init; }

    /// <summary>The answers it draws on.</summary>
    public IEnumerable<Id<InterviewAnswer>> Answers => Fields.Select(filled => filled.AnswerId).Distinct();
}

/// <summary>Words of an answer that fill a field, as they stand there.</summary>
/// <param name="Start">Where in the part, in UTF-16 units.</param>
public sealed record ProposedField(CardField Field, Id<InterviewAnswer> AnswerId, string Part, string Words, int Start);

/// <summary>A proposed card that the owner does not want to see again.</summary>
public sealed class DiscardedProposal
{
    private DiscardedProposal()
    {
    }

    public Id<Interview> InterviewId { get; private set; }

    public string Key { get; private set; } = "";

    public static DiscardedProposal Of(Id<Interview> interview, string key) => new() { InterviewId = interview, Key = key };
}
