using MimeKit;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>Reads messages that came in one file of a bounded size: a mail, a mailbox, a Slack export or messages of Feishu.</summary>
public static class ReadMessages
{
    /// <param name="me">Names, keys or mail addresses of the owner.</param>
    /// <returns>The owner's own messages that say something, or why there are none.</returns>
    public static Outcome<OwnMessages> Of(UploadedFile file, IReadOnlyCollection<string> me)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(me);
        var name = UploadPath.NameOf(UploadPath.Normalised(file.Path));
        var limit = ReadMailbox.IsNamedLikeOne(name) ? 3 * MessageLimits.FileSize : MessageLimits.FileSize;
        return ReadBytes.UpTo(limit, file.Content) is { } bytes ? Of(name, bytes, me) : new MessagesTooLarge(name, limit / UploadLimits.Megabyte);
    }

    private static Outcome<OwnMessages> Of(string name, byte[] bytes, IReadOnlyCollection<string> me)
    {
        if (bytes.Length == 0)
        {
            return new DocumentEmpty(name);
        }

        if (ReadMailbox.Begins(bytes))
        {
            return Mailbox(bytes, me);
        }

        var read = Path.GetExtension(name).ToUpperInvariant() switch
        {
            ".ZIP" => ReadSlack.Of(name, bytes),
            ".JSON" => ReadFeishu.Of(name, bytes),
            ".EML" => Mail(name, bytes),
            _ => new NoMessagesInFile(name),
        };
        return read.Refused(out var refusal) ? refusal : Own(read.Value, me);
    }

    private static Outcome<OwnMessages> Mailbox(byte[] bytes, IReadOnlyCollection<string> me)
    {
        var part = ReadMailbox.Part(bytes, isLast: true, me);
        return OwnMessages.Of(part.Own, part.Seen, part.Unread, part.Others, me);
    }

    private static Outcome<OwnMessages> Own(List<Message> all, IReadOnlyCollection<string> me)
    {
        var own = all.Where(message => message.Author.IsOneOf(me)).ToList();
        return OwnMessages.Of(own, all.Count, 0, all.Where(message => !message.Author.IsOneOf(me)).GroupBy(message => message.Author.Shown).ToDictionary(by => by.Key, by => by.Count()), me);
    }

    private static Outcome<List<Message>> Mail(string name, byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes, writable: false);
            var mail = new MimeParser(ReadMail.Options, stream, MimeFormat.Entity).ParseMessage();
            return mail.From.Count == 0 ? new NoMessagesInFile(name) : ReadMail.Of(mail) is { } message ? new List<Message> { message } : new NoMessagesInFile(name);
        }
        catch (FormatException)
        {
            return new NoMessagesInFile(name);
        }
    }
}
