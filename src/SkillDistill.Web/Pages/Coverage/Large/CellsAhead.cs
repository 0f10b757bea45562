using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>What of a large team's cells is otherwise on a later day, because something else is wanted then. People are those of today.</summary>
internal sealed class CellsAhead
{
    private readonly IReadOnlyCollection<CellAhead> _changes;
    private readonly Dictionary<(Id<Team>, Id<Skill>), ShownCell> _then;

    public CellsAhead(IReadOnlyCollection<CellAhead> changes)
    {
        _changes = changes;
        _then = changes.ToDictionary(change => change.Then.Key, change => change.Then);
    }

    /// <summary>Of today.</summary>
    public static CellsAhead None { get; } = new([]);

    public bool IsNone => Count == 0;

    public int Count => _then.Count;

    /// <summary>The lines with a target, worst first.</summary>
    /// <param name="today">Those of today that are picked, worst first.</param>
    public IReadOnlyList<ShownCell> Over(IReadOnlyList<ShownCell> today, PickedCells picked) => IsNone
        ? today
        : [.. today.Where(line => !_then.ContainsKey(line.Key)).Concat(_then.Values.Where(line => line.HeadCount is not null && picked.Include(line)))
            .OrderBy(line => line.State).ThenByDescending(line => line.Missing).ThenBy(line => line.SkillId).ThenBy(line => line.TeamId)];

    /// <summary>How many lines stand how.</summary>
    public Standing Over(Standing today) => Standing.Of(Standing.States.Select(state => (state, today[state] - _changes.Count(change => change.Today.State == state) + _changes.Count(change => change.Then.State == state))));

    /// <summary>How many lines are picked.</summary>
    /// <param name="today">As many of those of today.</param>
    public int Over(int today, PickedCells picked) =>
        today - _changes.Count(change => change.Today.HeadCount is not null && picked.Include(change.Today)) + _changes.Count(change => change.Then.HeadCount is not null && picked.Include(change.Then));

    /// <summary>Cells, whether or not they have a target.</summary>
    /// <param name="today">Those of today.</param>
    public IReadOnlyDictionary<(Id<Team> Team, Id<Skill> Skill), ShownCell> Over(IReadOnlyDictionary<(Id<Team> Team, Id<Skill> Skill), ShownCell> today) =>
        IsNone ? today : _then.Values.Concat(today.Values).DistinctBy(cell => cell.Key).ToDictionary(cell => cell.Key);
}

/// <summary>One of them, with what it says today.</summary>
internal sealed record CellAhead(ShownCell Today, ShownCell Then);
