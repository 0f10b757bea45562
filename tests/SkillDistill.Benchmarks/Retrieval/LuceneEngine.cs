using System.Globalization;
using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Search;
using Lucene.Net.Search.Similarities;
using Lucene.Net.Store;
using Lucene.Net.Util;

namespace SkillDistill.Benchmarks.Retrieval;

/// <summary>Lucene.Net's BM25 with its English analyser, or its CJK one for Chinese.</summary>
internal sealed class LuceneEngine : IEngine
{
    private const LuceneVersion Version = LuceneVersion.LUCENE_48;

    private readonly RAMDirectory _folder = new();
    private Analyzer _analyzer = new EnglishAnalyzer(Version);
    private DirectoryReader? _reader;
    private IndexSearcher? _searcher;

    public string Name => "Lucene BM25";

    public void Index(Collection collection)
    {
        _analyzer = collection.IsChinese ? new CJKAnalyzer(Version) : new EnglishAnalyzer(Version);
        using (var writer = new IndexWriter(_folder, new IndexWriterConfig(Version, _analyzer) { OpenMode = OpenMode.CREATE, Similarity = new BM25Similarity() }))
        {
            foreach (var passage in collection.Passages)
            {
                writer.AddDocument([new StringField("id", passage.Id, Field.Store.YES), new TextField("text", $"{passage.Title}\n{passage.Text}", Field.Store.NO)]);
            }
        }

        _reader?.Dispose();
        _reader = DirectoryReader.Open(_folder);
        _searcher = new IndexSearcher(_reader) { Similarity = new BM25Similarity() };
    }

    public IReadOnlyList<string> Search(string question, int most)
    {
        var query = new BooleanQuery();
        foreach (var term in Terms(question).Distinct().Take(BooleanQuery.MaxClauseCount))
        {
            query.Add(new TermQuery(new Term("text", term)), Occur.SHOULD);
        }

        return [.. _searcher!.Search(query, most).ScoreDocs.Select(hit => _searcher.Doc(hit.Doc).GetField("id").GetStringValue(CultureInfo.InvariantCulture))];
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _folder.Dispose();
        _analyzer.Dispose();
    }

    private List<string> Terms(string text)
    {
        using var stream = _analyzer.GetTokenStream("text", text);
        var term = stream.GetAttribute<ICharTermAttribute>();
        var terms = new List<string>();
        stream.Reset();
        while (stream.IncrementToken())
        {
            terms.Add(term.ToString());
        }

        stream.End();
        return terms;
    }
}
