using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage;

/// <summary>
/// What coverage learns from cards: dates by person, skill and kind, of those only who agreed to it at the moment given. Neither a card nor a word nor a number of cards leaves the store.
/// Shared is what its owner accepted and did not keep to themselves, whether or not their agent may answer just now, so that no decision about the agent moves anything here.
/// </summary>
public static class CoverageQueries
{
    /// <summary>How many months back a disagreement counts.</summary>
    public const int DisputedMonths = 12;

    /// <summary>Of everybody who agreed to be named or counted: by skill and kind, when they last confirmed a shared card on it, and the latest review date of these cards.</summary>
    public static IQueryable<ConfirmedSkill> ConfirmedSkills(this SkillDistillDb db, DateTimeOffset moment)
    {
        var named = db.Consenting(Purpose.ShowNamedCoverage, moment);
        var counted = db.Consenting(Purpose.CountInCoverage, moment);
        return from card in db.SharedOnSkills()
               where named.Contains(card.OwnerId) || counted.Contains(card.OwnerId)
               group card by new { card.OwnerId, card.SkillId, card.Kind } into cards
               select new ConfirmedSkill { PersonId = cards.Key.OwnerId, SkillId = cards.Key.SkillId, Kind = cards.Key.Kind, ConfirmedAt = cards.Max(card => card.ConfirmedAt), ReviewBy = cards.Max(card => card.ReviewBy) };
    }

    /// <summary>Of everybody who agreed to be counted: skills on which somebody disagreed with a shared card of theirs, settled or not, in the last twelve months.</summary>
    public static IQueryable<DisputedSkillOf> DisputedSkills(this SkillDistillDb db, DateTimeOffset moment)
    {
        var counted = db.Consenting(Purpose.CountInCoverage, moment);
        var since = moment.AddMonths(-DisputedMonths);
        return (from card in db.SharedOnSkills()
                where counted.Contains(card.OwnerId)
                join disputed in db.DisputedCards on card.CardId equals disputed.CardId
                join disagreement in db.Disagreements on disputed.DisagreementId equals disagreement.Id
                where disagreement.OwnerId == card.OwnerId && disagreement.SentAt >= since
                select new DisputedSkillOf { PersonId = card.OwnerId, SkillId = card.SkillId }).Distinct();
    }

    /// <summary>Cards about somebody's manner are about no skill, whatever they are tagged with, and rest on a consent of their own.</summary>
    private static IQueryable<CardOnSkill> SharedOnSkills(this SkillDistillDb db) =>
        from card in db.Cards
        where card.Status == CardStatus.Accepted && card.Audience.Scope != AudienceScope.Private
        join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
        where revision.Text.Kind != CardKind.Voice
        from tag in card.Skills
        select new CardOnSkill { CardId = card.Id, OwnerId = card.OwnerId, SkillId = tag.SkillId, Kind = revision.Text.Kind, ConfirmedAt = card.ConfirmedAt, ReviewBy = card.ReviewBy };

    private sealed class CardOnSkill
    {
        public required Id<Card> CardId { get; init; }

        public required Id<Person> OwnerId { get; init; }

        public required Id<Skill> SkillId { get; init; }

        public required CardKind Kind { get; init; }

        public required DateTimeOffset ConfirmedAt { get; init; }

        public required DateTimeOffset ReviewBy { get; init; }
    }
}

/// <summary>When somebody last confirmed a shared card of a kind on a skill.</summary>
public sealed class ConfirmedSkill
{
    public required Id<Person> PersonId { get; init; }

    public required Id<Skill> SkillId { get; init; }

    public required CardKind Kind { get; init; }

    public required DateTimeOffset ConfirmedAt { get; init; }

    public required DateTimeOffset ReviewBy { get; init; }
}

/// <summary>That colleagues disagreed with somebody's cards on a skill.</summary>
public sealed class DisputedSkillOf
{
    public required Id<Person> PersonId { get; init; }

    public required Id<Skill> SkillId { get; init; }
}
