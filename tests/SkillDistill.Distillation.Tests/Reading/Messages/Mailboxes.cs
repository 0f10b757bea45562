using System.Globalization;
using System.Text;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SkillDistill.Distillation.Reading.Messages;

namespace SkillDistill.Distillation.Tests.Reading.Messages;

public sealed class Mailboxes
{
    private const string Own = "If the seal is broken we open the crate before it leaves the hall, because the insurer asks.";

    private static readonly string[] Me = ["mei@lindenau.example"];

    [Fact]
    public void Only_messages_by_the_owner_are_given_out()
    {
        var part = ReadMailbox.Part(Box(Mail("Mei Lin <MEI@lindenau.example>", Own), Mail("Ada <ada@lindenau.example>", "Not hers at all, and nothing of it is to be kept.")), isLast: true, Me);

        var message = Assert.Single(part.Own);
        Assert.Equal((Own, "Seals", 2), (message.Text, message.About, part.Seen));
        Assert.Equal(1, part.Others["Ada <ada@lindenau.example>"]);
    }

    [Fact]
    public void What_a_mail_answers_and_how_it_is_signed_is_taken_off()
    {
        var text = $"""
            {Own}

            > Should we open every crate?
            > Ada

            And never in the rain.

            On Mon, 2 Nov 2026 at 09:12, Ada Brandt
            <ada@lindenau.example> wrote:

            > What do we do with broken seals?
            --{" "}
            Mei Lin
            Hall 3
            """;

        var part = ReadMailbox.Part(Box(Mail("mei@lindenau.example", text)), isLast: true, Me);

        Assert.Equal($"{Own}\n\nAnd never in the rain.", Assert.Single(part.Own).Text);
    }

    [Theory]
    [InlineData("-----Original Message-----\nFrom: Ada")]
    [InlineData("-----原始邮件-----\n发件人：Ada")]
    [InlineData("________________________________\nFrom: Ada <a@b.example>")]
    [InlineData("发件人: Ada <a@b.example>\n发送时间: 2026")]
    [InlineData("Sent from my phone")]
    [InlineData("Begin forwarded message:\n\nFrom: Ada")]
    [InlineData("Am 02.11.2026 um 09:12 schrieb Ada:\n> Ja")]
    [InlineData("在 2026年11月2日，Ada 写道：\n> 好")]
    public void Whatever_mail_program_it_was(string below) => Assert.Equal(Own, OwnWords.Of($"{Own}\n\n{below}"));

    [Theory]
    [InlineData("text/plain; charset=gb18030")]
    [InlineData("text/plain; charset=gb2312")]
    [InlineData("text/plain")]
    public void A_mail_in_GB18030_is_read_whether_it_says_so_or_not(string type)
    {
        const string chinese = "如果封条破了，就先开箱再出库，因为保险公司会问。";
        byte[] mail = [.. Head("mei@lindenau.example", type), .. CodePagesEncodingProvider.Instance.GetEncoding("GB18030")!.GetBytes(chinese), (byte)'\n'];

        Assert.Equal(chinese, Assert.Single(ReadMailbox.Part(mail, isLast: true, Me).Own).Text);
    }

    [Fact]
    public void Html_is_read_as_words_and_attachments_are_left_closed()
    {
        var html = Encoding.UTF8.GetBytes("""
            From - Mon Nov  2 09:12:00 2026
            From: mei@lindenau.example
            Subject: Seals
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=utf-8

            <p>Open the <b>crate</b> first.</p><script>alert(1)</script><img src="https://example.org/pixel.png">
            --b
            Content-Type: text/plain
            Content-Disposition: attachment; filename=secret.txt

            Somebody else's words.
            --b--

            """.ReplaceLineEndings("\n"));

        Assert.Equal("Open the crate first.", Assert.Single(ReadMailbox.Part(html, isLast: true, Me).Own).Text);
    }

