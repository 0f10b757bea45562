using SkillDistill.Distillation.Answering.BuiltIn;
using SkillDistill.Distillation.Answering.Verifying;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// An in-date "not mine, ask X" is no answer by the rules, and yet is what the asker needs. Nothing else is said beside it: where the answer rests on more than such cards,
/// they speak for themselves.
/// </summary>
internal static class Elsewhere
{
    /// <returns>Null where no such card was cited.</returns>
    public static Answer? Of(AnswerSheet sheet, string model, Verifier verifier)
    {
        var pointing = verifier.Cited.Where(card => card.Text.Kind == CardKind.Boundary && card.ReviewBy >= sheet.Brief.Now).ToList();
        if (pointing.Count == 0)
        {
            return null;
        }

        if (verifier.HasInferred || pointing.Count < verifier.Cited.Count)
        {
            (verifier, model) = (new Verifier(pointing, sheet.Brief.Now), BuiltInChatCompletion.Name);
            foreach (var piece in new Note(sheet with { Cards = pointing }).Write())
            {
                verifier.Feed(piece);
            }

            verifier.End();
        }

        return new Answer(verifier.Text, verifier.Citations, Verdict.CannotTell, VerdictReason.NothingCited, model);
    }
}
