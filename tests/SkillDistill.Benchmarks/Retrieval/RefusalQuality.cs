using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>How well questions to be answered are told from questions to be refused, beside single scores of the same ranking. Thresholds are set on the same questions, for ours and for the others.</summary>
internal static class RefusalQuality
{
    private const double RefusedOfAnswerable = 0.05;

    private static readonly string[] Names = ["mtrag-un", "stackfaq", "coffee-se"];

    private static readonly (string Name, Func<Ranking, double> Of)[] Scores =
    [
        ("ours", AnswerThreshold.Evidence),
        ("nearness", ranking => ranking.Hits.Count == 0 ? -1 : ranking.Hits[0].Nearness ?? -1),
        ("top score", ranking => ranking.Hits.Count == 0 ? 0 : ranking.Hits[0].Words),
        ("margin", ranking => ranking.Hits.Count == 0 ? 0 : ranking.Hits[0].Words - (ranking.Hits.Count > 1 ? ranking.Hits[1].Words : 0)),
        ("idf coverage", Coverage),
        ("coverage x score", ranking => ranking.Hits.Count == 0 ? 0 : Coverage(ranking) * ranking.Hits[0].Words),
    ];

    public static Task RunAsync()
    {
        Console.WriteLine($"{"collection",-12} {"to be refused",-24} {string.Concat(Scores.Select(score => $"{score.Name,20}"))}   (AUROC / share refused when {RefusedOfAnswerable:0%} of the answerable are)");
        var all = Names.Select(Collection.Read).ToList();
        foreach (var collection in all)
        {
            var cards = collection.Passages.Select(passage => new Read(passage.Id, Encoded.Card(OurEngine.CardOf(passage)))).ToList();
            var whole = Index(cards);
            var answerable = collection.Questions.Select(question => Ranked(question, whole)).ToList();
            var elsewhere = all.Where(other => other != collection).SelectMany(other => other.Questions.Where((_, at) => at % 3 == 0)).ToList();
            Print(collection, "another collection's", answerable, elsewhere.Select(question => Ranked(question with { History = [] }, whole)));
            Print(collection, "passages taken out", answerable, collection.Questions.Select(question =>
                Ranked(question, Index(cards.FindAll(card => collection.Grades[question.Id].GetValueOrDefault(card.Id) == 0)))));
            if (collection.Unanswerable.Count > 0)
            {
                Print(collection, "labelled unanswerable", answerable, collection.Unanswerable.Select(question => Ranked(question, whole)));
            }
        }

        return Task.CompletedTask;
    }

    private static (CardIndex Index, IReadOnlyList<CardMaterial> Cards) Index(List<Read> cards) => (new CardIndex(cards.ConvertAll(card => card.Terms)), cards.ConvertAll(card => card.Card));

    private static Ranking Ranked(Asked question, (CardIndex Index, IReadOnlyList<CardMaterial> Cards) among) =>
        Ranking.Of(Encoded.Question(question), among.Index, among.Cards, 2);

    private static void Print(Collection collection, string kind, List<Ranking> answerable, IEnumerable<Ranking> refusable)
    {
        var refuse = refusable.ToList();
        var cells = Scores.Select(score =>
        {
            var (good, bad) = (answerable.ConvertAll(ranking => score.Of(ranking)), refuse.ConvertAll(ranking => score.Of(ranking)));
            return $"{$"{Measures.Auroc(good, bad):0.000} / {Measures.RefusedAt(RefusedOfAnswerable, good, bad):0%}",20}";
        });
        Console.WriteLine($"{collection.Name,-12} {kind,-24} {string.Concat(cells)}");
    }

    private static double Coverage(Ranking ranking) => ranking.Hits.Count == 0 ? 0 : ranking.Coverage(ranking.Hits[0].Found);

    /// <summary>A passage as a card, cut into terms once for all the indexes it is put into.</summary>
    private sealed record Read(string Id, CardMaterial Card)
    {
        public CardTerms Terms { get; } = CardTerms.Of(Card);
    }
}
