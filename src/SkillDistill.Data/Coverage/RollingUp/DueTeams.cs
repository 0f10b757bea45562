using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage.RollingUp;

/// <summary>Which teams are to be reckoned again, and of which skills.</summary>
internal sealed class DueTeams(TeamTree tree)
{
    // Null is every skill.
    private readonly Dictionary<Id<Team>, HashSet<Id<Skill>>?> _due = [];

    public bool Any => _due.Count > 0;

    /// <param name="skill">Null for every skill.</param>
    public void Add(Id<Team> team, Id<Skill>? skill)
    {
        if (skill is { } one)
        {
            Add(team, [one]);
        }
        else if (tree.Contains(team))
        {
            _due[team] = null;
        }
    }

    /// <param name="skills">None where only the totals changed.</param>
    public void Add(Id<Team> team, IEnumerable<Id<Skill>> skills)
    {
        if (!_due.TryGetValue(team, out var known))
        {
            if (tree.Contains(team))
            {
                _due[team] = [.. skills];
            }
        }
        else
        {
            known?.UnionWith(skills);
        }
    }

    public void AddBranch(Id<Team> team, Id<Skill>? skill) => AddEach(tree.Branch(team), skill);

    public void AddAll(Id<Skill>? skill) => AddEach(tree.All, skill);

    /// <summary>Takes the deepest teams out: since none of them is above another they can be reckoned together.</summary>
    public IReadOnlyList<(Id<Team> Team, IReadOnlySet<Id<Skill>>? Skills)> TakeDeepest()
    {
        var deepest = _due.Keys.GroupBy(team => tree.Lineage(team).Count).MaxBy(depth => depth.Key)!.ToList();
        var taken = deepest.ConvertAll(team => (team, (IReadOnlySet<Id<Skill>>?)_due[team]));
        deepest.ForEach(team => _due.Remove(team));
        return taken;
    }

    private void AddEach(IEnumerable<Id<Team>> teams, Id<Skill>? skill)
    {
        foreach (var team in teams)
        {
            Add(team, skill);
        }
    }
}
