using System.Globalization;

namespace SkillDistill.Web.Language;

/// <summary>Days and times as people of each language write them, in the time zone of the server.</summary>
internal static class Moments
{
    private static bool IsChinese => Languages.Current == Languages.Chinese;

    public static string Day(this DateTimeOffset moment) => moment.ToLocalTime().ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.CurrentCulture);

    public static string Day(this DateOnly day) => day.ToString(IsChinese ? "yyyy年M月d日" : "d MMM yyyy", CultureInfo.CurrentCulture);

    public static string Month(this DateOnly day) => day.ToString(IsChinese ? "yyyy年M月" : "MMMM yyyy", CultureInfo.CurrentCulture);

    public static string ShortMonth(this DateOnly day) => day.ToString(IsChinese ? "M月" : "MMM", CultureInfo.CurrentCulture);

    public static string DayAndTime(this DateTimeOffset moment) => moment.ToLocalTime().ToString(IsChinese ? "M月d日 HH:mm" : "d MMM, HH:mm", CultureInfo.CurrentCulture);

    public static string TimeOfDay(this DateTimeOffset moment) => moment.ToLocalTime().ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    /// <summary>For the datetime attribute of a time element.</summary>
    public static string Machine(this DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
}
