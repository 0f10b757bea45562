using System.Text;
using MimeKit;
using MimeKit.Text;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Reading.Uploads;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>One mail to one message. Attachments are not opened, and what is encrypted stays so.</summary>
internal static class ReadMail
{
    /// <summary>A mail nested deeper than this was made to hold up its reader.</summary>
    private const int DeepestPart = 24;

    /// <summary>Mail names character sets that .NET knows only once told of them, and the library asks for them when it is first used.</summary>
    static ReadMail()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        Options = new ParserOptions { MaxMimeDepth = DeepestPart, CharsetEncoding = Encoding.UTF8 };
    }

    public static ParserOptions Options { get; }

    public static MessageAuthor AuthorOf(MimeMessage mail)
    {
        var from = mail.From.Mailboxes.FirstOrDefault();
        return new MessageAuthor(from?.Address ?? "", from?.Name?.Trim() ?? "", from?.Address ?? "");
    }

    /// <returns>Null where it holds no words of its own.</returns>
    public static Message? Of(MimeMessage mail)
    {
        var words = OwnWords.Of(Words(mail));
        return words.Length == 0 ? null : new Message(AuthorOf(mail), mail.Subject?.Trim() ?? "", mail.Date == default ? null : mail.Date.ToUniversalTime(), words);
    }

    private static string Words(MimeMessage mail)
    {
        var parts = mail.BodyParts.OfType<TextPart>().Where(part => !part.IsAttachment).ToList();
        return parts.Find(part => part.IsPlain) is { } plain ? Plain(plain)
            : parts.Find(part => part.IsHtml) is { } html ? HtmlText.Of(Decoded(html))
            : "";
    }

    private static string Plain(TextPart part) =>
        part.IsFlowed ? new FlowedToText { DeleteSpace = part.ContentType.Parameters["delsp"] == "yes" }.Convert(Decoded(part)) : Decoded(part);

    /// <summary>By the character set that the part names; where it names none, by what its bytes are.</summary>
    private static string Decoded(TextPart part)
    {
        if (part.ContentType.Charset is not null || part.Content is not { } content)
        {
            return part.Text;
        }

        using var bytes = new MemoryStream();
        content.DecodeTo(bytes);
        return DecodeText.Of("", bytes.ToArray()) is var text && text.Refused(out _) ? part.Text : text.Value;
    }
}
