using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.ColleagueSkills;

/// <summary>One sentence that somebody else's tool made of the owner.</summary>
/// <param name="Path">The document it stands in, as in the upload.</param>
/// <param name="Place">Headings by which a person finds it again, or the keys above a value in meta.json.</param>
/// <param name="Quote">The very words of the document from <paramref name="Start"/> (in UTF-16 units), markup included.</param>
public sealed record StatementProposal(StatementKind Kind, string Path, string Place, string Quote, int Start);
