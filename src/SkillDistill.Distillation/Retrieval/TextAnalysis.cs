using Lucene.Net.Analysis;
using Lucene.Net.Analysis.Cjk;
using Lucene.Net.Analysis.Core;
using Lucene.Net.Analysis.En;
using Lucene.Net.Analysis.Standard;
using Lucene.Net.Analysis.TokenAttributes;
using Lucene.Net.Util;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>One term to look for, and where it stands in the text it came from (UTF-16 units, end exclusive).</summary>
internal readonly record struct Term(string Text, int Start, int End, TermKind Kind);

internal enum TermKind
{
    Word,

    /// <summary>A hyphenated word written together, beside its parts: "post-mortem" also as "postmortem".</summary>
    Joined,

    /// <summary>Two neighbouring Chinese characters, or one that stands alone.</summary>
    Han,
}

/// <summary>
/// Cuts text into terms: Unicode words (UAX 29), lower case, no possessives, English words stemmed; Chinese as overlapping
/// pairs of characters, the way that needs no dictionary and did best in the measurements kept in docs.
/// </summary>
internal static class TextAnalysis
{
    private static readonly Analyzer Chain = Analyzer.NewAnonymous((_, reader) =>
    {
        var words = new StandardTokenizer(LuceneVersion.LUCENE_48, reader);
        TokenStream stream = new CJKWidthFilter(words);
        stream = new EnglishPossessiveFilter(LuceneVersion.LUCENE_48, stream);
        stream = new LowerCaseFilter(LuceneVersion.LUCENE_48, stream);
        return new TokenStreamComponents(words, new CJKBigramFilter(stream));
    });

    public static List<Term> Read(string text)
    {
        var terms = new List<Term>();
        if (text.Length == 0)
        {
            return terms;
        }

        using var stream = Chain.GetTokenStream("", text);
        var written = stream.GetAttribute<ICharTermAttribute>();
        var place = stream.GetAttribute<IOffsetAttribute>();
        var type = stream.GetAttribute<ITypeAttribute>();
        var (previous, previousEnd) = ("", -2);
        stream.Reset();
        while (stream.IncrementToken())
        {
            var (word, start, end) = (written.ToString(), place.StartOffset, place.EndOffset);
            if (IsHan(type.Type))
            {
                terms.Add(new Term(word, start, end, TermKind.Han));
                continue;
            }

            if (start == previousEnd + 1 && text[previousEnd] is '-' or '‐' or '‑' && previous.Length > 1 && word.Length > 1)
            {
                terms.Add(new Term(Stem(previous + word), previousEnd - previous.Length, end, TermKind.Joined));
            }

            // "don't", "I've": what stands before the apostrophe tells whether the word matters.
            if (word.AsSpan().IndexOfAny('\'', '’') is var apostrophe and > 0)
            {
                word = word[..apostrophe];
            }

            if (!WordLists.EnglishSilent.Contains(word))
            {
                terms.Add(new Term(Stem(word), start, end, TermKind.Word));
            }

            (previous, previousEnd) = (word, end);
        }

        stream.End();
        return terms;
    }

    /// <summary>The terms of a text, each once.</summary>
    public static HashSet<string> Words(string text) => Read(text).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);

    public static string Stem(string word) => Stemming.Stem(word);

    private static bool IsHan(string type) => type is CJKBigramFilter.DOUBLE_TYPE or CJKBigramFilter.SINGLE_TYPE or "<IDEOGRAPHIC>" or "<HIRAGANA>" or "<KATAKANA>" or "<HANGUL>";
}
