namespace SkillDistill.Domain.Profiles;

public enum CardStatus
{
    /// <summary>Proposed by an import or begun by hand; nobody else can come to see it.</summary>
    Draft,

    /// <summary>The owner stands by it; it may go into an agent.</summary>
    Accepted,

    /// <summary>A draft the owner did not want.</summary>
    Discarded,

    /// <summary>Was accepted, and no longer holds.</summary>
    Retired,
}
