using System.IO.Compression;
using System.Text;
using SkillDistill.Distillation.Reading.Messages;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Tests.Reading.Messages;

public sealed class Chats
{
    private const string Users = """[{"id":"U1","name":"mei","profile":{"real_name":"Mei Lin","email":"mei@lindenau.example"}},{"id":"U2","name":"ada","real_name":"Ada Brandt"}]""";

    private const string Day = """
        [
          {"type":"message","user":"U1","ts":"1793610720.000200","text":"<@U2> read <https://example.org/a|the page> before you restart it, because &lt;the lock&gt; stays."},
          {"type":"message","user":"U2","ts":"1793610721.000200","text":"Thanks a lot, that saves me an hour of work today and tomorrow."},
          {"type":"message","subtype":"channel_join","user":"U1","ts":"1793610722.000200","text":"<@U1> has joined the channel and this is not something she wrote"},
          {"type":"message","user":"U1","ts":"1793610723.000200","text":"ok"}
        ]
        """;

    [Theory]
    [InlineData("mei@lindenau.example")]
    [InlineData("Mei Lin")]
    [InlineData("u1")]
    public void Of_a_Slack_export_only_what_the_owner_wrote_comes_out(string me)
    {
        var read = Read("export.zip", Zip(("users.json", Users), ("operations/2026-11-02.json", Day), ("channels.json", "[]")), me).Value;

        var message = Assert.Single(read.Kept);
        Assert.Equal(("#operations", "@Ada Brandt read the page before you restart it, because <the lock> stays."), (message.About, message.Text));
        Assert.Equal((3, 2), (read.Seen, read.Own));
        Assert.Equal(new DateTimeOffset(2026, 11, 2, 9, 12, 0, TimeSpan.Zero), message.SentAt!.Value, TimeSpan.FromHours(1));
    }

    [Fact]
    public void Who_nobody_is_learns_who_wrote_in_it()
    {
        var refusal = Assert.IsType<NoMessageOfYours>(Read("export.zip", Zip(("users.json", Users), ("operations/2026-11-02.json", Day)), "sam").Refusal);

        Assert.Equal("sam", refusal.Names);
        Assert.Contains("Mei Lin <mei@lindenau.example> (2)", refusal.Authors, StringComparison.Ordinal);
    }

    [Fact]
    public void A_day_that_breaks_off_is_named_with_its_line()
    {
        var refusal = Assert.IsType<MessagesNotJson>(Read("export.zip", Zip(("users.json", Users), ("operations/2026-11-02.json", Day[..200])), "mei").Refusal);

        Assert.Equal(("operations/2026-11-02.json", 3), (refusal.File, refusal.Line));
    }

    [Fact]
    public void An_archive_made_to_burst_is_not_unpacked() =>
        Assert.IsType<ArchiveIsBomb>(Read("export.zip", Zip(("users.json", Users), ("operations/2026-11-02.json", new string(' ', 30_000_000))), "mei").Refusal);

    [Fact]
    public void An_archive_without_people_is_no_Slack_export() => Assert.IsType<NoMessagesInFile>(Read("export.zip", Zip(("a.md", "# A")), "mei").Refusal);

    [Fact]
    public void Feishu_is_read_as_its_own_interface_lists_it()
    {
        const string listed = """
            {"code":0,"data":{"items":[
              {"message_id":"om_1","msg_type":"text","create_time":"1793610720000","sender":{"id":"ou_1","id_type":"open_id","sender_type":"user"},"body":{"content":"{\"text\":\"封条破了就先开箱再出库，因为保险公司会问原因。\"}"}},
              {"message_id":"om_2","msg_type":"post","create_time":"1793610730000","sender":{"id":"ou_1","sender_type":"user"},"body":{"content":"{\"title\":\"出库规则\",\"content\":[[{\"tag\":\"text\",\"text\":\"重量差超过 300 克，\"},{\"tag\":\"text\",\"text\":\"就要开箱检查一遍。\"}]]}"}},
              {"message_id":"om_3","msg_type":"text","create_time":"1793610740000","sender":{"id":"ou_2","sender_type":"user"},"body":{"content":"{\"text\":\"好的\"}"}},
              {"message_id":"om_4","msg_type":"image","sender":{"id":"ou_1","sender_type":"user"},"body":{"content":"{\"image_key\":\"x\"}"}}
            ]}}
            """;

        var read = Read("feishu.json", Encoding.UTF8.GetBytes(listed), "ou_1").Value;

        Assert.Equal(["封条破了就先开箱再出库，因为保险公司会问原因。", "出库规则\n重量差超过 300 克，就要开箱检查一遍。"], read.Kept.Select(message => message.Text));
    }

    [Theory]
    [InlineData("""[{"sender_name":"梅林","content":"封条破了就先开箱再出库，因为保险公司会问原因。","timestamp":"2026-11-02 09:12"}]""")]
    [InlineData("""{"messages":[{"sender":"梅林","text":"封条破了就先开箱再出库，因为保险公司会问原因。","time":1793610720}]}""")]
    [InlineData("""{"records":[{"from":"梅林","body":"封条破了就先开箱再出库，因为保险公司会问原因。"}]}""")]
    public void And_as_tools_write_it_down_in_UTF8_or_GB18030(string json)
    {
        foreach (var encoding in new[] { new UTF8Encoding(false), CodePagesEncodingProvider.Instance.GetEncoding("GB18030")! })
        {
            Assert.Equal("封条破了就先开箱再出库，因为保险公司会问原因。", Assert.Single(Read("export.json", encoding.GetBytes(json), "梅林").Value.Kept).Text);
        }
    }

    [Fact]
    public void Json_that_breaks_off_is_named_with_its_line()
    {
        var refusal = Assert.IsType<MessagesNotJson>(Read("export.json", Encoding.UTF8.GetBytes("[\n{\"sender\":\"a\",\n\"text\":"), "a").Refusal);

        Assert.Equal(3, refusal.Line);
    }

    [Theory]
    [InlineData("export.json", "[]")]
    [InlineData("export.json", "{\"a\":1}")]
    [InlineData("letter.eml", "no mail at all")]
    [InlineData("box.mbox", "no mailbox at all")]
    [InlineData("notes.md", "# Notes")]
    public void A_file_without_messages_is_told(string name, string content) => Assert.IsType<NoMessagesInFile>(Read(name, Encoding.UTF8.GetBytes(content), "mei").Refusal);

    [Fact]
    public void Short_words_alone_are_not_kept() =>
        Assert.IsType<OnlyShortMessages>(Read("letter.eml", Encoding.UTF8.GetBytes("From: mei@lindenau.example\nSubject: Re: x\n\nThanks!\n"), "mei@lindenau.example").Refusal);

    [Fact]
    public void One_mail_is_read_by_itself() => Assert.Equal(
        "Open the crate first, because the insurer asks about the seal.",
        Assert.Single(Read("letter.eml", Encoding.UTF8.GetBytes("From: Mei Lin <mei@lindenau.example>\nSubject: x\n\nOpen the crate first, because the insurer asks about the seal.\n"), "Mei Lin").Value.Kept).Text);

    private static Outcome<OwnMessages> Read(string name, byte[] bytes, string me) => ReadMessages.Of(new UploadedFile(name, new MemoryStream(bytes)), [me]);

    private static byte[] Zip(params (string Path, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in entries)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }
}
