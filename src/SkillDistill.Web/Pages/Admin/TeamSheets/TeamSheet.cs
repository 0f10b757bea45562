using SkillDistill.Domain;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>Teams as a sheet: one line for each.</summary>
internal static class TeamSheet
{
    private static readonly SheetColumn Team = new("team", "团队");
    private static readonly SheetColumn Parent = new("parent", "上级团队", "上级");
    private static readonly SheetColumn Manager = new("manager", "负责人");
    private static readonly SheetReader Form = new(Team, Parent, Manager);

    public static Outcome<IReadOnlyList<TeamLine>> Read(string text)
    {
        var rows = Form.Read(text);
        return rows.Refused(out var refusal) ? refusal : rows.Value.Select(row => new TeamLine(row.Number, row[Team].ToPlainLine(), row[Parent].ToPlainLine(), row[Manager].ToPlainLine().ToLowerInvariant())).ToList();
    }

    /// <returns>A sheet that is read again as it was written.</returns>
    public static byte[] Write(IEnumerable<TeamLine> lines) => Form.Write(lines.Select(line => (string?[])[line.Team, line.Parent, line.Manager]));
}

/// <param name="Number">Of the line in the file, the heads of the columns being 1.</param>
/// <param name="Parent">Empty for a team with nothing above it.</param>
/// <param name="Manager">An e-mail address in small letters; empty for none.</param>
internal sealed record TeamLine(int Number, string Team, string Parent, string Manager);
