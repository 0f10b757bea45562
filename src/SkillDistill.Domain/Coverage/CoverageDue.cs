using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// That something changed, or is about to, of which the kept cells of coverage do not know yet. The store writes it by itself in the transaction of the change (triggers), so that neither a crash nor a statement past the model
/// forgets it, but where crowds are counted anew; whoever reads coverage looks at what is due first.
/// </summary>
public sealed class CoverageDue
{
    private CoverageDue()
    {
    }

    /// <summary>Given by the store, in the order of writing.</summary>
    public long Id { get; private set; }

    /// <summary>Whose levels or decisions changed.</summary>
    public Id<Person>? PersonId { get; private set; }

    /// <summary>Which team changed: who is in it, what is above it, or what is wanted of it.</summary>
    public Id<Team>? TeamId { get; private set; }

    /// <summary>Of which skill alone; null for all.</summary>
    public Id<Skill>? SkillId { get; private set; }

    /// <summary>Whether the teams below the team are concerned as well.</summary>
    public bool IsOfBranch { get; private set; }

    /// <summary>From when on it counts; null for at once.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>The day from which on it counts, in UTC; null for at once.</summary>
    public DateOnly? DueOn { get; private set; }

    /// <summary>What is said of a team's crowd about a skill changed.</summary>
    public static CoverageDue Of(Id<Team> team, Id<Skill> skill) => new() { TeamId = team, SkillId = skill };

    /// <summary>Somebody is not of a crowd any more who was in it when it was counted.</summary>
    public static CoverageDue Of(Id<Person> person) => new() { PersonId = person };
}
