using System.Globalization;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The lines of coverage as a sheet to take along: what the page says, and nothing that it does not.</summary>
internal sealed class CoverageSheet(IStringLocalizer<CoverageText> text)
{
    private static readonly string[] Columns = ["Team", "Lines.Skill", "Lines.State", "Sheet.Level", "Lines.Target", "Sheet.Named", "Sheet.Unnamed", "Sheet.Fresh", "Sheet.Past", "Sheet.UnnamedFresh"];

    public byte[] Write(CoverageView view) => Sheets.Write([Columns.Select(column => text[column].Value), .. view.Lines.Select(line => Row(view, line))]);

    private string?[] Row(CoverageView view, CoverageLine line) =>
    [
        view.TeamNamed(line.TeamId),
        view.Label(line.SkillId),
        text[$"State.{line.State}"].Value,
        line.Level?.ToString(CultureInfo.InvariantCulture),
        line.HeadCount?.ToString(CultureInfo.InvariantCulture),
        string.Join("; ", line.Named.Select(person => person.Name)),
        AtLeast(line.Unnamed),
        Days(line, isFresh: true),
        Days(line, isFresh: false),
        AtLeast(line.UnnamedFresh),
    ];

    /// <summary>Empty where nothing may be said: a nought would be a statement.</summary>
    private static string? AtLeast(int people) => people == 0 ? null : people.ToString(CultureInfo.InvariantCulture);

    private static string Days(CoverageLine line, bool isFresh) => string.Join("; ", line.Confirmed(isFresh).Select(known => $"{known.Person.Name} {known.ConfirmedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
}
