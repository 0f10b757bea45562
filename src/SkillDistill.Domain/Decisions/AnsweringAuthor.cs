using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Decisions;

/// <summary>Somebody whose agent answered colleagues in a quarter: how often, and of which kind the answers were. No question, no answer and no name.</summary>
/// <param name="IsCounted">Whether they agreed to be counted. Who did not is one of the crowd, and of their answers nothing is used but that there were some.</param>
/// <param name="HasOpenDisagreement">Whether a colleague disagreed with an answer of theirs and it is not settled.</param>
public sealed record AnsweringAuthor(Id<Team> TeamId, bool IsCounted, int Documented, int Judgement, int CannotTell, bool HasOpenDisagreement)
{
    public int Answers => Documented + Judgement + CannotTell;

    /// <summary>How much of the author's own answers was of this kind, 0 to 1.</summary>
    internal decimal Share(Verdict verdict) => (decimal)(verdict switch
    {
        Verdict.DocumentedProcess => Documented,
        Verdict.JudgementCall => Judgement,
        _ => CannotTell,
    }) / Answers;
}
