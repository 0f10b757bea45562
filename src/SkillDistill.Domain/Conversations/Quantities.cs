using System.Globalization;
using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Conversations;

/// <summary>Numbers with what they count, in English and Chinese: "15 minutes", "3 %", "三十件". Dates, versions, phone numbers and a bare Chinese numeral without a unit are none.</summary>
internal static partial class Quantities
{
    private const string Digits = "零一二三四五六七八九";

    // Each line is one unit: its name, and how else it is written.
    private static readonly Dictionary<string, string> Units = new[]
    {
        "second s sec secs 秒 秒钟",
        "minute min mins 分 分钟",
        "hour h hr hrs 小时 个小时",
        "day 天",
        "week 周 星期",
        "month 个月",
        "year 年",
        "percent % ％",
        "€ eur euro 欧元",
        "$ usd dollar 美元",
        "元 rmb cny yuan",
        "metre m meter 米",
        "kilogram kg kilo 公斤",
        "people person 人",
        "piece pcs 件",
        "°C ℃ 度",
    }.Select(line => line.Split(' ')).SelectMany(names => names.Select(name => KeyValuePair.Create(name, names[0]))).ToDictionary(StringComparer.OrdinalIgnoreCase);

    // Words that follow a number and are not what it counts.
    private static readonly HashSet<string> NoUnits = new(StringComparer.OrdinalIgnoreCase)
    {
        "", "and", "or", "to", "of", "in", "if", "on", "at", "is", "are", "by", "for", "than", "from", "when", "with", "a", "an", "the", "then", "but", "as", "not", "per", "it", "we", "I", "until", "before", "after",
    };

    /// <returns>For each, what it is compared by and how it is written.</returns>
    public static IEnumerable<(string Key, string Words)> In(string text)
    {
        foreach (Match match in Number().Matches(text))
        {
            var (sign, number, unit) = (match.Groups["sign"].Value, match.Groups["number"].Value, match.Groups["unit"].Value);
            var counts = !NoUnits.Contains(unit);
            if (Value(number) is { } value)
            {
                yield return ($"{value} {(sign.Length > 0 ? sign : counts ? Unit(unit) : "")}", counts ? match.Value.Trim() : sign + number);
            }
        }
    }

    private static string Unit(string unit) =>
        Units.GetValueOrDefault(unit) ?? Units.GetValueOrDefault(unit.TrimEnd('s')) ?? (unit.Length > 3 && char.IsAsciiLetter(unit[0]) ? unit.TrimEnd('s') : unit).ToLowerInvariant();

    /// <summary>The value without its trailing zeros; null for what is no plain number.</summary>
    private static string? Value(string number)
    {
        if (number[0] > '\u2E80')
        {
            return Chinese(number)?.ToString(CultureInfo.InvariantCulture);
        }

        // 1,500 and 1.500 are thousands; 1.5 and 1,5 are one and a half.
        var plain = Thousands().IsMatch(number) ? number.Replace(",", "", StringComparison.Ordinal).Replace(".", "", StringComparison.Ordinal) : number.Replace(',', '.');
        return decimal.TryParse(plain, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value.ToString("0.############", CultureInfo.InvariantCulture) : null;
    }

    /// <summary>Up to 9999, as they are spoken; null for a row of digits, which is a name or a year.</summary>
    private static int? Chinese(string numeral)
    {
        if (numeral == "半")
        {
            return null;
        }

        var (sum, digit) = (0, 0);
        foreach (var letter in numeral.Replace('两', '二'))
        {
            var place = letter switch { '十' => 10, '百' => 100, '千' => 1000, _ => 0 };
            if (place > 0)
            {
                (sum, digit) = (sum + (Math.Max(digit, 1) * place), 0);
            }
            else if (digit > 0)
            {
                return null;
            }
            else
            {
                digit = Digits.IndexOf(letter, StringComparison.Ordinal);
            }
        }

        return sum + digit;
    }

    [GeneratedRegex("""
        (?<![A-Za-z0-9_.,/:-])(?<sign>[€$])?(?<number>\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{1,9}(?:[.,]\d{1,4})?)(?![.,:/-]?\d)\s?(?<unit>%|％|€|℃|°C|percent\b|[A-Za-z]{1,14}\b|秒钟?|分钟?|个?小时|天|周|星期|个月|年|次|人|个|件|台|元|块|欧元|美元|度|米|公斤|吨|倍|名|位|帕|页|封|条|项)?
        |(?<number>[零一二两三四五六七八九十百千]{1,7})(?<unit>秒钟?|分钟|个?小时|天|周|星期|个月|年|次|人|件|台|元|欧元|美元|度|米|公斤|吨|倍|名|位|帕|页|封|条|项)
        """, RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(@"^\d{1,3}([.,]\d{3})+$")]
    private static partial Regex Thousands();
}
