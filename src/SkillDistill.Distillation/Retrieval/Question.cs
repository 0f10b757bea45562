using SkillDistill.Distillation.Retrieval.Encoding;

namespace SkillDistill.Distillation.Retrieval;

/// <summary>One term of a question. <paramref name="Weight"/> is 1 for words that carry matter and less for those that mostly carry form.</summary>
internal sealed record QuestionTerm(string Text, string Written, int Start, int End, TermKind Kind, double Weight)
{
    /// <summary>Whether it comes from the question before; it helps to find cards, but is no sign that they answer this one.</summary>
    public bool IsCarried { get; init; }

    /// <summary>Whether the question asks for this by name.</summary>
    public bool IsFocus { get; init; }

    /// <summary>Whether it carries matter, and is not merely two words written together.</summary>
    public bool IsMatter => Weight >= 1 && Kind != TermKind.Joined;

    /// <summary>Stems that may stand for this one.</summary>
    public IReadOnlyList<string> Others { get; } = Kind == TermKind.Word ? Synonyms.Of(Text) : [];
}

/// <summary>A question cut into the terms to look for.</summary>
internal sealed record Question
{
    private const double LightWeight = 0.4;

    private readonly Dictionary<ulong, double> _letters = [];

    private Question(IReadOnlyList<QuestionTerm> terms, string text, params IEnumerable<(string Text, double Weight)> before)
    {
        Terms = terms;
        Read(text, 1);
        foreach (var (earlier, weight) in before)
        {
            Read(earlier, weight);
        }

        void Read(string words, double weight) => LetterGrams.Read(Silence(words), gram => _letters.TryAdd(gram, weight));
    }

    public IReadOnlyList<QuestionTerm> Terms { get; }

    /// <summary>What it means to an encoder; null where none reads it.</summary>
    public AskedMeaning? Meaning { get; init; }

    /// <summary>Its runs of letters and what they weigh: 1, or less where they come from the question before.</summary>
    public IReadOnlyDictionary<ulong, double> Letters => _letters;

    /// <summary>How many words of matter it holds of its own; two Chinese characters count as about one.</summary>
    public double Matter => Terms.Where(term => term is { IsCarried: false, IsMatter: true }).Sum(term => term.Kind == TermKind.Han ? 0.5 : 1);

    public static Question Read(string text) => new(Cut(text, 1), text);

    /// <summary>A question that leans on what was asked before it: those terms count too, but less.</summary>
    /// <param name="before">Earlier questions, the last one first, and what their terms weigh (0 to 1).</param>
    public static Question Read(string text, params IReadOnlyList<(string Text, double Weight)> before)
    {
        var terms = Cut(text, 1);
        // Carried terms stand nowhere in this question's text; places beyond its end keep them from covering its words.
        var end = text.Length + 1;
        foreach (var (earlier, weight) in before)
        {
            var carried = Cut(earlier, weight).Where(term => !terms.Exists(known => known.Text == term.Text)).ToList();
            terms.AddRange(carried.Select(term => term with { Start = term.Start + end, End = term.End + end, IsCarried = true }));
            end += earlier.Length + 1;
        }

        return new Question(terms, text, before);
    }

    private static List<QuestionTerm> Cut(string text, double factor)
    {
        var audible = Silence(text);
        var terms = new List<QuestionTerm>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        var read = TextAnalysis.Read(audible);
        var focus = Focus.In(text);
        foreach (var term in read)
        {
            Add(term.Text, term.Start, term.End, term.Kind, Weight(term, audible));
        }

        // "post mortem" is also looked for as "postmortem".
        var words = read.FindAll(term => term.Kind == TermKind.Word);
        for (var i = 1; i < words.Count; i++)
        {
            if (words[i].Start == words[i - 1].End + 1 && audible[words[i - 1].End] == ' ')
            {
                var joined = audible[words[i - 1].Start..words[i - 1].End] + audible[words[i].Start..words[i].End];
                Add(TextAnalysis.Stem(joined.ToLowerInvariant()), words[i - 1].Start, words[i].End, TermKind.Joined, 1);
            }
        }

        return terms;

        void Add(string term, int start, int end, TermKind kind, double weight)
        {
            if (known.Add(term))
            {
                terms.Add(new QuestionTerm(term, text[start..end], start, end, kind, weight * factor) { IsFocus = factor == 1 && weight == 1 && kind != TermKind.Joined && focus.Contains(start) });
            }
        }
    }

    private static double Weight(Term term, string text)
    {
        var written = text[term.Start..term.End].ToLowerInvariant();
        var light = term.Kind == TermKind.Han
            ? written.Length == 1 || WordLists.ChineseLight.Contains(written)
            : WordLists.EnglishLight.Contains(written) || WordLists.EnglishLight.Contains(term.Text) || (term.Text.Length == 1 && !char.IsAsciiDigit(term.Text[0]));
        return light ? LightWeight : 1;
    }

    /// <summary>Blanks out Chinese words that only carry the form, so that no pair of characters reaches across them.</summary>
    private static string Silence(string text)
    {
        if (!text.Any(letter => letter >= '\u2E80'))
        {
            return text;
        }

        var letters = text.ToCharArray();
        foreach (var word in WordLists.ChineseSilent)
        {
            for (var at = text.IndexOf(word, StringComparison.Ordinal); at >= 0; at = text.IndexOf(word, at + 1, StringComparison.Ordinal))
            {
                letters.AsSpan(at, word.Length).Fill(' ');
            }
        }

        return new string(letters);
    }
}
