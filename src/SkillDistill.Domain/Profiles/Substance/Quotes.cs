namespace SkillDistill.Domain.Profiles.Substance;

/// <summary>Somebody's very words, or the title of a document, between quotation marks.</summary>
internal static class Quotes
{
    /// <summary>Longer stretches between marks are an accident.</summary>
    private const int Reach = 30;

    public static void Mark(Pieces pieces)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (pieces[at].Is(Sense.QuoteOpens) && Closing(pieces, at) is { } end && Stretch.Weigh(pieces, at + 1, end) >= 2)
            {
                pieces.Add(at, Sense.Quoted | (pieces.Text[pieces[at].Start] == '《' ? Sense.Doc : Sense.None));
            }
        }
    }

    private static int? Closing(Pieces pieces, int opening)
    {
        for (var at = opening + 1; at < Math.Min(pieces.Count, opening + Reach); at++)
        {
            if (pieces[at].Is(Sense.QuoteCloses))
            {
                return at;
            }
        }

        return null;
    }
}
