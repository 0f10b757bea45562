using SkillDistill.Distillation.Composing;
using SkillDistill.Domain.Interviews;
using Letters = SkillDistill.Distillation.Reading.Notes.Wording;

namespace SkillDistill.Distillation.Interviews.Suggesting;

/// <summary>One answer as a model reads it: delimited data, with nothing that says who gave it.</summary>
internal static class AnswerData
{
    public static string Of(Probe probe, InterviewAnswer answer, IReadOnlyList<string> asked)
    {
        var language = answer.Parts.Texts.Values.Any(Letters.IsChinese) ? Wording.ChineseCode : Wording.EnglishCode;
        return $"<answer>\n{CardData.Json(new { language, question = probe.Question.In(language), said = answer.Parts.Texts.Values, asked })}\n</answer>";
    }
}
