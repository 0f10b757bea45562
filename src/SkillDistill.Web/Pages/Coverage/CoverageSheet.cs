using System.Globalization;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The lines of coverage as a sheet to take along: what the page says, and nothing that it does not.</summary>
internal sealed class CoverageSheet(IStringLocalizer<CoverageText> text)
{
    private static readonly string[] Columns = ["Team", "Lines.Skill", "Lines.State", "Sheet.Level", "Lines.Target", "Sheet.Named", "Sheet.Unnamed", "Sheet.Fresh", "Sheet.Past", "Sheet.UnnamedFresh", "Depth", "Sheet.Since", "Sheet.On"];

    /// <summary>The heads of the columns, then the lines.</summary>
    public IReadOnlyList<string?[]> Rows(ShownCoverage shown) => [Columns.Select(column => text[column].Value).ToArray(), .. shown.Lines.Select(line => Row(shown, line))];

    private string?[] Row(ShownCoverage shown, CoverageLine line) =>
    [
        shown.View.TeamNamed(line.TeamId),
        shown.View.Label(line.SkillId),
        text[$"State.{line.State}"].Value,
        line.Level?.ToString(CultureInfo.InvariantCulture),
        line.HeadCount?.ToString(CultureInfo.InvariantCulture),
        string.Join("; ", line.Named.Select(person => person.Name)),
        AtLeast(line.Unnamed),
        Days(line, isFresh: true),
        Days(line, isFresh: false),
        AtLeast(line.UnnamedFresh),
        text[$"Depth.{line.Depth}"].Value,
        Month(shown.Since(line)),
        shown.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    ];

    /// <summary>Empty where nothing may be said: a nought would be a statement.</summary>
    private static string? AtLeast(int people) => people == 0 ? null : people.ToString(CultureInfo.InvariantCulture);

    /// <summary>A month that spreadsheets can sort by, with a word where it may be longer.</summary>
    private string? Month(Since? since) =>
        since is null ? null : since.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture) is var month && since.IsAtLeast ? text["Sheet.AtLeastSince", month].Value : month;

    private static string Days(CoverageLine line, bool isFresh) => string.Join("; ", line.Confirmed(isFresh).Select(known => $"{known.Person.Name} {known.ConfirmedAt.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}"));
}
