using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Conversations;

/// <summary>A card revision quoted in an answer. The quote is a substring of one field of that revision, to the letter.</summary>
/// <param name="Number">From 1, in the order in which the answer first cites them; the marker in the text is this number in brackets.</param>
public sealed record Citation(Id<Turn> TurnId, int Number, Id<Card> CardId, Id<CardRevision> RevisionId, CardField Field, string Quote);
