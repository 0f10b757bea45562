using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>The product's own ranking, each passage a card with its text as what to do.</summary>
internal sealed class OurEngine : IEngine
{
    private IReadOnlyList<CardMaterial> _cards = [];
    private CardIndex _index = CardIndex.Of([]);
    private Dictionary<Id<Card>, Passage> _passages = [];

    public string Name => "ours";

    public void Index(Collection collection)
    {
        _cards = [.. collection.Passages.Select(CardOf)];
        _index = CardIndex.Of(_cards);
        _passages = _cards.Zip(collection.Passages).ToDictionary(pair => pair.First.CardId, pair => pair.Second);
    }

    public IReadOnlyList<string> Search(string question, int most) => [.. Hits(Question.Read(question), most).Select(hit => hit.Passage.Id)];

    public IEnumerable<(Passage Passage, double Score)> Hits(Question question, int most) =>
        Ranking.Of(question, _index, _cards, most).Hits.Select(hit => (_passages[hit.Card.CardId], hit.Score));

    public void Dispose()
    {
    }

    public static CardMaterial CardOf(Passage passage) =>
        new(Id<Card>.New(), Id<CardRevision>.New(), new CardText { Kind = CardKind.Fact, Title = passage.Title, Action = passage.Text }, [], DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
}
