using System.Text;
using SkillDistill.Domain;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.DocumentLayoutAnalysis.PageSegmenter;
using UglyToad.PdfPig.DocumentLayoutAnalysis.ReadingOrderDetector;
using UglyToad.PdfPig.DocumentLayoutAnalysis.WordExtractor;
using UglyToad.PdfPig.Exceptions;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>The words of a PDF in reading order, a paragraph to a block. Pictures are not read, so a scanned page has none.</summary>
public static class PdfText
{
    /// <summary>Nobody goes through more; a book goes in by chapters.</summary>
    public const int Pages = 400;

    /// <remarks>Takes as much memory and time as the file was made to take. For files of strangers it runs in a process of its own.</remarks>
    public static Outcome<string> Of(string path, byte[] bytes)
    {
        try
        {
            using var pdf = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true });
            if (pdf.NumberOfPages > Pages)
            {
                return new PdfTooLong(path, pdf.NumberOfPages, Pages);
            }

            var text = new StringBuilder();
            foreach (var page in pdf.GetPages())
            {
                Write(page, text);
            }

            return text.Length == 0 ? new PdfHoldsNoText(path) : text.ToString();
        }
        catch (PdfDocumentEncryptedException)
        {
            return new PdfProtected(path);
        }
        catch (Exception broken) when (broken is not OutOfMemoryException)
        {
            // The library throws whatever it trips over; all of it means that the file is not as a PDF should be.
            return new PdfBroken(path);
        }
    }

    private static void Write(Page page, StringBuilder text)
    {
        var words = NearestNeighbourWordExtractor.Instance.GetWords(page.Letters).ToList();
        if (words.Count == 0)
        {
            return;
        }

        foreach (var block in UnsupervisedReadingOrderDetector.Instance.Get(DocstrumBoundingBoxes.Instance.GetBlocks(words)))
        {
            text.AppendJoin('\n', block.TextLines.Select(line => line.Text)).Append("\n\n");
        }
    }
}
