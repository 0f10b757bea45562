using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Reading.ColleagueSkills;

/// <summary>
/// Tells how a person is said to write and decide, which they may claim, from labels on their character, rank, sex or type, and from
/// judgements on how they treat others, which nobody is to take over without noticing.
/// </summary>
internal static partial class PersonaKind
{
    public static StatementKind Of(string place, string text) => (place, text) switch
    {
        _ when IsLabel(text) || LabelPlace().IsMatch(place) => StatementKind.Label,

        // In the part on other people, what somebody would write to them is manner; what is said of their conduct is a judgement.
        _ when PeoplePlace().IsMatch(place) && !Wording().IsMatch(text) => StatementKind.Label,
        _ => StatementKind.Manner,
    };

    public static bool IsLabel(string text) => LabelWords().IsMatch(text);

    [GeneratedRegex(@"\bLayer\s*[01]\b(?!\d)|核心性格|性格|身份|人格|行为总原则|\b(?:core )?personality\b|\bidentity\b|\bimpression\b|\bcharacter\b", RegexOptions.IgnoreCase)]
    private static partial Regex LabelPlace();

    [GeneratedRegex(@"\bLayer\s*4\b|人际|\binterpersonal\b|\brelationships?\b", RegexOptions.IgnoreCase)]
    private static partial Regex PeoplePlace();

    /// <summary>"Asked about progress → "done this week: ..."": words somebody would write.</summary>
    [GeneratedRegex(@"(?:→|->)\s*(?:[\u4e00-\u9fff]{0,6}[，：:]?)?[""“「]")]
    private static partial Regex Wording();

    [GeneratedRegex(@"\bMBTI\b|\b[IE][NS][FT][JP]\b|性格|星座|甩锅|背锅|把锅|字节范|阿里味|狼性|卷王|PUA|\bP[5-9]\b|职级|性别", RegexOptions.None)]
    private static partial Regex LabelWords();
}
