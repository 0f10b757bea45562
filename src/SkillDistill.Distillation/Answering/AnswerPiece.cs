using SkillDistill.Domain.Conversations;

namespace SkillDistill.Distillation.Answering;

/// <summary>A piece of an answer as it arrives, already verified: text to append, a citation that text just used, or the whole at the end.</summary>
public abstract record AnswerPiece;

/// <summary>Text to append; markers "[1]" and "[?]" are never split across pieces.</summary>
public sealed record TextPiece(string Text) : AnswerPiece;

/// <summary>A citation, before the first text that carries its number.</summary>
public sealed record CitationPiece(CitedQuote Quote) : AnswerPiece;

/// <summary>The end: the whole answer with its verdict.</summary>
public sealed record FinalPiece(Answer Answer) : AnswerPiece;
