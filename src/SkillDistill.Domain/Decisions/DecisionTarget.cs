using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Decisions;

/// <summary>What a team was to be able to do, as it stood when something was decided. How many people could do it is not kept: that would go on telling of people who have taken their names back.</summary>
public sealed class DecisionTarget
{
    private DecisionTarget()
    {
    }

    public Id<Decision> DecisionId { get; private set; }

    public Id<Skill> SkillId { get; private set; }

    /// <summary>0 where nobody was wanted then.</summary>
    public int LevelNow { get; private set; }

    public int PeopleNow { get; private set; }

    /// <summary>In eighteen months; 0 where nobody is wanted any more.</summary>
    public int LevelThen { get; private set; }

    public int PeopleThen { get; private set; }

    /// <param name="now">What is wanted: 0 people where nobody is.</param>
    /// <param name="then">What is wanted in eighteen months.</param>
    public static DecisionTarget Of(Id<Skill> skill, (int People, int Level) now, (int People, int Level) then) =>
        new() { SkillId = skill, LevelNow = now.Level, PeopleNow = now.People, LevelThen = then.Level, PeopleThen = then.People };
}
