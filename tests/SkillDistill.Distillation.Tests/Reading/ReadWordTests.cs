using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Tests.Reading;

public sealed class ReadWordTests
{
    [Fact]
    public void Headings_lists_and_tables_keep_their_form_in_whatever_language_Word_was()
    {
        var text = Open(Word(
            Styled("berschrift1", "When to roll back"),
            Plain("Within the hour after a release."),
            Listed("Look at the release log."),
            Listed("Announce it."),
            new Table(Row("Sign", "Do"), Row("Errors double", "Roll back"))));

        Assert.Equal("# When to roll back\n\nWithin the hour after a release.\n\n- Look at the release log.\n\n- Announce it.\n\n| Sign | Do |\n| --- | --- |\n| Errors double | Roll back |", text.Value);
    }

    [Fact]
    public void What_was_deleted_under_tracked_changes_is_gone_and_what_was_inserted_is_there()
    {
        var paragraph = new Paragraph(
            new Run(new Text("Call the ") { Space = SpaceProcessingModeValues.Preserve }),
            new DeletedRun(new Run(new DeletedText("police"))),
            new InsertedRun(new Run(new Text("shift lead"))));

        Assert.Equal("Call the shift lead", Open(Word(paragraph)).Value);
    }

    [Fact]
    public void Its_cards_quote_what_stands_in_it()
    {
        var text = Open(Word(Styled("berschrift1", "Frost"), Plain("When it freezes, let the glass stand for an hour, because it cracks. Unless the hall is heated."))).Value;

        var drafts = ReadNotes.Propose("frost.docx", text);

        Assert.NotEmpty(drafts);
        Assert.All(drafts, draft => Assert.Equal(draft.Quote, text.Substring(draft.Start, draft.Quote.Length)));
    }

    [Fact]
    public void A_protected_document_is_called_that() => Assert.Equal(new WordProtected("a.docx"), Open([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]]).Refusal);

    [Fact]
    public void Cut_short_anywhere_it_is_broken_and_never_more_than_that()
    {
        var whole = Word(Plain("Words."), Styled("berschrift1", "More words"));

        for (var length = 0; length < whole.Length; length += 97)
        {
            Assert.IsType<WordBroken>(Open(whole[..length]).Refusal);
        }
    }

    [Theory]
    [InlineData("<!DOCTYPE w [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>")]
    [InlineData("<!DOCTYPE w SYSTEM \"http://127.0.0.1:9/evil.dtd\">")]
    public void Entities_and_outside_references_are_refused(string declaration)
    {
        var document = $"<?xml version=\"1.0\"?>{declaration}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body><w:p><w:r><w:t>x</w:t></w:r></w:p></w:body></w:document>";

        Assert.IsType<WordBroken>(Open(Rewritten(Word(Plain("x")), Encoding.UTF8.GetBytes(document))).Refusal);
    }

    [Fact]
    public void A_document_that_swells_beyond_reason_is_turned_away_unread()
    {
        var bomb = Rewritten(Word(Plain("x")), new byte[UploadLimits.UnpackedSize - 1000]);

        Assert.IsType<ArchiveIsBomb>(Open(bomb).Refusal);
    }

    [Fact]
    public void Something_else_renamed_is_broken() => Assert.IsType<WordBroken>(Open("just some text"u8.ToArray()).Refusal);

    private static Outcome<string> Open(byte[] bytes) => ReadWord.Of("a.docx", bytes);

    private static byte[] Word(params OpenXmlElement[] blocks)
    {
        using var stream = new MemoryStream();
        using (var word = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles(new Style(new StyleName { Val = "heading 1" }) { Type = StyleValues.Paragraph, StyleId = "berschrift1" });
        }

        return stream.ToArray();
    }

    /// <summary>The same package with another word/document.xml.</summary>
    private static byte[] Rewritten(byte[] package, byte[] document)
    {
        using var stream = new MemoryStream();
        stream.Write(package);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("word/document.xml")!.Delete();
            using var entry = zip.CreateEntry("word/document.xml").Open();
            entry.Write(document);
        }

        return stream.ToArray();
    }

    private static Paragraph Plain(string text) => new(new Run(new Text(text)));

    private static Paragraph Styled(string style, string text) => new(new ParagraphProperties(new ParagraphStyleId { Val = style }), new Run(new Text(text)));

    private static Paragraph Listed(string text) =>
        new(new ParagraphProperties(new NumberingProperties(new NumberingLevelReference { Val = 0 }, new NumberingId { Val = 1 })), new Run(new Text(text)));

    private static TableRow Row(params string[] cells) => new(cells.Select(cell => new TableCell(Plain(cell))));
}
