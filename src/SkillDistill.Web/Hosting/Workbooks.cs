using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using SkillDistill.Domain;

namespace SkillDistill.Web.Hosting;

/// <summary>
/// Writes workbooks for spreadsheets (Office Open XML). Every cell is a number or a text, never a formula; a text that would become one when somebody edits it, or saves the sheet as CSV, is led in by an
/// apostrophe as in <see cref="Sheets"/>. The same rows are the same bytes.
/// </summary>
internal static class Workbooks
{
    public const string MediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>What Excel takes in one cell.</summary>
    private const int LongestText = 32_767;

    /// <summary>What Excel takes for a sheet's name, without the signs that it does not.</summary>
    private const int LongestName = 31;

    private const uint Plain = 0;
    private const uint Head = 1;

    /// <summary>The first moment that a ZIP can name: a workbook does not say when it was made.</summary>
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <param name="name">Of the one sheet.</param>
    /// <param name="rows">The heads of the columns first; an empty cell is null.</param>
    public static byte[] Write(string name, IReadOnlyList<IReadOnlyList<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(bytes, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            document.ChangeIdOfPart(book, "book");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = Styles();
            var sheet = book.AddNewPart<WorksheetPart>("sheet");
            sheet.Worksheet = new Worksheet(FrozenHead(), new SheetData(rows.Select((row, at) => new Row(row.Select(cell => Cell(cell, at == 0 ? Head : Plain))))));
            book.Workbook = new Workbook(new DocumentFormat.OpenXml.Spreadsheet.Sheets(new Sheet { Id = "sheet", SheetId = 1, Name = Named(name) }));
        }

        return Dateless(bytes);
    }

    private static Cell Cell(string? text, uint style)
    {
        if (text is null)
        {
            return new Cell();
        }

        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _)
            ? new Cell(new CellValue(text)) { DataType = CellValues.Number, StyleIndex = style }
            : new Cell(new InlineString(new Text(Harmless(text)) { Space = SpaceProcessingModeValues.Preserve })) { DataType = CellValues.InlineString, StyleIndex = style };
    }

    private static string Harmless(string text)
    {
        var plain = new string([.. text.ToWellFormed().Where(letter => char.IsSurrogate(letter) || System.Xml.XmlConvert.IsXmlChar(letter))]);
        var led = plain.Length > 0 && plain[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? $"'{plain}" : plain;
        return led.Length > LongestText ? led[..LongestText] : led;
    }

    private static string Named(string name)
    {
        var plain = new string([.. name.Where(letter => !"[]:*?/\\'".Contains(letter, StringComparison.Ordinal))]);
        return plain[..Math.Min(plain.Length, LongestName)];
    }

    private static SheetViews FrozenHead() => new(new SheetView(new Pane { VerticalSplit = 1, TopLeftCell = "A2", ActivePane = PaneValues.BottomLeft, State = PaneStateValues.Frozen }) { WorkbookViewId = 0 });

    private static Stylesheet Styles() => new(
        new Fonts(new Font(), new Font(new Bold())),
        new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()),
        new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { FontId = 1, ApplyFont = true }));

    private static byte[] Dateless(MemoryStream bytes)
    {
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var entry in zip.Entries)
            {
                entry.LastWriteTime = Always;
            }
        }

        return bytes.ToArray();
    }
}
