using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// Which targets hold for which teams on a day. A team's own one goes before all others: of several the one due last. A team without one has that of the nearest team above whose target in force
/// on that day is one for each (<see cref="TargetReach.Each"/>). Nothing of it is kept, so that a change above is a change in every team that set none of its own.
/// </summary>
public sealed class TargetsInForce
{
    private readonly TeamTree _tree;
    private readonly ILookup<(Id<Team>, Id<Skill>), Target> _own;
    private readonly List<Id<Skill>> _skills;

    /// <param name="targets">Those of the teams asked for and of all above them.</param>
    public TargetsInForce(TeamTree tree, IReadOnlyList<Target> targets)
    {
        _tree = tree;
        _own = targets.ToLookup(target => (target.TeamId, target.SkillId));
        _skills = [.. targets.Select(target => target.SkillId).Distinct()];
    }

    /// <summary>Of which anything is wanted on some day.</summary>
    public IReadOnlyList<Id<Skill>> Skills => _skills;

    /// <summary>What is wanted of the team and each of those below it, as one target for each team and skill: those from above as the team's own. Teams are in the order of the tree.</summary>
    public IReadOnlyList<Target> Below(Id<Team> root, DateOnly day) =>
    [
        .. from team in _tree.Branch(root)
           let lineage = _tree.Lineage(team)
           from skill in _skills
           let target = Of(lineage, skill, day)
           where target is { IsNone: false }
           select target.For(team),
    ];

    /// <summary>The target as it is kept, in whichever team; one that wants nobody too. Null where there is none.</summary>
    public Target? Of(Id<Team> team, Id<Skill> skill, DateOnly day) => Of(_tree.Lineage(team), skill, day);

    /// <summary>What comes to the team from above, today or on a later day, as it is kept there; what wants nobody left out.</summary>
    public IReadOnlyList<Target> FromAbove(Id<Team> team, DateOnly today)
    {
        var lineage = _tree.Lineage(team);
        return
        [
            .. from skill in _skills
               from day in lineage.SelectMany(above => _own[(above, skill)]).Select(target => target.DueOn).OfType<DateOnly>().Where(day => day > today).Append(today).Distinct().Order()
               let target = Of(lineage, skill, day)
               where target is { IsNone: false } && target.TeamId != team
               group target by target.Id into same
               select same.First(),
        ];
    }

    /// <summary>Whether another target of the same team has come in its place.</summary>
    public bool IsReplaced(Target target, DateOnly today) => !(target.DueOn > today) && Own(target.TeamId, target.SkillId, today)?.Id != target.Id;

    private Target? Of(IReadOnlyList<Id<Team>> lineage, Id<Skill> skill, DateOnly day) => lineage.Count == 0
        ? null
        : Own(lineage[0], skill, day) ?? lineage.Skip(1).Select(above => Own(above, skill, day)).FirstOrDefault(target => target?.Reach == TargetReach.Each);

    private Target? Own(Id<Team> team, Id<Skill> skill, DateOnly day) =>
        _own[(team, skill)].Where(target => (target.DueOn ?? DateOnly.MinValue) <= day).MaxBy(target => target.DueOn ?? DateOnly.MinValue);
}
