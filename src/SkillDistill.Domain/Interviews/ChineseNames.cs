using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// Names in Chinese characters: a surname with a title (王经理, 刘工), an old or young surname (老李, 小赵), or a surname with one or two
/// characters that given names are made of, between the verbs that people are asked with and those that people do. Words that begin like a name
/// (高级, 方案, 安全) are kept out by a list.
/// </summary>
internal static class ChineseNames
{
    private const RegexOptions Linear = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;

    private static readonly HashSet<char> Surnames = [.. Line("chinese surnames", 0)];
    private static readonly string[] LongSurnames = Line("chinese surnames", 1).Split(' ');
    private static readonly HashSet<char> AfterOldOrYoung = [.. Line("surnames for old and young", 0), .. Line("surnames for old and young", 1)];
    private static readonly HashSet<char> Given = [.. WordList.Section("given name characters").SelectMany(line => line)];
    private static readonly string[] Titles = [.. WordList.Section("person titles").OrderByDescending(title => title.Length)];
    private static readonly HashSet<char> TitleGoesOn = [.. WordList.Section("title goes on").SelectMany(line => line)];
    private static readonly IReadOnlySet<string> NotAName = WordList.Words("not a name, chinese");
    private static readonly IReadOnlySet<string> NameGoesOn = WordList.Words("name goes on");

    // A title before a name is as good a sign as a verb ("客户经理王磊"), but one of a single character may be the end of any word.
    private static readonly Regex Asked = new($"(?:{Any("asks a person, chinese")}|{string.Join('|', Titles.Where(title => title.Length > 1))})\\s*@?$", Linear);
    private static readonly Regex WhatAPersonDoes = new($"^\\s*(?:{Any("what a person does, chinese")})", Linear);

    public static IEnumerable<Stretch> In(string text)
    {
        var from = 0;
        while (from < text.Length)
        {
            var length = Length(text, from);
            if (length > 0)
            {
                yield return new Stretch(from, length);
            }

            from += Math.Max(1, length);
        }
    }

    private static int Length(string text, int start)
    {
        if (text[start] is '老' or '小' && start + 1 < text.Length && AfterOldOrYoung.Contains(text[start + 1]) && !StartsAWord(text, start) && !StartsAWord(text, start + 1))
        {
            return IsAsked(text, start) || Does(text, start + 2) || IsClosed(text, start + 2) ? 2 : 0;
        }

        var surname = SurnameLength(text, start);
        if (surname == 0 || StartsAWord(text, start))
        {
            return 0;
        }

        var given = GivenLength(text, start + surname);
        if (TitleLength(text, start + surname) is > 0 and var title)
        {
            return surname + title;
        }

        if (given == 0)
        {
            return 0;
        }

        var titled = TitleLength(text, start + surname + given);
        return titled > 0 || IsAsked(text, start) || Does(text, start + surname + given) && StandsAlone(text, start) ? surname + given + titled : 0;
    }

    private static int SurnameLength(string text, int start) =>
        LongSurnames.Any(surname => string.CompareOrdinal(text, start, surname, 0, surname.Length) == 0) ? 2 : Surnames.Contains(text[start]) ? 1 : 0;

    /// <summary>The second character belongs to the name unless it begins a common word with what follows (明天, 文件).</summary>
    private static int GivenLength(string text, int start)
    {
        var length = 0;
        while (length < 2 && start + length < text.Length && Given.Contains(text[start + length]) && !(length == 1 && NameGoesOn.Contains(Pair(text, start + 1))))
        {
            length++;
        }

        return length;
    }

    private static int TitleLength(string text, int start)
    {
        var title = Titles.FirstOrDefault(title => string.CompareOrdinal(text, start, title, 0, title.Length) == 0);
        return title is null || (title.Length == 1 && start + 1 < text.Length && TitleGoesOn.Contains(text[start + 1])) ? 0 : title.Length;
    }

    private static bool StartsAWord(string text, int start) => NotAName.Contains(Pair(text, start));

    private static bool IsAsked(string text, int start) => Asked.IsMatch(text[Math.Max(0, start - 6)..start]);

    private static bool Does(string text, int end) => WhatAPersonDoes.IsMatch(text[Math.Min(end, text.Length)..Math.Min(text.Length, end + 4)]);

    private static bool IsClosed(string text, int end) => end >= text.Length || !Phrases.IsHan(text[end]);

    /// <summary>Without a verb before it, a name stands at the beginning of a clause or after a word that cannot end in the middle of one.</summary>
    private static bool StandsAlone(string text, int start) => start == 0 || !Phrases.IsHan(text[start - 1]) || text[start - 1] is '的' or '是' or '由' or '有' or '在';

    private static string Pair(string text, int start) => start + 2 <= text.Length ? text.Substring(start, 2) : "";

    private static string Line(string section, int line) => WordList.Section(section).ElementAtOrDefault(line) ?? "";

    private static string Any(string section) => string.Join('|', WordList.Section(section).Select(Regex.Escape));
}
