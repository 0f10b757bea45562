using MimeKit;

namespace SkillDistill.Distillation.Reading.Messages;

/// <summary>
/// Reads a mailbox (mbox, RFC 4155) part by part: a file of any size, never more than one part of it in memory, and what somebody else wrote is counted and let go.
/// </summary>
public static class ReadMailbox
{
    private static ReadOnlySpan<byte> Separator => "From "u8;

    private static ReadOnlySpan<byte> NextSeparator => "\nFrom "u8;

    public static bool IsNamedLikeOne(string file) => Path.GetExtension(file).ToUpperInvariant() is ".MBOX" or ".MBX" or ".MBOXRD";

    /// <summary>Whether these are the first bytes of a mailbox.</summary>
    public static bool Begins(ReadOnlySpan<byte> bytes) => bytes.StartsWith(Separator);

    /// <param name="bytes">Where an earlier message was too large to be read, its rest may stand first; it is passed over.</param>
    /// <param name="isLast">Whether the file ends with these bytes.</param>
    /// <param name="me">Names, keys or mail addresses of the owner.</param>
    public static MailboxPart Part(ArraySegment<byte> bytes, bool isLast, IReadOnlyCollection<string> me)
    {
        ArgumentNullException.ThrowIfNull(me);
        var end = isLast ? bytes.Count : bytes.AsSpan().LastIndexOf(NextSeparator) + 1;
        if (end == 0)
        {
            // Not a message ends here. One that is larger than we read is passed over with all that is here of it.
            return new MailboxPart(bytes.Count < MessageLimits.LargestPart ? 0 : bytes.Count, 0, bytes.Count < MessageLimits.LargestPart ? 0 : 1, [], new Dictionary<string, int>());
        }

        var begin = Begins(bytes) ? 0 : bytes.AsSpan(0, end).IndexOf(NextSeparator) + 1;
        return Begins(bytes.AsSpan(begin)) ? Read(bytes, begin, end, me) : new MailboxPart(end, 0, 0, [], new Dictionary<string, int>());
    }

    private static MailboxPart Read(ArraySegment<byte> bytes, int begin, int end, IReadOnlyCollection<string> me)
    {
        var own = new List<Message>();
        var others = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var (seen, unread) = (0, 0);
        foreach (var (from, to) in Messages(bytes, begin, end))
        {
            seen++;
            try
            {
                using var stream = new MemoryStream(bytes.Array!, bytes.Offset + from, to - from, writable: false);
                var mail = new MimeParser(ReadMail.Options, stream, MimeFormat.Mbox, persistent: true).ParseMessage();
                if (ReadMail.AuthorOf(mail) is var author && !author.IsOneOf(me))
                {
                    others[author.Shown] = others.GetValueOrDefault(author.Shown) + 1;
                }
                else if (ReadMail.Of(mail) is { } message)
                {
                    own.Add(message);
                }
            }
            catch (Exception broken) when (broken is FormatException or IOException or NotSupportedException or ArgumentException)
            {
                unread++;
            }
        }

        return new MailboxPart(end, seen, unread, own, others);
    }

    private static IEnumerable<(int From, int To)> Messages(ArraySegment<byte> bytes, int begin, int end)
    {
        while (begin < end)
        {
            var next = bytes.AsSpan(begin + 1, end - begin - 1).IndexOf(NextSeparator);
            var to = next < 0 ? end : begin + next + 2;
            yield return (begin, to);
            begin = to;
        }
    }
}
