using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Profiles;

/// <summary>One skill that a card is about.</summary>
public sealed record CardSkill(Id<Card> CardId, Id<Skill> SkillId);

public sealed record TooManySkills(int Limit) : Refusal
{
    public override string? Field => nameof(Card.Skills);

    public override IReadOnlyList<object> Arguments => [Limit];
}
