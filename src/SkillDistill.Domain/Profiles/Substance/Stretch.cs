namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>Consecutive pieces of a text, from <paramref name="From"/> up to <paramref name="To"/>, and what they hold.</summary>
internal readonly record struct Stretch(Pieces Pieces, int From, int To)
{
    /// <summary>
    /// Two English words or four Chinese characters that are in no list of empty ones: the least that can say something. Counted once however often it is said.
    /// </summary>
    public const int Something = 4;

    public const int Much = 6;

    public const int Plenty = 10;

    /// <summary>How many pieces after "because" or "unless" still belong to it.</summary>
    private const int Reach = 60;

    public int Weight => Weigh(Pieces, From, To);

    public int Start => Pieces[From].Start;

    public int End => Pieces[To - 1].End;

    /// <summary>Two words of content if one of them can be pointed at, else three; one beside a limit.</summary>
    public bool SaysSomething => Weight is var weight && (weight >= Much || (weight > 2 && Has(Sense.Limited)) || (weight >= Something && Has(Sense.Anchor | Sense.Cue | Sense.Harm | Sense.Doc | Sense.Plain)));

    public static int Weigh(Pieces pieces, int from, int to)
    {
        var (seen, weight) = (new HashSet<int>(), 0);
        for (var at = from; at < to; at++)
        {
            weight += pieces[at].Weight > 0 && seen.Add(pieces[at].Key) ? pieces[at].Weight : 0;
        }

        return weight;
    }

    /// <summary>From a piece to the end of its clause or, with <see cref="Sense.SentenceEnd"/>, of its sentence.</summary>
    public static Stretch After(Pieces pieces, int from, Sense end)
    {
        var to = from + 1;
        while (to < pieces.Count && to < from + Reach && !pieces[to].Is(end))
        {
            to++;
        }

        return new Stretch(pieces, from, to);
    }

    public static Stretch Before(Pieces pieces, int to)
    {
        var from = to - 1;
        while (from > 0 && from > to - Reach && !pieces[from - 1].Is(Sense.Break))
        {
            from--;
        }

        return new Stretch(pieces, from, to);
    }

    public static IEnumerable<Stretch> Sentences(Pieces pieces)
    {
        for (var from = 0; from < pieces.Count;)
        {
            var to = from;
            while (to < pieces.Count && !pieces[to].Is(Sense.SentenceEnd))
            {
                to++;
            }

            if (to > from)
            {
                yield return new Stretch(pieces, from, to);
            }

            from = to + 1;
        }
    }

    public bool Has(Sense any) => Count(any) > 0;

    public int Count(Sense any)
    {
        var count = 0;
        for (var at = From; at < To; at++)
        {
            count += Pieces[at].Is(any) ? 1 : 0;
        }

        return count;
    }
}
