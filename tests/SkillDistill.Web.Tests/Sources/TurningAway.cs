using System.IO.Compression;
using System.Text;
using SkillDistill.Tests;
using static SkillDistill.Web.Tests.Sources.Bring;

namespace SkillDistill.Web.Tests.Sources;

/// <summary>Bad input is told in a sentence beside its field, and nothing of it is kept.</summary>
public sealed class TurningAway(House house) : IClassFixture<House>
{
    public static TheoryData<string, string> BadUploads => new()
    {
        { "large", "too large" },
        { "binary", "does not hold text" },
        { "broken", "neither UTF-8 nor GB18030" },
        { "leaving", "outside its own folder" },
        { "crowded", "more than 2000 entries" },
        { "empty archive", "no Markdown, plain text, Word or PDF document" },
        { "not an archive", "cannot be opened as a ZIP" },
        { "meta", "not valid JSON" },
        { "pdf", "is broken or is no PDF" },
        { "bursting pdf", "more memory or time" },
        { "swelling pdf", "more memory or time" },
        { "picture", "of a kind we do not read" },
        { "links", "only links, pictures or headings" },
        { "half", "neither UTF-8 nor GB18030" },
    };

    [Theory]
    [MemberData(nameof(BadUploads))]
    public async Task Bad_files_are_refused_in_words_beside_the_field_and_nothing_is_kept(string which, string words)
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.UploadAsync(Files, Bad(which));

        Assert.Contains(words, mei.Page.QuerySelector("[data-valmsg-for='Form.Files']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(0, await house.SourcesOfAsync("mei"));
    }

    [Fact]
    public async Task Nothing_chosen_at_all_is_told()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.PressAsync("[data-busy]", ("Form.Text", "   "));

        Assert.Contains("Choose a file or a folder", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pasted_text_that_is_refused_is_still_there()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.PressAsync("[data-busy]", ("Form.Title", "Links"), ("Form.Text", "# Links\n\n[one](https://example.org)"));

        Assert.Contains("only links", mei.Page.QuerySelector("[data-valmsg-for='Form.Text']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("[one]", mei.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Links", mei.Page.QuerySelector("input[name='Form.Title']")!.GetAttribute("value"));
        Assert.Equal(0, await house.SourcesOfAsync("mei"));
    }

    [Fact]
    public async Task A_pasted_text_of_many_megabytes_is_refused_in_words()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.PressAsync("[data-busy]", ("Form.Text", new string('a', 6 * 1024 * 1024)));

        Assert.Contains("too large", mei.Page.QuerySelector("[data-valmsg-for='Form.Text']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_and_a_pasted_text_together_are_refused_and_the_text_is_kept()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();
        mei.Page.QuerySelector("textarea")!.TextContent = "Typed with care.";

        await mei.UploadAsync(Files, ("note.md", Bytes("# Note\n\nCheck the valve first.")));

        Assert.Contains("one of the three ways", mei.Text, StringComparison.Ordinal);
        Assert.Contains("Typed with care.", mei.Page.QuerySelector("textarea")!.TextContent, StringComparison.Ordinal);
    }

    private static (string Name, byte[] Content)[] Bad(string which) => which switch
    {
        "large" => [("large.md", Bytes(new string('a', 30 * 1024 * 1024)))],
        "binary" => [("picture.md", [0x89, 0x50, 0x4E, 0x47, 0, 0, 0, 13, 1, 2, 3])],
        "broken" => [("broken.md", [.. Bytes("# Title\n\nGood line\nbad "), 0xC3, 0x28, 0x0A])],
        "leaving" => [("bad.zip", Zip(("good.md", "# Good\n\nKeep the lid closed."), ("../../evil.md", "# Evil\n\nOut of here.")))],
        "crowded" => [("crowded.zip", Zip([.. Enumerable.Range(0, 10_000).Select(number => ($"{number}.md", "x"))]))],
        "empty archive" => [("empty.zip", Zip())],
        "not an archive" => [("torn.zip", Encoding.ASCII.GetBytes("PK not really"))],
        "meta" => [("meta.json", Bytes("{ \"name\": ")), ("work.md", Bytes("# Work\n\n- Checks the pumps first.")), ("persona.md", Bytes("# Persona\n\n- Speaks briefly."))],
        "pdf" => [("paper.pdf", Bytes("%PDF-1.7"))],
        "bursting pdf" => [("paper.pdf", BurstingPdf(" "u8))],
        "swelling pdf" => [("paper.pdf", BurstingPdf("q "u8))],
        "picture" => [("photo.png", Bytes("PNG"))],
        "links" => [("links.md", Bytes("# Links\n\n[one](https://example.org)\n"))],
        "half" => [("good.md", Bytes("# Good\n\nKeep the lid closed at all times.")), ("torn.md", [0x61, 0xFF, 0x61])],
        _ => throw new ArgumentOutOfRangeException(nameof(which)),
    };

    /// <summary>A page whose content is a gigabyte of this: a file of one megabyte.</summary>
    private static byte[] BurstingPdf(ReadOnlySpan<byte> content)
    {
        using var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            var repeated = new byte[1024 * 1024];
            for (var at = 0; at < repeated.Length; at += content.Length)
            {
                content.CopyTo(repeated.AsSpan(at));
            }

            for (var megabyte = 0; megabyte < 1024; megabyte++)
            {
                zlib.Write(repeated);
            }
        }

        return HandMadePdf.OnePage("", [.. HandMadePdf.Words($"<</Length {packed.Length}/Filter/FlateDecode>>stream\n"), .. packed.ToArray(), .. HandMadePdf.Words("\nendstream")]);
    }
}