    /// <summary>However a mailbox is cut into parts, the same messages come out of it.</summary>
    [Property(MaxTest = 60)]
    public void Parts_of_any_length_give_what_the_whole_gives(PositiveInt length, PositiveInt count)
    {
        var box = Box([.. Enumerable.Range(0, 1 + (count.Get % 12)).Select(at => Mail(at % 3 == 0 ? "ada@lindenau.example" : "mei@lindenau.example", $"{Own} Number {at}."))]);
        var whole = ReadMailbox.Part(box, isLast: true, Me);

        var (parts, seen) = InParts(box, 1 + (length.Get * 17 % 900));

        Assert.Equal(whole.Own.Select(message => message.Text), parts.Select(message => message.Text));
        Assert.Equal(whole.Seen, seen);
    }

    [Fact]
    public void A_message_larger_than_we_read_is_passed_over_and_the_next_is_read()
    {
        var huge = new byte[MessageLimits.LargestPart];
        Encoding.ASCII.GetBytes("From - Mon\nFrom: ada@lindenau.example\n\n").CopyTo(huge, 0);
        Array.Fill(huge, (byte)'x', 60, huge.Length - 60);

        var first = ReadMailbox.Part(huge, isLast: false, Me);
        byte[] rest = [.. Encoding.ASCII.GetBytes("xxxxxxxx\n\n"), .. Box(Mail("mei@lindenau.example", Own))];
        var second = ReadMailbox.Part(rest, isLast: true, Me);

        Assert.Equal((huge.Length, 1), (first.Taken, first.Unread));
        Assert.Equal((rest.Length, Own), (second.Taken, Assert.Single(second.Own).Text));
    }

    /// <summary>Cut off or scrambled anywhere, a mailbox is read as far as it goes; it never throws.</summary>
    [Property(MaxTest = 100)]
    public void Broken_mailboxes_are_read_as_far_as_they_go(NonNegativeInt cut, byte[] noise)
    {
        var box = Box(Mail("mei@lindenau.example", Own), Mail("mei@lindenau.example", Own + " Again."));
        byte[] broken = [.. box.AsSpan(0, cut.Get % box.Length), .. noise];

        var part = ReadMailbox.Part(broken, isLast: true, Me);

        Assert.InRange(part.Taken, 0, broken.Length);
    }

    [Fact]
    public void Mail_nested_without_end_is_read_without_falling()
    {
        var nested = new StringBuilder("From - Mon\nFrom: mei@lindenau.example\n");
        for (var depth = 0; depth < 20_000; depth++)
        {
            nested.Append(CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        }

        var part = ReadMailbox.Part(Encoding.ASCII.GetBytes(nested.ToString()), isLast: true, Me);

        Assert.Empty(part.Own);
    }

    private static (List<Message> Messages, int Seen) InParts(byte[] box, int length)
    {
        var (messages, seen, at, wanted) = (new List<Message>(), 0, 0, length);
        while (at < box.Length)
        {
            var end = Math.Min(box.Length, at + wanted);
            var part = ReadMailbox.Part(box[at..end], end == box.Length, Me);
            wanted = part.Taken == 0 ? wanted * 2 : length;
            at += part.Taken;
            seen += part.Seen;
            messages.AddRange(part.Own);
        }

        return (messages, seen);
    }

    private static byte[] Box(params string[] mails) => Encoding.UTF8.GetBytes(string.Concat(mails));

    private static string Mail(string from, string text) =>
        $"From - Mon Nov  2 09:12:00 2026\nFrom: {from}\nTo: all@lindenau.example\nSubject: Seals\nDate: Mon, 2 Nov 2026 09:12:00 +0100\nContent-Type: text/plain; charset=utf-8\n\n{text.ReplaceLineEndings("\n")}\n\n";

    private static byte[] Head(string from, string type) => Encoding.ASCII.GetBytes($"From - Mon\nFrom: {from}\nSubject: x\nContent-Type: {type}\nContent-Transfer-Encoding: 8bit\n\n");
}
