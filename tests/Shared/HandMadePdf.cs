using System.Globalization;
using System.Text;

namespace SkillDistill.Tests;

/// <summary>A PDF put together object by object, as no library would write one.</summary>
internal static class HandMadePdf
{
    /// <param name="trailer">What the trailer says beside its size.</param>
    /// <param name="objects">The first is object 1.</param>
    public static byte[] Of(string trailer, params byte[][] objects)
    {
        using var pdf = new MemoryStream();
        Write(pdf, "%PDF-1.4\n");
        var places = new List<long>();
        foreach (var (content, number) in objects.Select((content, at) => (content, at + 1)))
        {
            places.Add(pdf.Position);
            Write(pdf, $"{number} 0 obj\n");
            pdf.Write(content);
            Write(pdf, "\nendobj\n");
        }

        var table = pdf.Position;
        Write(pdf, string.Create(CultureInfo.InvariantCulture, $"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n"));
        foreach (var place in places)
        {
            Write(pdf, string.Create(CultureInfo.InvariantCulture, $"{place:D10} 00000 n \n"));
        }

        Write(pdf, string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Size {objects.Length + 1} {trailer}>>\nstartxref\n{table}\n%%EOF\n"));
        return pdf.ToArray();
    }

    /// <summary>One page, with more objects after its own three.</summary>
    public static byte[] OnePage(string trailer, params byte[][] objects) => Of(
        $"/Root 1 0 R {trailer}",
        [
            Words("<</Type/Catalog/Pages 2 0 R>>"), Words("<</Type/Pages/Kids[3 0 R]/Count 1>>"),
            Words(objects.Length == 0 ? "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]>>" : "<</Type/Page/Parent 2 0 R/MediaBox[0 0 99 99]/Contents 4 0 R>>"), .. objects,
        ]);

    public static byte[] Words(string text) => Encoding.ASCII.GetBytes(text);

    private static void Write(Stream pdf, string text) => pdf.Write(Words(text));
}
