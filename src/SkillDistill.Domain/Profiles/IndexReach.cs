using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Profiles;

/// <summary>
/// Under which key a card is entered in the index, and under which an asker looks. Whoever may see a card has its key; not everybody who has the key may see it: an audience is weighed by the
/// consenting query, this only keeps the search away from most that lies out of reach anyway.
/// </summary>
public static class IndexReach
{
    /// <summary>Of cards for everybody.</summary>
    public static readonly Guid Everybody = Guid.Empty;

    /// <summary>Of cards for people named one by one. Everybody has it too: they are few, and an entry for each person would be many.</summary>
    public static readonly Guid Named = new("00000000-0000-0000-0000-000000000001");

    /// <param name="card">The card's audience.</param>
    /// <param name="answers">That of the owner's <c>AnswerColleagues</c>. Both must include an asker, so that either alone misses nobody; the card's says more, unless it is for all.</param>
    /// <returns>Null where it reaches nobody.</returns>
    public static Guid? Of(Audience card, Audience answers)
    {
        ArgumentNullException.ThrowIfNull(card);
        ArgumentNullException.ThrowIfNull(answers);
        var audience = card.Scope == AudienceScope.Organisation ? answers : card;
        return answers.Scope == AudienceScope.Private ? null : audience.Scope switch
        {
            AudienceScope.Organisation => Everybody,
            AudienceScope.Team => audience.TeamKey,
            AudienceScope.People => Named,
            _ => null,
        };
    }

    /// <summary>Every key that this asker has.</summary>
    public static IReadOnlyList<Guid> Of(Asker asker)
    {
        ArgumentNullException.ThrowIfNull(asker);
        return [Everybody, Named, .. asker.Lineage.Select(team => team.Value)];
    }
}
