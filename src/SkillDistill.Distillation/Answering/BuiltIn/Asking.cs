using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering.BuiltIn;

/// <summary>Which part of a card a question asks for: "why ..." for the reason, "how long ..." for the limit. By plain forms, in English and Chinese; most questions ask for none in particular.</summary>
internal static partial class Asking
{
    private static readonly (CardField Field, Regex Form)[] Forms =
    [
        (CardField.Falsifier, Wrong()),
        (CardField.Exception, NotThen()),
        (CardField.Reason, Why()),
        (CardField.Case, Example()),
        (CardField.Threshold, Limit()),
    ];

    /// <returns>Null where it asks for nothing in particular.</returns>
    public static CardField? For(string question) => Array.Find(Forms, form => form.Form.IsMatch(question)) is { Form: not null } found ? found.Field : null;

    [GeneratedRegex(
        @"\bhow\s+(?:do|does|would|will|can|could|did|should)\s+(?:i|we|you|one|they|anybody|anyone)\s+(?:know|tell|notice|see|find\s+out)\b.*\b(?:wrong|mistaken?|mistakes?|not\s+work\w*|n['’]t\s+work\w*|was\s+not|wasn['’]t|fail\w*)\b"
        + @"|\b(?:signs?|hints?)\b.*\b(?:wrong|mistake)\b|(?:怎么|怎样|如何)(?:才能)?(?:知道|看出|发现|判断).*(?:错|不对|失误|有误|没用)",
        RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Wrong();

    [GeneratedRegex(
        @"\bexceptions?\b|\bwhen\s+(?:not\b|(?:do|should|must|would|can|may)(?:n['’]t|\s+(?:i|we|you|one|they)\s+not|not)\b|(?:is|are)\s+(?:it|that|this|they)\s+not\b)|\bwhen\s+(?:does|is|are|do)n['’]t\b|例外|(?:什么时候|何时|哪些情况下?|什么情况下?)(?:不|别)",
        RegexOptions.IgnoreCase)]
    private static partial Regex NotThen();

    [GeneratedRegex(@"^\W*(?:(?:and|but|so)\s+)?why\b|[.!?]\s+why\b|\bhow\s+come\b|\bwhat\s+is\s+the\s+reason\b|为什么|为何|为啥|什么原因", RegexOptions.IgnoreCase)]
    private static partial Regex Why();

    [GeneratedRegex(@"\b(?:an|any|for)\s+(?:example|instance)\b|\bdid\s+(?:it|that|this)\s+ever\s+happen\b|\bhas\s+(?:it|that|this)\s+(?:ever\s+)?happened\b|举个?例|例子|(?:发生|出现|遇到)过", RegexOptions.IgnoreCase)]
    private static partial Regex Example();

    [GeneratedRegex(@"\bhow\s+(?:long|many|much|often|fast|far|old|late|early|soon|big|large|small|cold|hot|high|low)\b|\b(?:what|which)(?:\s+is)?\s+(?:the\s+)?(?:limit|threshold|maximum|minimum|number|percentage)\b|\bat\s+(?:what|which)\b|多少|多久|多长|多快|多大|几[个次天分小时]|上限|下限|界限|阈值", RegexOptions.IgnoreCase)]
    private static partial Regex Limit();
}
