using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace SkillDistill.Web.Hosting;

/// <summary>
/// Writes sheets for spreadsheets: CSV by RFC 4180 in UTF-8, with the mark by which they know that. What they would take for a formula is led in by an apostrophe
/// (https://owasp.org/www-community/attacks/CSV_Injection).
/// </summary>
internal static class Sheets
{
    /// <summary>As browsers and spreadsheets are told of it.</summary>
    public const string MediaType = "text/csv; charset=utf-8";

    // Lines end as RFC 4180 wants by default; where that is said, a line feed alone within a cell is not quoted any more.
    private static readonly CsvConfiguration Form = new(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape };

    /// <param name="rows">The heads of the columns first; an empty cell is null.</param>
    public static byte[] Write(IEnumerable<IEnumerable<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var letters = new StreamWriter(bytes, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)))
        using (var csv = new CsvWriter(letters, Form))
        {
            foreach (var row in rows)
            {
                foreach (var cell in row)
                {
                    csv.WriteField(cell);
                }

                csv.NextRecord();
            }
        }

        return bytes.ToArray();
    }
}
