using SkillDistill.Domain;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.PeopleSheets;

/// <summary>People as a sheet: one line for each, known by their e-mail address.</summary>
internal static class PeopleSheet
{
    public const string Active = "active";
    public const string Away = "away";

    private static readonly SheetColumn Name = new("name", "姓名");
    private static readonly SheetColumn Email = new("email", "e-mail", "电子邮箱", "邮箱");
    private static readonly SheetColumn Title = new("title", "job title", "职位");
    private static readonly SheetColumn Team = new("team", "团队");
    private static readonly SheetColumn State = new("state", "状态");
    private static readonly SheetReader Form = new(Name, Email, Title, Team, State);

    private static readonly Dictionary<string, string> States = new(StringComparer.OrdinalIgnoreCase) { [""] = "", [Active] = Active, ["在职"] = Active, [Away] = Away, ["停用"] = Away, ["已停用"] = Away };

    public static Outcome<IReadOnlyList<PersonLine>> Read(string text)
    {
        var rows = Form.Read(text);
        return rows.Refused(out var refusal) ? refusal : rows.Value.Select(Line).ToList();
    }

    /// <returns>A sheet that is read again as it was written.</returns>
    public static byte[] Write(IEnumerable<PersonLine> lines) => Form.Write(lines.Select(line => (string?[])[line.Name, line.Email, line.Title, line.Team, line.State]));

    private static PersonLine Line(SheetRow row)
    {
        var state = row[State].ToPlainLine();
        return new PersonLine(row.Number, row[Name].ToPlainLine(), row[Email].ToPlainLetters().Trim().ToLowerInvariant(), row[Title].ToPlainLine(), row[Team].ToPlainLine(), States.GetValueOrDefault(state), state);
    }
}

/// <param name="Number">Of the line in the file, the heads of the columns being 1.</param>
/// <param name="Email">In small letters.</param>
/// <param name="Team">By name or the way to it; empty for none.</param>
/// <param name="State">One of the two that there are; empty to leave it as it is, null for a word that is neither.</param>
/// <param name="StateWord">As it was written.</param>
internal sealed record PersonLine(int Number, string Name, string Email, string Title, string Team, string? State, string StateWord = "");
