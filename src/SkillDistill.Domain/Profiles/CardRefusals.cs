namespace SkillDistill.Domain.Profiles;

/// <summary>The card on the screen was not the newest.</summary>
public sealed record CardChangedMeanwhile(int Newest) : Refusal;

public sealed record OnlyDraftsAreAccepted : Refusal;

public sealed record OnlyDraftsAreRearranged : Refusal;

public sealed record NothingToComeAbout : Refusal;
