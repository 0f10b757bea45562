using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Tests;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace SkillDistill.Distillation.Tests.Reading;

public sealed class PdfTextTests
{
    [Fact]
    public void Paragraphs_are_read_in_reading_order_and_drafts_quote_them()
    {
        var pdf = Pdf(["If the seal is broken, open the crate", "before it leaves the hall."], ["Never ship in the rain", "without a cover."]);

        var text = PdfText.Of("rules.pdf", pdf).Value;

        Assert.Contains("If the seal is broken, open the crate\nbefore it leaves the hall.", text, StringComparison.Ordinal);
        Assert.True(text.IndexOf("seal", StringComparison.Ordinal) < text.IndexOf("rain", StringComparison.Ordinal));
        Assert.All(ReadNotes.Propose("rules.pdf", text), draft => Assert.Equal(draft.Quote, text.Substring(draft.Start, draft.Quote.Length)));
    }

    [Fact]
    public void Pages_without_words_are_told() => Assert.IsType<PdfHoldsNoText>(PdfText.Of("scan.pdf", Pdf([])).Refusal);

    [Fact]
    public void More_pages_than_anybody_goes_through_are_told() =>
        Assert.Equal(new PdfTooLong("book.pdf", PdfText.Pages + 1, PdfText.Pages), PdfText.Of("book.pdf", Pdf([.. Enumerable.Repeat(Array.Empty<string>(), PdfText.Pages + 1)])).Refusal);

    /// <summary>Cut off anywhere, it is read as far as it goes or told to be broken; nothing else happens.</summary>
    [Fact]
    public void Cut_off_anywhere_it_is_told()
    {
        var pdf = Pdf(["If the seal is broken, open the crate"]);

        for (var length = 0; length < pdf.Length; length += 7)
        {
            var read = PdfText.Of("rules.pdf", pdf[..length]);

            Assert.True(read.Refusal is null or PdfBroken or PdfHoldsNoText, $"{length}: {read.Refusal}");
        }
    }

    [Fact]
    public void A_password_is_told()
    {
        var locked = HandMadePdf.OnePage(
            "/Encrypt 5 0 R/ID[<00><00>]",
            HandMadePdf.Words("<</Length 1>>stream\n \nendstream"),
            HandMadePdf.Words($"<</Filter/Standard/V 1/R 2/O<{new string('0', 64)}>/U<{new string('1', 64)}>/P -4>>"));

        Assert.IsType<PdfProtected>(PdfText.Of("locked.pdf", locked).Refusal);
    }

    private static byte[] Pdf(params string[][] pages)
    {
        var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        foreach (var lines in pages)
        {
            var page = builder.AddPage(PageSize.A4);
            for (var line = 0; line < lines.Length; line++)
            {
                page.AddText(lines[line], 12, new PdfPoint(60, 760 - (line * 15)), font);
            }
        }

        return builder.Build();
    }
}
