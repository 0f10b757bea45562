using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering.Verifying;

/// <summary>
/// Turns a model's stream into an answer whose every claim is cited or marked as inferred. Works sentence by sentence: nothing is handed on
/// before the tags after it have been looked up, and nothing at all before the first citation of an in-date card, so that an answer
/// resting on nothing is never seen. A tag's quote must stand in a card that travelled with the question; text can forge neither tag nor marker,
/// and a sentence that recites the instructions is dropped with its tags.
/// </summary>
/// <param name="cards">In the order of their names c1, c2, ...; more may come while a model searches.</param>
/// <param name="now">Which cards are in date is seen from here.</param>
/// <param name="instructions">What the model was told before the question.</param>
internal sealed partial class Verifier(IReadOnlyList<CardMaterial> cards, DateTimeOffset now, string instructions = "")
{
    private readonly TagStream _stream = new();
    private readonly Quotes _quotes = new(cards);
    private readonly Recital _recital = new(instructions, cards);
    private readonly List<CitedQuote> _citations = [];
    private readonly List<CardMaterial> _cited = [];
    private readonly List<AnswerPiece> _held = [];
    private readonly StringBuilder _text = new();
    // The tags behind the sentence at hand; null for one that was not found.
    private readonly List<FoundQuote?> _tags = [];
    private string _sentence = "";
    private int _read;
    private bool _released;

    /// <summary>Whether anything may have been seen by the reader.</summary>
    public bool Released => _released;

    /// <summary>Whether enough has been read; what follows is not looked at.</summary>
    public bool IsFull => _read >= AnswerLimits.Output || _text.Length >= AnswerLimits.Text;

    /// <summary>Whether nothing came that a reader or a rule could use.</summary>
    public bool IsEmpty => _text.Length == 0 && ModelSays is null;

    /// <summary>Whether a sentence, or a part of one, rests on no card.</summary>
    public bool HasInferred { get; private set; }

    public string Text => _text.ToString().Trim();

    public IReadOnlyList<CitedQuote> Citations => _citations;

    public IReadOnlyList<CardMaterial> Cited => _cited;

    /// <summary>The model's own word on how sure it is, or null.</summary>
    public Verdict? ModelSays { get; private set; }

    public IReadOnlyList<AnswerPiece> Feed(string chunk)
    {
        var room = Math.Max(0, AnswerLimits.Output - _read);
        chunk = chunk.Length > room ? chunk[..room] : chunk;
        _read += chunk.Length;
        foreach (var part in _stream.Feed(chunk))
        {
            if (part.IsTag)
            {
                Cite(part.Text);
            }
            else
            {
                Append(part.Text);
            }
        }

        return Release();
    }

    public IReadOnlyList<AnswerPiece> End()
    {
        CloseSentence(_sentence);
        _sentence = "";
        return Release();
    }

    private void Append(string text)
    {
        // Tags close the sentence they follow, unless that sentence plainly goes on: "Set a limit ⟦...⟧, then restart."
        var next = text.TrimStart();
        if (_tags.Count > 0 && (next.Length > 0 || text.Contains('\n', StringComparison.Ordinal)) && !GoesOn(text, next))
        {
            CloseSentence(_sentence);
            _sentence = "";
        }

        // "Set a limit ⟦...⟧." leaves a blank before the full stop.
        _sentence = _tags.Count > 0 && next.Length > 0 && char.IsPunctuation(next[0]) ? _sentence.TrimEnd() + next : _sentence + text;
        for (var end = Sentences.NextEnd(_sentence, 0); end >= 0 && HasNext(end); end = Sentences.NextEnd(_sentence, 0))
        {
            CloseSentence(_sentence[..end]);
            _sentence = _sentence[end..];
        }

        if (_sentence.Length > AnswerLimits.Sentence)
        {
            CloseSentence(_sentence);
            _sentence = "";
        }
    }

    private bool HasNext(int end) => !_sentence.AsSpan(end).IsWhiteSpace();

