using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>What of the kept numbers said something else than what was reckoned.</summary>
public sealed class RollUpReport
{
    // For whoever looks into it; the rest is counted.
    private const int MostNamed = 20;

    private readonly List<(Id<Team> Team, Id<Skill> Skill)> _first = [];

    /// <summary>Cells that differed.</summary>
    public int Cells { get; private set; }

    /// <summary>Teams whose totals differed.</summary>
    public int Totals { get; private set; }

    /// <summary>The first of the cells that differed, at most twenty.</summary>
    public IReadOnlyList<(Id<Team> Team, Id<Skill> Skill)> First => _first;

    public bool IsInOrder => Cells == 0 && Totals == 0;

    internal void Add(Id<Team> team, IReadOnlyCollection<Id<Skill>> skills)
    {
        Cells += skills.Count;
        _first.AddRange(skills.Take(MostNamed - _first.Count).Select(skill => (team, skill)));
    }

    internal void AddTotals() => Totals++;
}
