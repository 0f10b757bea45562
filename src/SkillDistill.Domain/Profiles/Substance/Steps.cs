namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>What is done, or was done, in a sentence.</summary>
internal static class Steps
{
    private const int Reach = 40;

    private static readonly HashSet<string> Articles = new(["the", "a", "an", "this", "that", "our", "your", "their", "my", "its", "his", "her", "no", "any", "each", "every", "some", "is", "are"], StringComparer.Ordinal);
    private static readonly HashSet<string> Passive = new(["is", "are", "be", "been", "being", "should", "must", "can", "may", "have", "has", "will", "would", "could", "to", "a", "an", "the", "as", "not", "of", "and", "or"], StringComparer.Ordinal);

    private static readonly HashSet<string> Doers = new(["he", "she", "it", "they", "who", "that", "somebody", "someone", "nobody", "and", "both", "all"], StringComparer.Ordinal);

    /// <summary>Each thing done to something: a verb of the list, or any verb after "I" or "we" or before an object at the beginning, with content after it in its clause.</summary>
    public static IEnumerable<(int At, Stretch Clause)> In(Stretch sentence)
    {
        var pieces = sentence.Pieces;
        for (var at = sentence.From; at < sentence.To; at++)
        {
            if (IsVerb(pieces, at))
            {
                var clause = Stretch.After(pieces, at, Sense.Break);
                if (Stretch.Weigh(pieces, at + 1, clause.To) >= 2)
                {
                    yield return (at, clause);
                }
            }
        }
    }

    /// <summary>Whether the sentence tells what happened rather than what happens.</summary>
    public static bool Told(Stretch sentence)
    {
        var condition = false;
        for (var at = sentence.From; at < sentence.To; at++)
        {
            condition = !sentence.Pieces[at].Is(Sense.Break) && (condition || sentence.Pieces[at].Is(Sense.If | Sense.Unless));
            if (!condition && IsPast(sentence.Pieces, at, sentence.From))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether "I" or "we" did it.</summary>
    public static bool ToldOfOneself(Stretch sentence)
    {
        for (var at = sentence.From; at < sentence.To; at++)
        {
            for (var verb = at + 1; sentence.Pieces[at].Is(Sense.Self) && verb < Math.Min(sentence.To, at + 4); verb++)
            {
                if (!sentence.Pieces[verb].Is(Sense.Han) && IsPast(sentence.Pieces, verb, sentence.From))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The clause around a piece, at most so many pieces to either side.</summary>
    public static Stretch Around(Stretch sentence, int at)
    {
        var (from, to) = (at, at + 1);
        while (from > sentence.From && from > at - Reach && !sentence.Pieces[from - 1].Is(Sense.Break))
        {
            from--;
        }

        while (to < sentence.To && to < at + Reach && !sentence.Pieces[to].Is(Sense.Break))
        {
            to++;
        }

        return new Stretch(sentence.Pieces, from, to);
    }

    private static bool IsVerb(Pieces pieces, int at)
    {
        var (piece, before) = (pieces[at], pieces[at - 1]);
        if (piece.Is(Sense.Silent) || (piece.Weight == 0 && !piece.Is(Sense.Step)))
        {
            return false;
        }

        if (piece.Is(Sense.Han))
        {
            return piece.Is(Sense.Step);
        }

        var named = before.Is(Sense.Measure | Sense.Number) || Articles.Contains(Lower(pieces, at - 1));
        var happens = piece.Is(Sense.Harm) || (piece.End - piece.Start > 5 && pieces.Lower(piece) is [.., 'i', 'n', 'g'] && !before.Is(Sense.Self));
        return !named && !happens && (piece.Is(Sense.Step) || before.Is(Sense.Self) || (before.Is(Sense.Break) && Articles.Contains(Lower(pieces, at + 1))));
    }

    /// <summary>A word that only the past has or, in English, a form in -ed after whoever did it.</summary>
    private static bool IsPast(Pieces pieces, int at, int from)
    {
        var before = pieces[at - 1];
        return pieces[at].Is(Sense.Did) ? pieces[at].Is(Sense.Han) || !Passive.Contains(Lower(pieces, at - 1))
            : at > from && !pieces[at].Is(Sense.Han) && pieces.Lower(pieces[at]) is [.., 'e', 'd'] && (before.Is(Sense.Self) || before.Weight > 0 || Doers.Contains(Lower(pieces, at - 1)));
    }

    private static string Lower(Pieces pieces, int at) => at < 0 || at >= pieces.Count ? "" : pieces.Lower(pieces[at]).ToString();
}
