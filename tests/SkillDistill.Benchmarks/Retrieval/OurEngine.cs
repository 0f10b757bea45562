using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>The product's own ranking, each passage a card with its text as what to do.</summary>
/// <param name="withMeaning">Whether the encoder reads passages and questions too. Passages are read while they are indexed, a question while it is asked.</param>
internal sealed class OurEngine(bool withMeaning) : IEngine
{
    private IReadOnlyList<CardMaterial> _cards = [];
    private CardIndex _index = CardIndex.Of([]);
    private Dictionary<Id<Card>, Passage> _passages = [];

    public string Name => withMeaning ? "ours" : "ours, words alone";

    public void Index(Collection collection)
    {
        _cards = [.. collection.Passages.Select(CardOf).Select(card => withMeaning ? Encoded.Card(card) : card)];
        _index = CardIndex.Of(_cards);
        _passages = _cards.Zip(collection.Passages).ToDictionary(pair => pair.First.CardId, pair => pair.Second);
    }

    public IReadOnlyList<string> Search(string question, int most) => [.. Hits(Read(question, []), most).Select(hit => hit.Passage.Id)];

    public Question Read(string question, IReadOnlyList<string> earlier) => withMeaning ? Encoded.Question(question, earlier) : FollowUp.Read(question, earlier);

    public IEnumerable<(Passage Passage, double Score)> Hits(Question question, int most) =>
        Ranking.Of(question, _index, _cards, most).Hits.Select(hit => (_passages[hit.Card.CardId], hit.Score));

    public void Dispose()
    {
    }

    public static CardMaterial CardOf(Passage passage) =>
        new(Id<Card>.New(), Id<CardRevision>.New(), new CardText { Kind = CardKind.Fact, Title = passage.Title, Action = passage.Text }, [], DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
}
