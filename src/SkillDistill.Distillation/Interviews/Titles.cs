using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Interviews;

/// <summary>What a proposed card is called until its owner calls it something else: what it is about, or its first words.</summary>
internal static class Titles
{
    private const int Length = 80;

    private static readonly CardField[] Telling = [CardField.Situation, CardField.Action, CardField.Case, CardField.Reason, CardField.Exception, CardField.Threshold, CardField.Falsifier, CardField.AskInstead];

    public static string Of(CardText text, string subject)
    {
        var words = Telling.Select(field => FirstSentence(text[field])).FirstOrDefault(sentence => sentence.Length > 0) ?? "";
        var named = subject.Length == 0 || words.Contains(subject, StringComparison.OrdinalIgnoreCase) ? words : $"{PlainText.Shortened(subject, Length / 2)}{(Wording.IsChinese(subject) ? "：" : ": ")}{words}";
        return PlainText.Shortened(named, Length);
    }

    private static string FirstSentence(string text)
    {
        var (start, end) = Sentences.In(text).FirstOrDefault();
        return text[start..end].Split('\n')[0].TrimEnd('.', '。', ' ');
    }
}
