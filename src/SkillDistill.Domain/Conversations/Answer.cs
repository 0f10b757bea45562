using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Conversations;

/// <summary>An answer after it has been verified.</summary>
/// <param name="Text">Plain text; paragraphs part by blank lines; "[1]" cites, "[?]" marks a sentence as inferred, resting on no card.</param>
/// <param name="Model">Who worded it, as shown to people: "BuiltIn" or the provider's model name.</param>
/// <param name="StandIn">Why the built-in answerer did what a model was to do; null where nobody stood in.</param>
public sealed record Answer(string Text, IReadOnlyList<CitedQuote> Citations, Verdict Verdict, VerdictReason Reason, string Model, StandIn? StandIn = null)
{
    /// <summary>Each card once, in the order in which the answer first cites them.</summary>
    public IReadOnlyList<Id<Card>> CitedCards => [.. Citations.Select(citation => citation.CardId).Distinct()];
}

/// <summary>A quote and where it stands, not yet bound to a turn.</summary>
public sealed record CitedQuote(int Number, Id<Card> CardId, Id<CardRevision> RevisionId, CardField Field, string Quote);
