using System.Globalization;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>What the cells of a target mean, in either language, and how they are written.</summary>
internal static class TargetCells
{
    /// <summary>The people wanted where nobody is, as against 0, which takes the target away.</summary>
    public const int Nobody = -1;

    /// <summary>Only those in which day and month cannot be taken for each other.</summary>
    private static readonly string[] Days = ["yyyy-M-d", "yyyy/M/d", "yyyy.M.d", "yyyy年M月d日"];

    private static readonly string[] NobodyWords = ["none", "无"];
    private static readonly string[] NowWords = ["", "now", "现在"];

    private static readonly Dictionary<string, TargetReach?> Reaches = new(StringComparer.OrdinalIgnoreCase)
    {
        [""] = null,
        ["together"] = TargetReach.Together,
        ["合计"] = TargetReach.Together,
        ["each"] = TargetReach.Each,
        ["各自"] = TargetReach.Each,
    };

    public static bool TryPeople(string cell, out int people)
    {
        if (NobodyWords.Contains(cell, StringComparer.OrdinalIgnoreCase))
        {
            people = Nobody;
            return true;
        }

        return int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out people) && people <= Target.LargestHeadCount;
    }

    public static bool TryLevel(string cell, out int level) => int.TryParse(cell, NumberStyles.None, CultureInfo.InvariantCulture, out level) && level is >= 1 and <= Proficiency.Highest;

    public static bool TryDay(string cell, out DateOnly? day)
    {
        day = null;
        if (NowWords.Contains(cell, StringComparer.OrdinalIgnoreCase))
        {
            return true;
        }

        var read = DateOnly.TryParseExact(cell, Days, CultureInfo.InvariantCulture, DateTimeStyles.None, out var on);
        day = on;
        return read && on >= Target.EarliestDue && on <= Target.LatestDue;
    }

    public static bool TryReach(string cell, out TargetReach? reach) => Reaches.TryGetValue(cell, out reach);

    public static SheetLine Line(Target target, string team, string skill) => new(
        0,
        team,
        skill,
        target.IsNone ? "" : Number(target.Level),
        target.IsNone ? NobodyWords[0] : Number(target.HeadCount),
        target.DueOn?.ToString("O", CultureInfo.InvariantCulture) ?? "",
        target.Reach == TargetReach.Each ? "each" : "together");

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
