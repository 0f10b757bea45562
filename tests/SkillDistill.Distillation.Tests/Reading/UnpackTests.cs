using System.IO.Compression;
using System.Text;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Reading;

public sealed class UnpackTests
{
    [Fact]
    public void A_folder_is_read_and_what_is_no_text_is_listed_as_skipped()
    {
        var upload = Open(("notes/a.md", "# A"), ("notes/sub/b.TXT", "B"), ("notes/LICENSE", "x"), ("notes/.DS_Store", "\0"), ("notes/p.png", "\0")).Value;

        Assert.Equal(SourceKind.Notes, upload.Kind);
        Assert.Equal("notes", upload.Name);
        Assert.Equal(["notes/a.md", "notes/sub/b.TXT"], upload.Documents.Select(document => document.Path));
        Assert.Equal(["notes/LICENSE", "notes/.DS_Store", "notes/p.png"], upload.Skipped);
    }

    [Fact]
    public void A_folder_with_meta_and_work_is_a_colleague_skill()
    {
        var upload = Open(("me/meta.json", "{}"), ("me/work.md", "# W"), ("me/SKILL.md", "s"), ("me/versions/v0/meta.json", "{}"), ("me/versions/v0/work.md", "old")).Value;

        Assert.Equal(SourceKind.ColleagueSkill, upload.Kind);
        Assert.Equal(["me/meta.json", "me/work.md"], upload.Documents.Select(document => document.Path));
        Assert.Contains("me/versions/v0/work.md", upload.Skipped);
    }

    [Fact]
    public void An_archive_is_read_like_the_folder_in_it()
    {
        var upload = OpenZip(Zip(("me/meta.json", "{\"name\":\"x\"}"), ("me/persona.md", "# P"), ("__MACOSX/me/._persona.md", "\0"))).Value;

        Assert.Equal(SourceKind.ColleagueSkill, upload.Kind);
        Assert.Equal("upload", upload.Name);
        Assert.Equal(["__MACOSX/me/._persona.md"], upload.Skipped);
    }

