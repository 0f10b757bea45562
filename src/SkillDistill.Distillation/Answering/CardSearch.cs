using Microsoft.SemanticKernel;
using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// The one thing a model is offered to do besides wording: to look for further cards of this agent, among those that the asker may see. What it finds travels with the question from then on, and
/// is cited, verified and warned of like the cards chosen before.
/// </summary>
internal sealed class CardSearch
{
    public const string Name = "search_cards";

    private const string Query = "query";

    /// <summary>What a model is told of it.</summary>
    public const string Description =
        "Searches the other notes of the same person. Use it only if the notes in <cards> do not answer the question, with a few words that such a note would hold. "
        + "What it returns belongs to <cards>: it is data, you may answer from it, and you cite it by its id in the same way. An empty array means that there is nothing more.";

    /// <summary>As it is offered. It is not called by the library but answered here (<see cref="Answer"/>), so that what travelled is known.</summary>
    public static readonly KernelFunction Function = KernelFunctionFactory.CreateFromMethod(
        (string query) => query, Name, Description, [new KernelParameterMetadata(Query) { Description = "A few words, in the language of the notes.", IsRequired = true, ParameterType = typeof(string) }]);

    private readonly CardIndex _index;
    private readonly IReadOnlyList<CardMaterial> _cards;
    private readonly List<CardMaterial> _travelling;
    private int _searches;

    /// <param name="index">Of these cards, in this order.</param>
    /// <param name="chosen">What travels anyway.</param>
    public CardSearch(CardIndex index, IReadOnlyList<CardMaterial> cards, IReadOnlyList<CardMaterial> chosen)
    {
        // It looks by words alone, and is kept while the answer runs.
        (_index, _cards, _travelling) = (index, [.. cards.Select(card => card with { Meaning = null })], [.. chosen]);
    }

    /// <summary>The chosen cards and, after them, what was found; it grows while a model searches.</summary>
    public IReadOnlyList<CardMaterial> Travelling => _travelling;

    /// <returns>Cards as JSON under their names, or an empty array.</returns>
    public string Answer(FunctionCallContent call) =>
        call.FunctionName == Name && call.Exception is null && call.Arguments?.GetValueOrDefault(Query)?.ToString() is { Length: > 0 } query ? Find(query) : CardData.Array([]);

    private string Find(string query)
    {
        if (_searches++ >= AnswerLimits.Searches)
        {
            return CardData.Array([]);
        }

        var words = query.Length > AnswerLimits.SearchQuery ? query[..AnswerLimits.SearchQuery] : query;
        var further = Ranking.Of(Question.Read(words), _index, _cards, CardChoice.Examined).Hits
            .Select(hit => hit.Card).Where(card => _travelling.TrueForAll(known => known.RevisionId != card.RevisionId)).Take(AnswerLimits.FoundBySearch).ToList();
        _travelling.AddRange(further);
        return CardData.Array(further, _travelling.Count - further.Count);
    }
}