    private bool GoesOn(string text, string next) =>
        next.Length > 0 && _sentence.TrimEnd() is { Length: > 0 } before && !Sentences.IsEnd(before[^1]) && !text[..^next.Length].Contains('\n', StringComparison.Ordinal);

    private void Cite(string tag)
    {
        switch (tag.Trim())
        {
            case "cannot-tell":
                ModelSays = Verdict.CannotTell;
                return;
            case "ask-a-person":
                ModelSays ??= Verdict.JudgementCall;
                return;
        }

        if (_sentence.AsSpan().IsWhiteSpace() && _tags.Count == 0)
        {
            // A tag after nothing supports nothing.
            return;
        }

        _tags.Add(_quotes.Find(tag));
    }

    private string Marker(FoundQuote? tag)
    {
        if (tag is not null && Number(tag) is { } number)
        {
            return string.Create(CultureInfo.InvariantCulture, $"[{number}]");
        }

        HasInferred = true;
        return "[?]";
    }

    private int? Number(FoundQuote found)
    {
        var known = _citations.Find(quote => quote.RevisionId == found.Card.RevisionId && quote.Field == found.Field && quote.Quote == found.Words);
        if (known is not null)
        {
            return known.Number;
        }

        if (_citations.Count >= AnswerLimits.Citations)
        {
            return null;
        }

        var quote = new CitedQuote(_citations.Count + 1, found.Card.CardId, found.Card.RevisionId, found.Field, found.Words);
        _citations.Add(quote);
        _held.Add(new CitationPiece(quote));
        if (!_cited.Contains(found.Card))
        {
            _cited.Add(found.Card);
        }

        _released |= found.Card.ReviewBy >= now;
        return quote.Number;
    }

    private void CloseSentence(string sentence)
    {
        FoundQuote?[] tags = [.. _tags];
        _tags.Clear();
        var words = Harmless(sentence).TrimEnd();
        if (words.Length == 0 || _text.Length >= AnswerLimits.Text || _recital.Holds(words, tags.Any(tag => tag is not null)))
        {
            return;
        }

        // Signs alone say nothing that a card could support.
        var markers = !words.EnumerateRunes().Any(Says) ? "" : tags.Length == 0 ? Marker(null) : string.Concat(tags.Select(Marker).Distinct());
        var gap = markers.Length > 0 && words[^1] < '\u2E80' ? " " : "";
        var piece = Lead(words) + words.TrimStart() + gap + markers;
        _text.Append(piece);
        _held.Add(new TextPiece(piece));
    }

    /// <summary>The blank before a sentence: what the model wrote there, but something where a marker would run into a word.</summary>
    private string Lead(string words)
    {
        if (_text.Length == 0)
        {
            return "";
        }

        var breaks = words[..^words.TrimStart().Length].Count(letter => letter == '\n');
        return breaks switch { 0 => words.TrimStart()[0] >= '\u2E80' ? "" : " ", 1 => "\n", _ => "\n\n" };
    }

    private AnswerPiece[] Release()
    {
        if (!_released)
        {
            return [];
        }

        AnswerPiece[] pieces = [.. _held];
        _held.Clear();
        return pieces;
    }

    /// <summary>Whether a sign may be read as a word or a part of one; there are alphabets among the symbols too.</summary>
    private static bool Says(Rune sign) => Rune.IsLetterOrDigit(sign) || Rune.GetUnicodeCategory(sign) == UnicodeCategory.OtherSymbol;

    /// <summary>Words that look like a marker, and letters nobody sees, must not pass for ours.</summary>
    private static string Harmless(string text) =>
        ForgedMarker().Replace(new string([.. text.ToPlainLetters().Where(letter => letter == '\n' || (!char.IsControl(letter) && char.GetUnicodeCategory(letter) != UnicodeCategory.Format))]), "($1)");

    [GeneratedRegex(@"[\[［]\s*(\d{1,6}|[?？])\s*[\]］]", RegexOptions.CultureInvariant)]
    private static partial Regex ForgedMarker();
}
