using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>The product's own ranking, each passage a card with its text as what to do.</summary>
internal sealed class OurEngine : IEngine
{
    private readonly Dictionary<Id<Card>, string> _ids = [];
    private IReadOnlyList<CardTerms> _cards = [];

    public string Name => "ours";

    public void Index(Collection collection)
    {
        _ids.Clear();
        _cards = [.. collection.Passages.Select(passage =>
        {
            var card = CardOf(passage);
            _ids[card.CardId] = passage.Id;
            return CardTerms.Of(card);
        })];
    }

    public IReadOnlyList<string> Search(string question, int most) => [.. Ranking.Of(Question.Read(question), _cards).Hits.Take(most).Select(hit => _ids[hit.Card.CardId])];

    public void Dispose()
    {
    }

    public static CardMaterial CardOf(Passage passage) =>
        new(Id<Card>.New(), Id<CardRevision>.New(), new CardText { Kind = CardKind.Fact, Title = passage.Title, Action = passage.Text }, [], DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue);
}
