namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>A text as the rules read it: cut into words and phrases, each with what it does there.</summary>
internal sealed class Pieces
{
    private readonly Dictionary<string, int> _keys = new(StringComparer.Ordinal);
    private readonly List<Piece> _pieces = [];
    private readonly string _lower;

    private Pieces(string text)
    {
        Text = text;
        _lower = text.ToLowerInvariant().Replace('’', '\'').Replace('%', '%');
    }

    public string Text { get; }

    public int Count => _pieces.Count;

    public Piece this[int at] => at >= 0 && at < _pieces.Count ? _pieces[at] : Nothing;

    private static Piece Nothing => new(0, 0, Sense.SentenceEnd, -1, 0);

    /// <param name="inTitle">In a title capital letters say nothing.</param>
    public static Pieces Of(string text, bool inTitle)
    {
        var pieces = new Pieces(text);
        pieces.Cut(inTitle);
        Numbers.Mark(pieces);
        Quotes.Mark(pieces);
        return pieces;
    }

    public ReadOnlySpan<char> Lower(Piece piece) => _lower.AsSpan(piece.Start, piece.End - piece.Start);

    public void Add(int at, Sense sense, int weight = 0) =>
        _pieces[at] = _pieces[at] with { Sense = _pieces[at].Sense | sense, Weight = Math.Max(weight, _pieces[at].Weight) };

    public void Strip(int at, Sense sense) => _pieces[at] = _pieces[at] with { Sense = _pieces[at].Sense & ~sense };

    private void Cut(bool inTitle)
    {
        var tokens = Token.Cut(_lower).ToArray();
        for (var at = 0; at < tokens.Length;)
        {
            var (length, sense) = Lexicon.Words.Longest(_lower, tokens.AsSpan(at));
            var (first, last) = (tokens[at], tokens[at + Math.Max(length, 1) - 1]);
            var piece = new Piece(first.Start, last.End, length > 0 ? sense : Alone(first), 0, 0);
            piece.Sense |= first.Kind == TokenKind.Han ? Sense.Han : Sense.None;
            piece.Sense |= first.Kind == TokenKind.Digits && length == 0 ? Sense.Digits : Sense.None;
            if (first.Kind == TokenKind.Word && IsName(first, length == 0 ? Sense.Word : piece.Sense, inTitle))
            {
                piece.Sense = (piece.Sense & ~Sense.Vague) | Sense.Name | Sense.Word;
            }

            piece.Weight = WeightOf(piece);
            piece.Key = KeyOf(piece);
            _pieces.Add(piece);
            at += Math.Max(length, 1);
        }
    }

    /// <summary>What a token is that no list has.</summary>
    private Sense Alone(Token token) => token.Kind switch
    {
        TokenKind.Han => Sense.Word,
        TokenKind.Digits => IsListNumber(token) ? Sense.Silent : Sense.Digits,
        TokenKind.Word when token.End - token.Start < 2 => Sense.Silent,
        TokenKind.Word => Inflection.IsAbstract(_lower.AsSpan(token.Start, token.End - token.Start)) ? Sense.Vague : Sense.Word,
        _ => _lower[token.Start] switch
        {
            '.' or '!' or '?' or '。' or '！' or '？' or ';' or '；' or '\n' or '…' => Sense.SentenceEnd,
            ',' or '，' or '、' or ':' or '：' or '—' or '–' or '(' or ')' or '（' or '）' or '-' or '•' or '*' => Sense.ClauseEnd,
            '“' or '「' or '『' or '《' => Sense.QuoteOpens,
            '”' or '」' or '』' or '》' => Sense.QuoteCloses,
            _ => Sense.Silent,
        },
    };

    /// <summary>"1." or "2)" at the beginning of a line numbers it.</summary>
    private bool IsListNumber(Token token) =>
        token.End < Text.Length && Text[token.End] is '.' or ')' or '、' && (token.Start == 0 || Text.AsSpan(0, token.Start).TrimEnd(' ') is [] or [.., '\n']);

    private bool IsName(Token token, Sense sense, bool inTitle)
    {
        var word = Text.AsSpan(token.Start, token.End - token.Start);
        if (word.Length < 2 || (sense & (Sense.Content | Sense.Silent)) is 0 or Sense.Silent)
        {
            return false;
        }

        var before = token.Start > 0 ? Text[token.Start - 1] : '\n';
        var inChinese = (sense & Sense.Word) != 0 && _pieces.Count > 0 && _pieces[^1].Is(Sense.Han);
        var continues = before == ' ' && _pieces.Count > 0 && !_pieces[^1].Is(Sense.Break | Sense.QuoteOpens) && char.IsLetter(Text[_pieces[^1].End - 1]);
        return IsIdentifier(word) || before is '#' or '@' || inChinese || (!inTitle && continues && char.IsUpper(word[0]));
    }

    private static bool IsIdentifier(ReadOnlySpan<char> word) => HasDigit(word) || word.ContainsAny('_', '/') || word[1..].ContainsAnyInRange('A', 'Z');

    private static bool HasDigit(ReadOnlySpan<char> word) => word.ContainsAnyInRange('0', '9');

    /// <summary>A verb that is also a vague word ("measure", "list") may do something, but says nothing by itself.</summary>
    private static int WeightOf(Piece piece)
    {
        var content = piece.Sense & (piece.Is(Sense.Vague) ? Sense.Content & ~Sense.Step : Sense.Content);
        return content == 0 || (piece.Is(Sense.Silent) && !piece.Is(Sense.Plain)) ? 0 : piece.Is(Sense.Han) ? piece.End - piece.Start : 2;
    }

    private int KeyOf(Piece piece)
    {
        var keys = _keys.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!keys.TryGetValue(Lower(piece), out var key))
        {
            key = _keys.Count;
            keys[Lower(piece)] = key;
        }

        return key;
    }
}
