using System.Diagnostics;
using SkillDistill.Distillation.Retrieval;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>How good the ranking is on public collections, beside other engines in the same run.</summary>
internal static class RankingQuality
{
    private static readonly string[] Names = ["stackfaq", "coffee-se", "mtrag-un", "xquad-zh"];

    public static Task RunAsync()
    {
        var engines = new List<IEngine> { new OurEngine(), new SqliteEngine(), new LuceneEngine() };
        if (PostgresEngine.Find() is { } postgres)
        {
            engines.Add(postgres);
        }
        else
        {
            Console.WriteLine("PostgreSQL is left out: SKILLDISTILL_TEST_POSTGRES names no server.");
        }

        Console.WriteLine($"{"collection",-12} {"engine",-22} {"recall@5",9} {"nDCG@10",9} {"MRR@10",9} {"ms/query",9}");
        var (ours, best) = (new List<double>(), new List<double>());
        foreach (var collection in Names.Select(Collection.Read))
        {
            var scores = engines.ConvertAll(engine => (engine.Name, Ndcg: Measure(engine, collection)));
            ours.Add(scores[0].Ndcg);
            best.Add(scores.Skip(1).Max(score => score.Ndcg));
            Console.WriteLine($"{"",-12} ours less the best other: {ours[^1] - best[^1]:+0.0000;-0.0000} nDCG@10");
        }

        Console.WriteLine($"on average over {Names.Length} collections: {ours.Average() - best.Average():+0.0000;-0.0000} nDCG@10");
        engines.ForEach(engine => engine.Dispose());
        Experts();
        return Task.CompletedTask;
    }

    private static double Measure(IEngine engine, Collection collection)
    {
        engine.Index(collection);
        engine.Search(collection.Questions[0].Text, 10);
        var watch = Stopwatch.StartNew();
        var found = collection.Questions.Select(question => engine.Search(question.Text, 10)).ToList();
        var milliseconds = watch.Elapsed.TotalMilliseconds / found.Count;
        double Mean(Func<IReadOnlyList<string>, IReadOnlyDictionary<string, int>, int, double> measure, int at) => found.Zip(collection.Questions).Average(pair => measure(pair.First, collection.Grades[pair.Second.Id], at));
        var ndcg = Mean(Measures.Ndcg, 10);
        Console.WriteLine($"{collection.Name,-12} {engine.Name,-22} {Mean(Measures.Recall, 5),9:0.0000} {ndcg,9:0.0000} {Mean(Measures.ReciprocalRank, 10),9:0.0000} {milliseconds,9:0.00}");
        return ndcg;
    }

    /// <summary>Who knows about this: authors found by what they wrote, the document asked by left out.</summary>
    private static void Experts()
    {
        var collection = Collection.Read("pep-experts");
        var cards = collection.Passages.Select(passage => (passage, terms: CardTerms.Of(OurEngine.CardOf(passage)))).ToList();
        var people = cards.ToDictionary(row => row.terms.Card.CardId, row => row.passage.People);
        var watch = Stopwatch.StartNew();
        var recall = collection.Questions.Average(question =>
        {
            var hits = Ranking.Of(Question.Read(question.Text), [.. cards.Where(row => row.passage.Group != question.Without).Select(row => row.terms)]).Hits;
            var found = hits.Take(100).SelectMany(hit => people[hit.Card.CardId].Select(person => (person, hit.Score))).GroupBy(row => row.person)
                .OrderByDescending(rows => rows.Sum(row => row.Score)).Select(rows => rows.Key).ToList();
            return Measures.Recall(found, collection.Grades[question.Id], 5);
        });
        Console.WriteLine($"pep-experts  ours, best 100 entries summed: R@5 {recall:0.000}, {watch.Elapsed.TotalMilliseconds / collection.Questions.Count:0.0} ms/query");
    }
}
