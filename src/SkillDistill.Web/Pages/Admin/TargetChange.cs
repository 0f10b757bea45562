using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What becomes of the targets that are ticked. What is left empty stays as it is with each of them.</summary>
internal sealed class TargetChange
{
    public int? Level { get; set; }

    public int? HeadCount { get; set; }

    public DueChoice? Due { get; set; }

    public DateOnly? DueOn { get; set; }

    public TargetReach? Reach { get; set; }

    public Outcome<Target> Apply(Target target, DateOnly today)
    {
        var changed = Level is null && HeadCount is null ? target : target.Change(Level ?? target.Level, HeadCount ?? target.HeadCount);
        return changed.Refused(out var refusal) ? refusal : target.Move(Due is { } due ? due.On(today, DueOn) : target.DueOn, Reach ?? target.Reach);
    }
}

/// <summary>From when a target holds, as it is chosen. What is kept is the day.</summary>
internal enum DueChoice
{
    Now,
    SixMonths,
    EighteenMonths,
    Day,
}

internal static class DueChoices
{
    public static bool IsMissing(this DueChoice choice, DateOnly? day) => choice == DueChoice.Day && day is null;

    /// <param name="day">The one given, where a day was chosen.</param>
    public static DateOnly? On(this DueChoice choice, DateOnly today, DateOnly? day) => choice switch
    {
        DueChoice.SixMonths => Horizon.SixMonths.From(today),
        DueChoice.EighteenMonths => Horizon.EighteenMonths.From(today),
        DueChoice.Day => day,
        _ => null,
    };
}