    [Theory]
    [InlineData("utf-8")]
    [InlineData("utf-16")]
    [InlineData("utf-16BE")]
    public void A_byte_order_mark_is_understood_and_is_no_part_of_the_text(string name)
    {
        var encoding = Encoding.GetEncoding(name);

        var upload = Open("a.md", [.. encoding.GetPreamble(), .. encoding.GetBytes("# 笔记\r\n")]).Value;

        Assert.Equal("# 笔记\r\n", upload.Documents[0].Text);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused_with_their_line()
    {
        Assert.Equal(new DocumentNotUnicode("a.md", 2, 4), Open("a.md", [.. "ab\n"u8, (byte)'c', 0xFF, .. "d"u8]).Refusal);
        Assert.Equal(new DocumentNotText("a.md"), Open("a.md", [0x89, (byte)'P', (byte)'N', (byte)'G', 0, 0, 0, 13]).Refusal);
        Assert.Equal(new DocumentNotText("a.txt"), Open(("a.txt", new string('\u0001', 50) + "abc")).Refusal);
        Assert.IsType<DocumentNotUnicode>(Open("a.md", [0xFF, 0xFE, 0x00, 0xD8, 0x41, 0x00]).Refusal);
    }

    [Fact]
    public void What_is_too_large_is_refused_with_the_limit()
    {
        Assert.Equal(new DocumentTooLarge("a.md", 5), Open("a.md", new byte[30 * UploadLimits.Megabyte]).Refusal);
        Assert.Equal(new ArchiveTooLarge("a.zip", 20), Open("a.zip", new byte[30 * UploadLimits.Megabyte]).Refusal);
        Assert.Equal(new UploadTooLarge(30), Open([.. Enumerable.Range(0, 7).Select(at => ($"f/{at}.md", new string('a', 5_000_000)))]).Refusal);
        Assert.Equal(new TooManyDocuments(200), Open([.. Enumerable.Range(0, 201).Select(at => ($"f/{at}.md", "a"))]).Refusal);
        Assert.Equal(new TooManyFiles(2000), Open([.. Enumerable.Range(0, 2001).Select(at => ($"f/{at}.png", "a"))]).Refusal);
    }

    [Fact]
    public void Where_there_is_nothing_to_read_the_refusal_says_why()
    {
        Assert.IsType<NoFileChosen>(Unpack.Open([], PdfText.Of).Refusal);
        Assert.Equal(new FileKindNotRead("a.png"), Open(("a.png", "x")).Refusal);
        Assert.Equal(new DocumentEmpty("a.md"), Open(("a.md", " \n")).Refusal);
        Assert.IsType<NoReadableDocument>(Open(("f/a.png", "x"), ("f/b", "y")).Refusal);
        Assert.IsType<NoReadableDocument>(OpenZip(Zip(("a.png", "x"))).Refusal);
        Assert.IsType<NoReadableDocument>(OpenZip(Zip()).Refusal);
    }

    [Theory]
    [InlineData("../a.md")]
    [InlineData("a/../../b.md")]
    [InlineData("/etc/a.md")]
    [InlineData("..\\a.md")]
    [InlineData("C:\\a.md")]
    public void A_path_that_leaves_its_folder_is_refused(string path)
    {
        Assert.IsType<PathLeavesFolder>(OpenZip(Zip(("ok.md", "x"), (path, "x"))).Refusal);
        Assert.IsType<PathLeavesFolder>(Open(("ok.md", "x"), (path, "x")).Refusal);
    }

    [Fact]
    public void Paths_must_differ_and_fit()
    {
        Assert.Equal(new PathTwice("A.md"), OpenZip(Zip(("a.md", "x"), ("A.md", "y"))).Refusal);
        Assert.IsType<PathTooLong>(Open((new string('a', 400) + ".md", "x"), ("b.md", "x")).Refusal);
        Assert.Equal(new ArchiveNotAlone("b.zip"), Open(("a.md", "x"), ("b.zip", "x")).Refusal);
    }

    [Fact]
    public void An_archive_made_to_harm_is_refused()
    {
        var bomb = Zip(("bomb.md", new string('a', 4_000_000)));
        var many = Zip([.. Enumerable.Range(0, 10_000).Select(at => ($"{at}.md", "a"))]);
        var whole = Zip(("a.md", "hello"));
        var encrypted = Encrypted(whole);

        Assert.Equal(new ArchiveIsBomb("upload.zip", "bomb.md"), OpenZip(bomb).Refusal);
        Assert.Equal(new ArchiveHasTooManyEntries("upload.zip", 2000), OpenZip(many).Refusal);
        Assert.IsType<ArchiveEncrypted>(OpenZip(encrypted).Refusal);
        Assert.IsType<ArchiveBroken>(OpenZip(whole[..^10]).Refusal);
        Assert.IsType<ArchiveBroken>(OpenZip([.. "PK not really"u8]).Refusal);
        Assert.IsType<ArchiveBroken>(OpenZip([]).Refusal);
    }

    [Fact]
    public void An_archive_damaged_anywhere_is_read_or_refused_but_never_throws()
    {
        var whole = Zip(("me/meta.json", "{}"), ("me/work.md", string.Join('\n', Enumerable.Range(0, 200))));

        for (var at = 0; at < whole.Length; at++)
        {
            byte[] damaged = [.. whole];
            damaged[at] ^= 0x5A;
            var outcome = OpenZip(damaged);
            Assert.True(outcome.Refusal is not null || outcome.Value.Documents.Count > 0);
        }
    }

    [Fact]
    public void A_meta_file_that_is_no_json_is_refused_with_its_line()
    {
        Assert.Equal(new MetaNotJson("me/meta.json", 2), Open(("me/meta.json", "{\n\"a\": }"), ("me/work.md", "w")).Refusal);
        Assert.Equal(new MetaNotJson("me/meta.json", 1), Open(("me/meta.json", "[]"), ("me/work.md", "w")).Refusal);
        Assert.IsType<SeveralColleagueSkills>(Open(("a/meta.json", "{}"), ("a/work.md", "w"), ("b/meta.json", "{}"), ("b/work.md", "w")).Refusal);
    }

    private static Outcome<Upload> Open(params (string Path, string Text)[] files) =>
        Unpack.Open([.. files.Select(file => new UploadedFile(file.Path, new MemoryStream(Encoding.UTF8.GetBytes(file.Text))))], PdfText.Of);

    private static Outcome<Upload> Open(string path, byte[] bytes) => Unpack.Open([new UploadedFile(path, new MemoryStream(bytes))], PdfText.Of);

    private static Outcome<Upload> OpenZip(byte[] bytes) => Open("upload.zip", bytes);

    private static byte[] Zip(params (string Path, string Text)[] files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (path, text) in files)
            {
                using var entry = archive.CreateEntry(path).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return bytes.ToArray();
    }

    /// <summary>The same archive with the flag set that says its entries are encrypted.</summary>
    private static byte[] Encrypted(byte[] zip)
    {
        byte[] bytes = [.. zip];
        bytes[6] |= 1;
        bytes[bytes.AsSpan().IndexOf("PK\u0001\u0002"u8) + 8] |= 1;
        return bytes;
    }
}
