using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage.Counting;

/// <summary>What is said of the unnamed people of one crowd about one skill: steps by <see cref="Anonymity"/>, and nobody. There is none where nothing may be said.</summary>
public sealed class CrowdCount
{
    private CrowdCount()
    {
    }

    /// <summary>The team whose crowd it is; some of it may be in teams below.</summary>
    public Id<Team> TeamId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    /// <summary>People at each level or above.</summary>
    public LevelCounts Holders { get; private set; } = LevelCounts.None;

    /// <summary>Of these, who share a fresh card on it.</summary>
    public LevelCounts Fresh { get; private set; } = LevelCounts.None;

    /// <summary>Of these, who share a fresh one that says steps or facts.</summary>
    public LevelCounts Process { get; private set; } = LevelCounts.None;

    /// <summary>Of these, who share a fresh one about judgement.</summary>
    public LevelCounts Judgement { get; private set; } = LevelCounts.None;

    /// <summary>With whose cards on it colleagues disagreed, at whatever level.</summary>
    public int Disputed { get; private set; }

    private bool SaysNothing => Holders.IsNone && Disputed == 0;

    /// <summary>Counted for the first time: what a company says that has said nothing yet.</summary>
    public static IReadOnlyList<CrowdCount> OfAll(TeamTree tree, IEnumerable<Member> members, Anonymity anonymity) =>
        [.. Crowds.Of(tree, members.Where(member => member.Showing != Showing.Named), member => member.TeamId, anonymity).SelectMany(crowd => Of(crowd.Key, crowd.Value, anonymity))];

    /// <param name="crowd">Everybody of it, whatever they decided.</param>
    public static IReadOnlyList<CrowdCount> Of(Id<Team> team, IReadOnlyCollection<Member> crowd, Anonymity anonymity)
    {
        var counted = crowd.Where(member => member.Showing == Showing.Counted).ToList();
        var holders = counted.SelectMany(member => member.Skills.Select(skill => (skill, member))).ToLookup(held => held.skill, held => held.member);
        int AtLeast(int people) => anonymity.AtLeast(people, crowd.Count);
        CrowdCount Count(Id<Skill> skill)
        {
            LevelCounts Those(Func<Member, bool> isSo) => holders[skill].Where(isSo).Aggregate(LevelCounts.None, (sum, member) => sum + LevelCounts.One(member.Level(skill) ?? 0)).Each(AtLeast);
            return new CrowdCount
            {
                TeamId = team,
                SkillId = skill,
                Holders = Those(_ => true),
                Fresh = Those(member => member.IsFresh(skill)),
                Process = Those(member => member.Freshness(skill) is { HasProcess: true }),
                Judgement = Those(member => member.Freshness(skill) is { HasJudgement: true }),
                Disputed = AtLeast(counted.Count(member => member.IsDisputed(skill))),
            };
        }

        return [.. holders.Select(held => held.Key).Union(counted.SelectMany(member => member.Disputed)).Select(Count).Where(count => !count.SaysNothing)];
    }

    public bool Says(CrowdCount other) => (Holders, Fresh, Process, Judgement, Disputed) == (other.Holders, other.Fresh, other.Process, other.Judgement, other.Disputed);

    /// <summary>Takes over what another of the same crowd and skill says.</summary>
    public void Become(CrowdCount other) => (Holders, Fresh, Process, Judgement, Disputed) = (other.Holders, other.Fresh, other.Process, other.Judgement, other.Disputed);
}
