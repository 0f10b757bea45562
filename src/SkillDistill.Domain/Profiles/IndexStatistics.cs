namespace SkillDistill.Domain.Profiles;

/// <summary>How many cards the index held when it was last counted, and how long they are on average: of all of them together, of nobody in particular. There is one, or none before the index was built.</summary>
public sealed class IndexStatistics
{
    private IndexStatistics()
    {
    }

    public int Id { get; private set; }

    public int Cards { get; private set; }

    /// <summary>How many terms each field holds on average, of those cards that have any, in the order of the ranking.</summary>
    public List<double> Lengths { get; private set; } = [];

    /// <summary>How many runs of letters a card holds on average.</summary>
    public double Letters { get; private set; }

    public DateTimeOffset CountedAt { get; private set; }

    public static IndexStatistics Of(int cards, IReadOnlyList<double> lengths, double letters, DateTimeOffset now) =>
        new() { Id = 1, Cards = cards, Lengths = [.. lengths], Letters = letters, CountedAt = now };
}

/// <summary>How many cards hold a term that many hold. Rare ones are not kept: how often somebody's own words stand here would tell of them.</summary>
public sealed record TermCount(long Term, int Holders)
{
    /// <summary>From how many on it is kept.</summary>
    public const int Least = 50;
}
