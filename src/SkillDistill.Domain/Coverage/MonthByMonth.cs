using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>What is kept of the months of a view: since when a line stands as it does, and how many stood how.</summary>
public sealed class MonthByMonth
{
    /// <summary>How many months are told one by one.</summary>
    public const int ToldMonths = 12;

    private readonly DateOnly _thisMonth;
    private readonly IReadOnlyList<CoverageMonth> _kept;
    private readonly Dictionary<(Id<Team>, Id<Skill>), IReadOnlyDictionary<DateOnly, CoverageState>> _lines;

    /// <param name="kept">At most one of a line for each month.</param>
    /// <param name="thisMonth">The first day of the month that it is now.</param>
    public MonthByMonth(IReadOnlyList<CoverageMonth> kept, DateOnly thisMonth)
    {
        (_kept, _thisMonth) = (kept, thisMonth);
        _lines = kept.GroupBy(month => (month.TeamId, month.SkillId)).ToDictionary(line => line.Key, IReadOnlyDictionary<DateOnly, CoverageState> (line) => line.ToDictionary(month => month.Month, month => month.State));
    }

    /// <summary>Of some lines alone, of which it is asked since when.</summary>
    /// <param name="lines">How each stood, by the first day of the month.</param>
    /// <param name="thisMonth">The first day of the month that it is now.</param>
    public MonthByMonth(IReadOnlyDictionary<(Id<Team> Team, Id<Skill> Skill), IReadOnlyDictionary<DateOnly, CoverageState>> lines, DateOnly thisMonth) => (_kept, _lines, _thisMonth) = ([], lines.ToDictionary(), thisMonth);

    /// <summary>All skills of which a month is kept.</summary>
    public IEnumerable<Id<Skill>> Skills => _kept.Select(month => month.SkillId).Distinct();

    /// <summary>
    /// Since when a line that is not covered stands as it does or worse: the month in which it stopped standing better. Where no month is kept in which it stood better, or one between is missing, it is the first month of the
    /// unbroken run up to now. Null where nothing is kept, or the line is covered.
    /// </summary>
    public Since? Since(CoverageLine line) => Since(line.TeamId, line.SkillId, line.State);

    /// <inheritdoc cref="Since(CoverageLine)"/>
    public Since? Since(Id<Team> team, Id<Skill> skill, CoverageState stands)
    {
        if (stands >= CoverageState.Covered || !_lines.TryGetValue((team, skill), out var months))
        {
            return null;
        }

        // In the first minutes of a month the one before it is the last that is kept.
        var isThisKept = months.ContainsKey(_thisMonth);
        DateOnly? first = null;
        for (var month = isThisKept ? _thisMonth : _thisMonth.AddMonths(-1); months.TryGetValue(month, out var state); month = month.AddMonths(-1))
        {
            if (state > stands)
            {
                return first is null && !isThisKept ? null : new Since(month, IsAtLeast: false);
            }

            first = month;
        }

        return first is { } known ? new Since(known, IsAtLeast: true) : null;
    }

    /// <summary>How many of those wanted stood how in each of the last twelve months, from the first that is kept on; one that was missed is among them and says nothing.</summary>
    public IReadOnlyList<StandingOfMonth> Told(Func<CoverageMonth, bool> isWanted) => Told(
        _kept.GroupBy(month => month.Month).ToDictionary(month => month.Key, month => Standing.Of(month.Where(isWanted).Select(kept => kept.State))), _thisMonth);

    /// <summary>The same of months that were counted elsewhere.</summary>
    /// <param name="kept">By the first day of the month.</param>
    /// <param name="thisMonth">The first day of the month that it is now.</param>
    public static IReadOnlyList<StandingOfMonth> Told(IReadOnlyDictionary<DateOnly, Standing> kept, DateOnly thisMonth)
    {
        var months = Enumerable.Range(0, ToldMonths).Select(back => thisMonth.AddMonths(-back)).Reverse().ToList();
        var first = months.Find(kept.ContainsKey);
        return first == default
            ? []
            : [.. months.Where(month => month >= first && (kept.ContainsKey(month) || month < thisMonth)).Select(month => new StandingOfMonth(month, kept.ContainsKey(month), kept.GetValueOrDefault(month) ?? Standing.None))];
    }
}

/// <param name="Month">Its first day.</param>
/// <param name="IsAtLeast">Whether it may have been so before, of which nothing is kept.</param>
public sealed record Since(DateOnly Month, bool IsAtLeast);

/// <param name="IsKept">False for a month that was missed.</param>
public sealed record StandingOfMonth(DateOnly Month, bool IsKept, Standing Standing);

/// <summary>How many targets stand how.</summary>
public sealed class Standing
{
    /// <summary>Worst first.</summary>
    public static readonly IReadOnlyList<CoverageState> States = [CoverageState.Gap, CoverageState.SinglePointOfFailure, CoverageState.Thin, CoverageState.Covered];

    public static readonly Standing None = new();

    private readonly int[] _targets = new int[States.Count];

    private Standing()
    {
    }

    public int this[CoverageState state] => _targets[(int)state];

    public int Targets => _targets.Sum();

    /// <summary>Those that are not covered.</summary>
    public int Unmet => Targets - this[CoverageState.Covered];

    public static Standing Of(IEnumerable<CoverageState> states) => Of(states.CountBy(state => state).Select(state => (state.Key, state.Value)));

    /// <summary>Of targets that were counted by how they stand.</summary>
    public static Standing Of(IEnumerable<(CoverageState State, int Targets)> counts)
    {
        var standing = new Standing();
        foreach (var (state, targets) in counts.Where(count => count.State != CoverageState.NoTarget))
        {
            standing._targets[(int)state] += targets;
        }

        return standing;
    }
}
