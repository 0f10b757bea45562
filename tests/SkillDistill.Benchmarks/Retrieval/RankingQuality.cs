using System.Diagnostics;
using SkillDistill.Distillation.Retrieval;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>How good the ranking is on public collections, beside other engines in the same run.</summary>
internal static class RankingQuality
{
    public static readonly string[] Names = ["stackfaq", "coffee-se", "mtrag-un", "xquad-zh"];

    public static Task RunAsync()
    {
        var engines = new List<IEngine> { new OurEngine(withMeaning: true), new OurEngine(withMeaning: false), new SqliteEngine(), new LuceneEngine() };
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
            best.Add(scores.Skip(2).Max(score => score.Ndcg));
            Console.WriteLine($"{"",-12} ours less the best other: {ours[^1] - best[^1]:+0.0000;-0.0000} nDCG@10");
        }

        Console.WriteLine($"on average over {Names.Length} collections: {ours.Average() - best.Average():+0.0000;-0.0000} nDCG@10");
        engines.ForEach(engine => engine.Dispose());
        Conversations();
        Experts();
        Speed();
        return Task.CompletedTask;
    }

    public static double Measure(IEngine engine, Collection collection)
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

    /// <summary>Questions in the middle of a conversation, read alone and with the questions before them.</summary>
    private static void Conversations()
    {
        var collection = Collection.Read("mtrag-un");
        foreach (var withMeaning in new[] { true, false })
        {
            using var ours = new OurEngine(withMeaning);
            ours.Index(collection);
            double Mean(Func<Asked, IReadOnlyList<string>> earlier) => collection.Questions.Average(question =>
                Measures.Ndcg([.. ours.Hits(ours.Read(question.Text, earlier(question)), 10).Select(hit => hit.Passage.Id)], collection.Grades[question.Id], 10));
            Console.WriteLine($"mtrag-un     {ours.Name}, read alone: nDCG@10 {Mean(_ => []):0.0000}, with the questions before: {Mean(question => question.History):0.0000}");
        }
    }

    /// <summary>Who knows about this: authors found by what they wrote, the document asked by left out.</summary>
    private static void Experts()
    {
        var collection = Collection.Read("pep-experts");
        // By words alone, as the product does here: what it means told experts less well apart (0.400).
        using var ours = new OurEngine(withMeaning: false);
        ours.Index(collection);
        var watch = Stopwatch.StartNew();
        var recall = collection.Questions.Average(question =>
        {
            var hits = ours.Hits(Question.Read(question.Text), 200).Where(hit => hit.Passage.Group != question.Without);
            var found = hits.Take(100).SelectMany(hit => hit.Passage.People.Select(person => (person, hit.Score))).GroupBy(row => row.person)
                .OrderByDescending(rows => rows.Sum(row => row.Score)).Select(rows => rows.Key).ToList();
            return Measures.Recall(found, collection.Grades[question.Id], 5);
        });
        Console.WriteLine($"pep-experts  ours, best 100 entries summed: R@5 {recall:0.000}, {watch.Elapsed.TotalMilliseconds / collection.Questions.Count:0.0} ms/query");
    }

    /// <summary>One profile's cards, and ten times as many: time and memory of a question.</summary>
    private static void Speed()
    {
        var collection = Collection.Read("stackfaq");
        var questions = collection.Questions.Take(500).Select(question => question.Text).ToList();
        foreach (var count in new[] { 300, 3000 })
        {
            var cards = Enumerable.Range(0, count).Select(at => Encoded.Card(OurEngine.CardOf(collection.Passages[at % collection.Passages.Count]))).ToList();
            var read = Stopwatch.StartNew();
            var index = CardIndex.Of(cards);
            var reading = read.Elapsed.TotalMilliseconds;
            questions.ForEach(question => Ranking.Of(Encoded.Question(question, []), index, cards, 10));
            var before = GC.GetAllocatedBytesForCurrentThread();
            var times = questions.ConvertAll(question =>
            {
                var started = Stopwatch.GetTimestamp();
                Ranking.Of(Encoded.Question(question, []), index, cards, 10);
                return Stopwatch.GetElapsedTime(started).TotalMilliseconds;
            });
            times.Sort();
            Console.WriteLine($"{count,5} cards: p50 {times[times.Count / 2]:0.00} ms, p95 {times[times.Count * 95 / 100]:0.00} ms, {(GC.GetAllocatedBytesForCurrentThread() - before) / questions.Count / 1024.0:0.0} KB allocated for a question; {reading:0} ms once to read the cards");
        }
    }
}
