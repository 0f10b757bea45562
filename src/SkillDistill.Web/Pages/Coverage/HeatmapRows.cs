using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>
/// The rows of a heatmap. Two hundred people by a hundred and fifty skills are thirty thousand cells: each is a class and a sign and nothing else, and they are written past the view engine.
/// End tags that HTML does not ask for (https://html.spec.whatwg.org/multipage/syntax.html#optional-tags) are left out.
/// </summary>
internal sealed class HeatmapRows(ShownCoverage shown, IStringLocalizer<CoverageText> text) : IHtmlContent
{
    private static readonly string[] Levels = [.. Enumerable.Range(0, Proficiency.Highest + 1).Select(level => string.Create(CultureInfo.InvariantCulture, $"<td class=l{level}>{level}"))];

    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        if (shown.Filter.Picture == CoveragePicture.Teams)
        {
            WriteTeams(writer, encoder);
        }
        else
        {
            WritePeople(writer, encoder);
        }
    }

    private static void WriteHead(TextWriter writer, HtmlEncoder encoder, string name)
    {
        writer.Write("<tr><th scope=row>");
        encoder.Encode(writer, name);
        writer.Write("</th>");
    }

    private void WritePeople(TextWriter writer, HtmlEncoder encoder)
    {
        foreach (var person in shown.People)
        {
            WriteHead(writer, encoder, person.Name);
            foreach (var skill in shown.Skills)
            {
                writer.Write(person.Level(skill) is { } level ? Levels[level] : "<td>");
            }

            writer.Write("</tr>\n");
        }
    }

    private void WriteTeams(TextWriter writer, HtmlEncoder encoder)
    {
        var cells = new TeamCells(text, encoder);
        foreach (var team in shown.Teams)
        {
            WriteHead(writer, encoder, shown.View.TeamNamed(team));
            foreach (var skill in shown.Skills)
            {
                var cell = shown.View.Cell(team, skill);
                writer.Write(cells.Of(cell.State, cell.Holders, cell.Unnamed > 0, cell.HeadCount));
            }

            writer.Write("</tr>\n");
        }
    }
}

/// <summary>A sign for each state, so that colour is never alone.</summary>
internal static class StateSigns
{
    public static string Of(CoverageState state) => state switch
    {
        CoverageState.Gap => "○",
        CoverageState.SinglePointOfFailure => "!",
        CoverageState.Thin => "◔",
        CoverageState.Covered => "✓",
        _ => "",
    };
}
