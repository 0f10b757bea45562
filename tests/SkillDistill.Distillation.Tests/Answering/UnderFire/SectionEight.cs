using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering.UnderFire;

/// <summary>The table of verdicts as the product's design has it, written a second time and from the table alone.</summary>
internal static class SectionEight
{
    /// <param name="travelled">The cards that were put before the model.</param>
    /// <param name="cited">Those of them that the answer quotes, word for word.</param>
    /// <param name="fits">Whether the question is the case that a card's exception or falsifier speaks of.</param>
    /// <param name="modelSays">A model can lower a verdict, never raise it.</param>
    public static Verdict Of(IReadOnlyCollection<CardMaterial> travelled, IReadOnlyCollection<CardMaterial> cited, Func<CardMaterial, bool> fits, Verdict? modelSays)
    {
        var inDate = cited.Where(card => card.ReviewBy >= Given.Now).ToList();
        var byTable =
            inDate.Count == 0 ? Verdict.CannotTell
            : cited.Any(card => card.Text.Kind is CardKind.Judgement or CardKind.RedFlag) || travelled.Any(fits) ? Verdict.JudgementCall
            : inDate.Any(card => card.Text.Kind is CardKind.Process or CardKind.Fact) ? Verdict.DocumentedProcess
            : Verdict.CannotTell;
        return modelSays is { } word && word < byTable ? word : byTable;
    }
}
