using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>What one question is answered from.</summary>
/// <param name="Brief">Without its cards: hundreds of answers may run at once, each for minutes.</param>
/// <param name="Cards">The few chosen for it, in the order of their names c1, c2, ...</param>
internal sealed record AnswerSheet(Brief Brief, Ranking Ranking, Premises Premises, IReadOnlyList<CardMaterial> Cards)
{
    public const string MetadataKey = "SkillDistill.AnswerSheet";

    // Asked for several times of each card, by the note, the prompt and the verdict.
    private readonly Dictionary<Id<CardRevision>, PushBack?> _pushBacks = [];

    public Wording Wording { get; } = Wording.For(Brief);

    public Question Question => Ranking.Question;

    /// <returns>Null where no card comes near enough to the question.</returns>
    public static AnswerSheet? Of(Brief brief, Ranking ranking)
    {
        var premises = Premises.Of(brief.QuestionAsRead);
        return AnswerThreshold.NearEnough(ranking) ? new AnswerSheet(brief with { Cards = [] }, ranking, premises, CardChoice.From(ranking, premises)) : null;
    }

    /// <summary>What on a card speaks against the question, if anything does.</summary>
    public PushBack? PushBackOf(CardMaterial card)
    {
        if (!_pushBacks.TryGetValue(card.RevisionId, out var pushBack))
        {
            _pushBacks[card.RevisionId] = pushBack = PushBack.Of(Question, Premises, card);
        }

        return pushBack;
    }

    /// <summary>The message a model gets beside the instructions; everything in it that people wrote is JSON.</summary>
    public string Message()
    {
        var pushBack = Names(card => card.Text.Kind == CardKind.RedFlag || PushBackOf(card) is not null);
        var denied = Names(card => PushBackOf(card) is { DeniesPremise: true });
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
    private IEnumerable<string> Names(Func<CardMaterial, bool> isMeant) => Cards.Select((card, index) => (card, index)).Where(entry => isMeant(entry.card)).Select(entry => CardData.Name(entry.index));
}
