using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Pages.Admin.TargetSheets;

/// <summary>What one line of a sheet does to the target of its team, skill and day.</summary>
/// <param name="TeamName">As a sheet would call it.</param>
/// <param name="People">0 takes the target away; <see cref="TargetCells.Nobody"/> says that nobody is wanted here.</param>
/// <param name="Reach">Null where it stays as it is.</param>
/// <param name="Before">The target that is there, or null.</param>
internal sealed record SheetChange(
    int Number, Id<Team> Team, Id<Skill> Skill, string TeamName, string SkillName, int Level, int People, DateOnly? DueOn, TargetReach? Reach, Target? Before)
{
    public bool WantsNobody => People == TargetCells.Nobody;

    /// <summary>Said once, so that it is still true when the target has been changed.</summary>
    public SheetEffect What { get; } = (Before, People) switch
    {
        (null, 0) => SheetEffect.Same,
        (_, 0) => SheetEffect.Removed,
        (null, _) => SheetEffect.New,
        _ => (Reach ?? Before.Reach) == Before.Reach && (People == TargetCells.Nobody ? Before.IsNone : (Before.Level, Before.HeadCount) == (Level, People)) ? SheetEffect.Same : SheetEffect.Changed,
    };

    public Target New()
    {
        var reach = Reach ?? TargetReach.Together;
        return (WantsNobody ? Target.NotHere(Team, Skill, DueOn, reach) : Target.Set(Team, Skill, Level, People, DueOn, reach)).Value;
    }

    public void ChangeBefore()
    {
        if (WantsNobody)
        {
            Before!.WantNobody();
        }
        else
        {
            Before!.Change(Level, People);
        }

        Before.Move(DueOn, Reach ?? Before.Reach);
    }
}

internal enum SheetEffect
{
    New,
    Changed,
    Removed,
    Same,
}
