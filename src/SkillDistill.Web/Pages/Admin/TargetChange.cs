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

    /// <summary>What a row showed when it was opened.</summary>
    public static string Seen(Target target) => Admin.Seen.Of(target.Level, target.HeadCount, target.DueOn, target.Reach);

    public bool IsEmpty => (Level, HeadCount, Due, DueOn, Reach) is (null, null, null, null, null);

    public Outcome<Target> Apply(Target target, DateOnly today)
    {
        if (target.IsNone && Level is null != HeadCount is null)
        {
            return new NobodyWantedYet();
        }

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
    /// <summary>Why a choice and a day do not fit together: nothing that was typed is dropped in silence. Null where they do.</summary>
    /// <param name="choice">Null where it stays as it is.</param>
    public static Refusal? Weigh(this DueChoice? choice, DateOnly? day) => (choice, day) switch
    {
        (DueChoice.Day, null) => new DueDayMissing(),
        (not DueChoice.Day, not null) => new DueDayNotMeant(),
        _ => null,
    };

    /// <param name="day">The one given, where a day was chosen.</param>
    public static DateOnly? On(this DueChoice choice, DateOnly today, DateOnly? day) => choice switch
    {
        DueChoice.SixMonths => Horizon.SixMonths.From(today),
        DueChoice.EighteenMonths => Horizon.EighteenMonths.From(today),
        DueChoice.Day => day,
        _ => null,
    };
}
