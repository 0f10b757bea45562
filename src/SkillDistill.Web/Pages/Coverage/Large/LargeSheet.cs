using System.Globalization;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>All targets of a large team and of those below it as a sheet to take along, in the order of its page. Nobody is named in it, so that nobody was looked at.</summary>
internal sealed class LargeSheet(IStringLocalizer<CoverageText> text)
{
    private static readonly string[] Columns = ["Team", "Lines.Skill", "Lines.State", "Sheet.Level", "Lines.Target", "Sheet.Holders", "Sheet.On"];

    /// <summary>The heads of the columns, then the lines.</summary>
    public IReadOnlyList<string?[]> Rows(LargeLines lines) => [Columns.Select(column => text[column].Value).ToArray(), .. lines.Lines.Select(line => Row(lines, line))];

    private string?[] Row(LargeLines lines, ShownCell line) =>
    [
        lines.TeamNames[line.TeamId],
        lines.SkillNames[line.SkillId].Label,
        text[$"State.{line.State}"].Value,
        line.Level?.ToString(CultureInfo.InvariantCulture),
        line.HeadCount?.ToString(CultureInfo.InvariantCulture),
        // Empty where nothing may be said: a nought would be a statement.
        line.Holders == 0 ? null : line.Holders.ToString(CultureInfo.InvariantCulture),
        lines.On.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    ];
}

/// <summary>Lines of a large team as they are taken along, worst first.</summary>
internal sealed class LargeLines
{
    public required IReadOnlyList<ShownCell> Lines { get; init; }

    public required IReadOnlyDictionary<Id<Team>, string> TeamNames { get; init; }

    public required IReadOnlyDictionary<Id<Skill>, SkillName> SkillNames { get; init; }

    /// <summary>The day of which they speak.</summary>
    public required DateOnly On { get; init; }
}
