using System.Text.RegularExpressions;

namespace SkillDistill.Distillation.Reading.Notes;

/// <summary>What words tell about their use, in English and Chinese. Guesses by fixed rules: the owner reads every card before it counts.</summary>
internal static partial class Wording
{
    public const string Chinese = "[\u4e00-\u9fff]";

    /// <summary>A heading as a title: on one line, without the marks and numbers that belong to the page.</summary>
    public static string Heading(string text)
    {
        var line = Blanks().Replace(Anchor().Replace(text, ""), " ").Trim(' ', '_', '*', '#', '-', '—', '|').TrimEnd('.', ':', '：', '。');
        return line.Any(char.IsLetterOrDigit) ? line : "";
    }

    public static bool IsChinese(string text) => HasChinese().IsMatch(text);

    /// <summary>Whether a heading says nothing away from its page: "Overview", "Who are they?", "Update".</summary>
    public static bool NeedsContext(string heading) =>
        Generic().IsMatch(heading)
        || (heading.EndsWith('?') && Pronoun().IsMatch(heading) && heading.Count(c => c == ' ') < 6)
        || (IsChinese(heading) ? heading.Length <= 6 : !heading.Contains(' ', StringComparison.Ordinal) && heading.Length < 20);

    public static bool IsGeneric(string heading) =>
        Generic().IsMatch(heading) || (heading.EndsWith('?') && Pronoun().IsMatch(heading) && heading.Count(c => c == ' ') < 6);

    /// <summary>A paragraph that only leads in what follows.</summary>
    public static bool LeadsIn(string text) => text.Length > 0 && text[^1] is ':' or ',' or '：' or '，';

    /// <summary>A heading under which rules are gathered that have nothing else in common.</summary>
    public static bool CollectsRules(string heading) => Collection().IsMatch(heading);

    public static bool DrawsBoundary(string text) => text.Length < 80 && LeadsIn(text) && Boundary().IsMatch(text);

    public static bool HoldsRule(string text) => Rule().IsMatch(text);

    public static bool IsLinkHeading(string heading) => Links().IsMatch(heading);

    [GeneratedRegex(@"^(?:(?:an? )?(?:overview|background|introduction|intro|summary|purpose|context|meaning|impact|diagnosis|mitigation|symptoms?|causes?|solutions?"
        + @"|responsibilities|prerequisites|requirements|examples?|notes?|details?|description|usage|steps?|first steps|next steps|getting started|how it works|process|procedure"
        + @"|training process|recommendations|suggestions|tips|general|other|misc|miscellaneous|faq|questions|problems\??|what|why|how|when|who|full context|additional information"
        + @"|do'?s|don['’]?ts|don['’]ts|do's and don'ts|lingo|checklist|scope|goals?|results?|conclusion|about|setup|testing|configuration|monitoring|resolution|escalation|verification|actions?)\b[:.]?"
        + @"|概述|背景|简介|介绍|总结|目的|说明|示例|例子|注意|注意事项|步骤|流程|其他|常见问题|影响|原因|处理|处理方法|排查|结论|范围|要求|规范|职责范围|工作流程|技术规范|工作规范|输出风格|经验知识库)$", RegexOptions.IgnoreCase)]
    private static partial Regex Generic();

    [GeneratedRegex(@"\b(?:it|they|them|one|this|that|these|i|we)\b|\bwhat are the responsibilities\b", RegexOptions.IgnoreCase)]
    private static partial Regex Pronoun();

    [GeneratedRegex(@"\b(?:never|always|must|should|don['’]t|do not|cannot|can['’]t|avoid|need to|make sure|if you|treat|required?)\b|必须|不要|应该?|禁止|不得|务必|始终|如果", RegexOptions.IgnoreCase)]
    private static partial Regex Rule();

    [GeneratedRegex(@"^(?:references?|links?|see also|further reading|(?:useful |additional |external |more )?resources|table of contents|contents|toc|bibliography|参考(?:资料|文献|链接)?|目录|相关链接|延伸阅读)$", RegexOptions.IgnoreCase)]
    private static partial Regex Links();

    [GeneratedRegex(@"经验|知识库|心得|教训|最佳实践|踩坑|避坑|\b(?:lessons|gotchas|pitfalls|rules of thumb|best practices|don['’]ts)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Collection();

    [GeneratedRegex(@"职责边界|不负责|\b(?:not responsible|not mine|boundaries)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Boundary();

    [GeneratedRegex(@"\{#[^{}]*\}\s*$")]
    private static partial Regex Anchor();

    [GeneratedRegex(Chinese)]
    private static partial Regex HasChinese();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
