using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>A card that could be made of a place in a document.</summary>
/// <param name="Place">Headings, from the document's title down, by which a person finds the place again.</param>
/// <param name="Quote">The very words of the document from <paramref name="Start"/> (in UTF-16 units), markup included.</param>
public sealed record DraftProposal(CardText Text, string Place, string Quote, int Start);
