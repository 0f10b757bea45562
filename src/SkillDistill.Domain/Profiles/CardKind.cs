namespace SkillDistill.Domain.Profiles;

/// <summary>What a card is good for. The kind decides which fields it must have before it may be accepted.</summary>
public enum CardKind
{
    /// <summary>Steps that hold for everybody.</summary>
    Process,

    /// <summary>A decision that needs somebody to weigh it: must say when it does not hold and how one would notice being wrong.</summary>
    Judgement,

    /// <summary>When I would stop or say no.</summary>
    RedFlag,

    /// <summary>Something that is so.</summary>
    Fact,

    /// <summary>Not mine: whom to ask instead.</summary>
    Boundary,

    /// <summary>How I write and work. Left out of an agent unless the owner consents to being imitated.</summary>
    Voice,
}
