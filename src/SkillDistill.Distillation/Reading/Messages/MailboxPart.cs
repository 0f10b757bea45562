namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>What stood in one part of a mailbox.</summary>
/// <param name="Taken">Bytes of the part that are done with; the next part begins there. Zero: no message ends in it, and a longer part is wanted.</param>
/// <param name="Seen">Messages by anybody.</param>
/// <param name="Unread">Messages that are broken or larger than we read.</param>
/// <param name="Own">The owner's own, with words in them.</param>
/// <param name="Others">How many messages each other author wrote. Told to the owner where nothing is found of theirs, and kept nowhere.</param>
public sealed record MailboxPart(int Taken, int Seen, int Unread, IReadOnlyList<Message> Own, IReadOnlyDictionary<string, int> Others);
