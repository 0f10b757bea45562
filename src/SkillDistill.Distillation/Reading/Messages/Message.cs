namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>One message of an export, as its author wrote it: what they quoted, and how they sign, is taken off.</summary>
/// <param name="About">The subject of a mail, or the channel that it stands in; may be empty.</param>
/// <param name="SentAt">Null where the export does not say.</param>
public sealed record Message(MessageAuthor Author, string About, DateTimeOffset? SentAt, string Text);
