using SkillDistill.Distillation.Retrieval;

namespace SkillDistill.Distillation.Answering;

/// <summary>Reads a question in the light of the one before it, where it plainly leans on it.</summary>
internal static class FollowUp
{
    private const int FewWords = 2;

    public static Question Read(Brief brief)
    {
        var question = Question.Read(brief.Question);
        return brief.EarlierQuestions.Count > 0 && question.Terms.Count(term => term.Weight >= 1 && term.Kind != TermKind.Joined) < FewWords
            ? Question.Read(brief.Question, brief.EarlierQuestions[^1])
            : question;
    }
}
