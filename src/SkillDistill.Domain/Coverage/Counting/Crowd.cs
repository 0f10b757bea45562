using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage.Counting;

/// <summary>The unnamed people who were counted together for a team, and when.</summary>
public sealed class Crowd
{
    /// <summary>For how long what is said of it may stay while somebody is counted otherwise than they would be today: half a year.</summary>
    public const int HoldsForDays = 182;

    private Crowd()
    {
    }

    public Id<Team> TeamId { get; private set; }

    /// <summary>How many they were.</summary>
    public int People { get; private set; }

    /// <summary>The <see cref="Anonymity.Fewest"/> by which they were counted.</summary>
    public int Fewest { get; private set; }

    /// <summary>The last day, in UTC, on which they would have been counted in the same way.</summary>
    public DateOnly AsOf { get; private set; }

    /// <summary>Whether nothing is said of it any more, until enough of its people would be counted otherwise.</summary>
    public bool IsSilent { get; private set; }

    /// <inheritdoc cref="Anonymity.SmallestGroup"/>
    public int SmallestGroup => new Anonymity(Fewest).SmallestGroup;

    public static Crowd Of(Id<Team> team) => new() { TeamId = team };

    public void Count(int people, Anonymity anonymity, DateOnly today) => (People, Fewest, AsOf, IsSilent) = (people, anonymity.Fewest, today, false);

    public bool IsTooOld(DateOnly today) => AsOf.AddDays(HoldsForDays) < today;

    public void Confirm(DateOnly today) => AsOf = today;

    public void FallSilent() => IsSilent = true;
}
