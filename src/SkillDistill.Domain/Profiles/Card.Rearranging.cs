using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <content>How one card becomes another: drafts taken together or apart, and what stays with a role.</content>
public sealed partial class Card
{
    /// <summary>Takes other drafts in: what they came from it comes from too, and they are discarded. Its words are the owner's to write.</summary>
    /// <param name="others">With their passages, as this one.</param>
    public Outcome<Card> TakeIn(IReadOnlyCollection<Card> others)
    {
        if (Status != CardStatus.Draft || others.Any(other => other.Status != CardStatus.Draft))
        {
            return new OnlyDraftsAreRearranged();
        }

        foreach (var other in others)
        {
            ComesFrom(other.Passages.Select(passage => passage.From));
            other.SetAside();
        }

        return this;
    }

    /// <summary>Takes a draft apart: some words stay, others go on as a draft of their own, for the same people, about the same skills and holding as long. Both came from where the one did.</summary>
    /// <param name="seen">The revision number the owner had before them.</param>
    /// <returns>The new draft.</returns>
    public Outcome<Card> PartOff(CardText stays, CardText goes, int seen, DateTimeOffset now)
    {
        if (Status != CardStatus.Draft)
        {
            return new OnlyDraftsAreRearranged();
        }

        var drafted = Draft(OwnerId, goes, null, now);
        if ((drafted.Refusal ?? Revise(stays, seen, now).Refusal) is { } refusal)
        {
            return refusal;
        }

        // Words that their owner wrote over are nobody else's any more, and neither is a part of them.
        var parted = drafted.Value;
        parted.TakeAfter(this, goes.Kind);
        parted.ShareWith(Audience with { });
        (parted.FromRoleSince, parted.FirstAuthorId) = (FromRoleSince, seen == 1 ? FirstAuthorId : null);
        parted.ComesFrom(Passages.Select(passage => passage.From));
        return parted;
    }

    /// <summary>A draft with its words for whoever takes the role over, about the same skills and holding as long. Nothing else of it goes along: no earlier words, no document, no audience.</summary>
    /// <param name="words">The newest words, which must be those of <see cref="CurrentRevisionId"/>.</param>
    /// <param name="keepsName">Whether it says who wrote it. One that came with the role itself, and was not changed since, keeps the name that is on it, or none.</param>
    public Outcome<Card> HandDown(Id<Person> to, CardText words, bool keepsName, DateTimeOffset now)
    {
        var drafted = Draft(to, words, null, now);
        if (drafted.Refusal is null)
        {
            drafted.Value.TakeAfter(this, words.Kind);
            (drafted.Value.FromRoleSince, drafted.Value.FirstAuthorId) = (now, !keepsName ? null : FromRoleSince is null || RevisionNumber > 1 ? OwnerId : FirstAuthorId);
        }

        return drafted;
    }

    /// <summary>About the same skills, and holding as long; not until what has come about already.</summary>
    private void TakeAfter(Card other, CardKind kind)
    {
        Tag(other.Skills.Select(tag => tag.SkillId));
        HoldFor(other.ReviewAfter, kind);
        Await(other.CameAboutAt is null ? other.Until() : UntilCondition.None);
    }
}
