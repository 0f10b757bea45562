using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// A text as the rules read it: in sentences, with typographic apostrophes and full-width figures and letters made plain. Nothing is added or
/// taken away, so every place in it is the same place in the text as it was written.
/// </summary>
internal sealed class PlainText
{
    private readonly Lazy<IReadOnlyList<Stretch>> _reasons;

    public PlainText(string written)
    {
        Text = string.Create(written.Length, written, (plain, source) =>
        {
            for (var i = 0; i < source.Length; i++)
            {
                plain[i] = Plain(source[i]);
            }
        });
        Sentences = [.. Split(Text)];
        _reasons = new(() => [.. ReasonsIn()]);
    }

    public string Text { get; }

    public IReadOnlyList<Stretch> Sentences { get; }

    /// <summary>From a word such as "because" to the end of what it explains.</summary>
    public IReadOnlyList<Stretch> Reasons => _reasons.Value;

    /// <summary>Words of English and, as one writes shorter in it, three for five characters of Chinese.</summary>
    public int Words => LatinWord.Count(Text) + (Text.Count(Phrases.IsHan) * 3 / 5);

    public string Of(Stretch stretch) => Text.Substring(stretch.Start, stretch.Length);

    public bool Has(Phrases phrases) => phrases.AnyIn(Text);

    /// <summary>Where a phrase stands, but for those places that overlap another which takes its meaning away.</summary>
    public IEnumerable<Stretch> Places(Phrases phrases, Phrases unless)
    {
        var innocent = new Ordered(unless.In(Text));
        return phrases.In(Text).Where(place => !innocent.Reach(place));
    }

    /// <summary>As <see cref="Places"/>, but for what only explains: "because it always breaks" is no rule.</summary>
    public IEnumerable<Stretch> PlacesOutsideReasons(Phrases phrases, Phrases unless)
    {
        var reasons = new Ordered(Reasons);
        return Places(phrases, unless).Where(place => !reasons.Reach(place));
    }

    /// <summary>Is there a particular time or case in it?</summary>
    public bool TellsACase() => Has(FollowUpWords.Case)
        || Sentences.Select(Of).Any(sentence => FollowUpWords.CaseIfPast.AnyIn(sentence) && FollowUpWords.Past.AnyIn(sentence))
        || Sentences.Select(Of).Any(sentence => Date.IsMatch(sentence) && FollowUpWords.Past.AnyIn(sentence));

    /// <summary>Something that happened, though perhaps without saying when: somebody did something.</summary>
    public bool TellsWhatHappened() => TellsACase() || Happened.IsMatch(Text);

    private static IEnumerable<Stretch> Split(string text)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (!EndsSentence(text, i))
            {
                continue;
            }

            if (i >= start && !string.IsNullOrWhiteSpace(text[start..i]))
            {
                yield return new Stretch(start, i + 1 - start);
            }

            start = i + 1;
        }

        if (start < text.Length)
        {
            yield return new Stretch(start, text.Length - start);
        }
    }

    private static bool EndsSentence(string text, int at) => text[at] switch
    {
        '。' or '！' or '？' or '；' or '!' or '?' or ';' or '\n' => true,
        '.' => (at + 1 == text.Length || char.IsWhiteSpace(text[at + 1])) && !Abbreviates(text, at),
        _ => false,
    };

    /// <summary>"Mr.", "e.g.", "1." end no sentence.</summary>
    private static bool Abbreviates(string text, int dot)
    {
        var start = dot;
        while (start > 0 && dot - start < 4 && char.IsLetterOrDigit(text[start - 1]))
        {
            start--;
        }

        var word = text[start..dot];
        var standsFirst = start == 0 || text[start - 1] == '\n';
        return word is "Mr" or "Ms" or "Mrs" or "Dr" or "Prof" or "St" or "g" or "vs" or "approx"
            || (word.Length == 1 && char.IsUpper(word[0]) && word != "I")
            || (standsFirst && word.Length is 1 or 2 && word.All(char.IsDigit));
    }

    private IEnumerable<Stretch> ReasonsIn()
    {
        foreach (var sentence in Sentences)
        {
            var words = Of(sentence);
            foreach (var place in FollowUpWords.Reason.In(words))
            {
                // A reason that comes first ends where the rule begins; one that comes later has the rest of the sentence.
                var end = IsFirst(words, place) && words.AsSpan(place.End).IndexOfAny(',', '，') is >= 0 and var comma ? place.End + comma : words.Length;
                yield return new Stretch(sentence.Start + place.Start, end - place.Start);
                break;
            }
        }
    }

    private static bool IsFirst(string sentence, Stretch place) => string.IsNullOrWhiteSpace(sentence[..place.Start]);

    private static char Plain(char character) => character switch
    {
        '’' or '‘' => '\'',
        >= '！' and <= '～' when char.IsLetterOrDigit(character) => (char)(character - '！' + '!'),
        _ => character,
    };

    private static readonly Regex LatinWord = new("[A-Za-z0-9][A-Za-z0-9'-]*", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Date = new(
        "[0-9]{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)|week [0-9]{1,2}|[0-9]{1,2}月[0-9]{1,2}",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Happened = new(
        "(?:^|[^A-Za-z])(?:I|we|We|he|He|she|She|they|They|customer|client|supplier|team) (?:[a-z]+ed|went|came|took|lost|got|gave|broke|told|said|found|sent|made|saw|paid|met|caught|had|was|were) ",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    /// <summary>Stretches asked for in the order of the text, so that looking through them all takes one walk.</summary>
    private sealed class Ordered(IEnumerable<Stretch> stretches)
    {
        private readonly List<Stretch> _stretches = [.. stretches.OrderBy(stretch => stretch.Start)];
        private int _next;

        public bool Reach(Stretch place)
        {
            while (_next < _stretches.Count && _stretches[_next].End <= place.Start)
            {
                _next++;
            }

            return _next < _stretches.Count && _stretches[_next].Overlaps(place);
        }
    }
}
