using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>
/// The lines of coverage as a sheet to take along: what the page says, and nothing that it does not. CSV by RFC 4180 in UTF-8, with the mark by which spreadsheets know that. What a spreadsheet would
/// take for a formula is led in by an apostrophe (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal sealed class CoverageSheet(IStringLocalizer<CoverageText> text)
{
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { NewLine = "\r\n", InjectionOptions = InjectionOptions.Escape };

    public byte[] Write(CoverageView view)
    {
        using var bytes = new MemoryStream();
        using (var letters = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var sheet = new CsvWriter(letters, Form))
        {
            foreach (var column in new[] { "Team", "Lines.Skill", "Lines.State", "Sheet.Level", "Lines.Target", "Sheet.Named", "Sheet.Unnamed", "Sheet.Fresh", "Sheet.Past", "Sheet.UnnamedFresh" })
            {
                sheet.WriteField(text[column].Value);
            }

            sheet.NextRecord();
            foreach (var line in view.Lines)
            {
                Write(sheet, view, line);
            }
        }

        return bytes.ToArray();
    }

    private void Write(CsvWriter sheet, CoverageView view, CoverageLine line)
    {
        sheet.WriteField(view.TeamNamed(line.TeamId));
        sheet.WriteField(view.Label(line.SkillId));
        sheet.WriteField(text[$"State.{line.State}"].Value);
        sheet.WriteField(line.Level);
        sheet.WriteField(line.HeadCount);
        sheet.WriteField(string.Join("; ", line.Named.Select(person => person.Name)));
        sheet.WriteField(AtLeast(line.Unnamed));
        sheet.WriteField(Days(line, isFresh: true));
        sheet.WriteField(Days(line, isFresh: false));
        sheet.WriteField(AtLeast(line.UnnamedFresh));
        sheet.NextRecord();
    }

    /// <summary>Empty where nothing may be said: a nought would be a statement.</summary>
    private static int? AtLeast(int people) => people == 0 ? null : people;

    private static string Days(CoverageLine line, bool isFresh) => string.Join("; ", line.Confirmed(isFresh).Select(known => $"{known.Person.Name} {known.ConfirmedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
}
