namespace SkillDistill.Domain.Profiles;

/// <summary>
/// Where a card came from: the document, the place in it that a person can find again ("Status updates &gt; 2"), and the exact words,
/// which stand in the document at <paramref name="Start"/> (in UTF-16 units).
/// </summary>
public sealed record Provenance(Id<SourceDocument> DocumentId, string Place, string Quote, int Start)
{
    public const int PlaceLength = 400;
}
