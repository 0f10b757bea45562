using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>What one question is answered from: the few cards chosen for it, in the order of their names c1, c2, ...</summary>
internal sealed record AnswerSheet(Brief Brief, Question Question, Ranking Ranking, IReadOnlyList<CardMaterial> Cards)
{
    public const string MetadataKey = "SkillDistill.AnswerSheet";

    public Wording Wording { get; } = Wording.For(Brief);

    /// <summary>What on a card speaks against the question, if anything does.</summary>
    public PushBack? PushBackOf(CardMaterial card) => PushBack.Of(Question, Brief.Question, card);

    /// <summary>The message a model gets beside the instructions; everything in it that people wrote is JSON.</summary>
    public string Message()
    {
        var pushBack = Cards.Select((card, index) => (card, index))
            .Where(entry => entry.card.Text.Kind == CardKind.RedFlag || PushBackOf(entry.card) is not null)
            .Select(entry => CardData.Name(entry.index));
        var denied = Cards.Select((card, index) => (card, index)).Where(entry => PushBackOf(entry.card) is { DeniesPremise: true }).Select(entry => CardData.Name(entry.index));
        return $"""
            <cards>
            {CardData.Array(Cards)}
            </cards>
            <push_back>{CardData.Json(pushBack)}</push_back>
            <premise_denied>{CardData.Json(denied)}</premise_denied>
            <earlier>{CardData.Json(Brief.EarlierQuestions.TakeLast(AnswerLimits.EarlierQuestions))}</earlier>
            <language>{Wording.Language}</language>
            <question>{CardData.Json(Brief.Question)}</question>
            """.ReplaceLineEndings("\n");
    }
}
