using SkillDistill.Domain;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>Targets as a sheet: one line for each team, skill and day.</summary>
internal static class TargetSheet
{
    private static readonly SheetColumn Team = new("team", "团队");
    private static readonly SheetColumn Skill = new("skill", "技能");
    private static readonly SheetColumn Level = new("level", "等级");
    private static readonly SheetColumn People = new("people", "人数");
    private static readonly SheetColumn From = new("from", "自") { MayBeMissing = true };
    private static readonly SheetColumn Reach = new("reach", "范围") { MayBeMissing = true };
    private static readonly SheetReader Form = new(Team, Skill, Level, People, From, Reach);

    public static Outcome<IReadOnlyList<SheetLine>> Read(string text)
    {
        var rows = Form.Read(text);
        return rows.Refused(out var refusal) ? refusal : rows.Value.Select(row => new SheetLine(row.Number, row[Team], row[Skill], row[Level], row[People], row[From], row[Reach])).ToList();
    }

    /// <returns>A sheet that is read again as it was written.</returns>
    public static byte[] Write(IEnumerable<SheetLine> lines) => Form.Write(lines.Select(line => (string?[])[line.Team, line.Skill, line.Level, line.People, line.From, line.Reach]));
}

/// <param name="Number">Of the line in the file, the heads of the columns being 1.</param>
/// <param name="From">Empty where it always held, and in sheets without such a column.</param>
/// <param name="Reach">Empty where it is to stay as it is.</param>
internal sealed record SheetLine(int Number, string Team, string Skill, string Level, string People, string From = "", string Reach = "");
