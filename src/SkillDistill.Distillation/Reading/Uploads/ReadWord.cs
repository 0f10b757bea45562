using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SkillDistill.Domain;

namespace SkillDistill.Distillation.Reading.Uploads;

/// <summary>
/// A Word document (.docx) to Markdown: headings, lists and tables keep their form, what was deleted under tracked changes is left out, and so are pictures, comments, headers and
/// footers. Nothing it refers to is fetched, no macro is run, and an entity in its XML is refused by the library.
/// </summary>
internal static class ReadWord
{
    /// <summary>The beginning of an OLE file: a document before 2007, or one whose package is encrypted.</summary>
    private static ReadOnlySpan<byte> Ole => [0xD0, 0xCF, 0x11, 0xE0];

    public static Outcome<string> Of(string path, byte[] bytes)
    {
        if (bytes.AsSpan().StartsWith(Ole))
        {
            return new WordProtected(path);
        }

        try
        {
            return Bomb(path, bytes) is { } bomb ? bomb : Read(path, bytes);
        }
        catch (Exception broken) when (broken is OpenXmlPackageException or FileFormatException or InvalidDataException or IOException or XmlException or ArgumentException or InvalidOperationException or NotSupportedException)
        {
            return new WordBroken(path);
        }
    }

    /// <summary>The package is a ZIP, and is judged like one before the library opens it.</summary>
    private static UploadRefusal? Bomb(string path, byte[] bytes)
    {
        using var package = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return package.Entries.Count > UploadLimits.Entries ? new ArchiveHasTooManyEntries(path, UploadLimits.Entries)
            : package.Entries.Sum(entry => entry.Length) > UploadLimits.UnpackedSize ? new ArchiveIsBomb(path, "word/document.xml")
            : package.Entries.FirstOrDefault(entry => entry.Length > UploadLimits.RatioCounts && entry.Length / Math.Max(1, entry.CompressedLength) > UploadLimits.CompressionRatio) is { } bomb
                ? new ArchiveIsBomb(path, bomb.FullName)
            : null;
    }

    private static Outcome<string> Read(string path, byte[] bytes)
    {
        using var stream = new MemoryStream(bytes, writable: false);
        using var word = WordprocessingDocument.Open(stream, isEditable: false, new OpenSettings { MaxCharactersInPart = UploadLimits.UnpackedSize });
        if (word.MainDocumentPart?.Document?.Body is not { } body)
        {
            return new WordBroken(path);
        }

        var styles = new WordStyles(word.MainDocumentPart);
        var text = new StringBuilder();
        foreach (var block in body.ChildElements)
        {
            var written = block switch
            {
                Paragraph paragraph => styles.Markdown(paragraph),
                Table table => WordTables.Markdown(table),
                SdtBlock content => string.Join("\n\n", content.Descendants<Paragraph>().Select(styles.Markdown).Where(line => line.Length > 0)),
                _ => "",
            };
            if (written.Length > 0)
            {
                text.Append(text.Length == 0 ? "" : "\n\n").Append(written);
            }
        }

        return text.Length > UploadLimits.DocumentSize ? new DocumentTooLarge(path, UploadLimits.DocumentSize / UploadLimits.Megabyte) : text.ToString();
    }
}
