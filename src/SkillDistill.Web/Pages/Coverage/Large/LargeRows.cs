using System.Globalization;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>The rows of a large team's picture, written past the view engine as those of <see cref="HeatmapRows"/> are.</summary>
internal sealed class LargeRows(LargeCoverage coverage, IStringLocalizer<CoverageText> text) : IHtmlContent
{
    public void WriteTo(TextWriter writer, HtmlEncoder encoder)
    {
        var (cells, skills) = (new TeamCells(text, encoder), coverage.Skills);
        foreach (var team in coverage.Rows)
        {
            WriteHead(writer, encoder, team);
            foreach (var skill in skills)
            {
                writer.Write(coverage.Cells.GetValueOrDefault((team, skill)) is { } cell ? cells.Of(cell.State, cell.Holders, cell.IsAtLeast, cell.HeadCount) : "<td>");
            }

            writer.Write("</tr>\n");
        }
    }

    private void WriteHead(TextWriter writer, HtmlEncoder encoder, Id<Team> team)
    {
        writer.Write("<tr><th scope=row>");
        writer.Write(team == coverage.TeamId ? "" : string.Create(CultureInfo.InvariantCulture, $"<a href=\"/coverage?team={team}{coverage.Filter.HorizonPart}\">"));
        encoder.Encode(writer, coverage.TeamNames[team]);
        writer.Write(team == coverage.TeamId ? "</th>" : "</a></th>");
    }
}
