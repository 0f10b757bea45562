namespace SkillDistill.Web.Jobs;

/// <summary>Every limit of the scheduler, in one place.</summary>
internal static class JobLimits
{
    /// <summary>Chores at a time on one node. They are short and seldom, and people's requests come first.</summary>
    public const int AtOnce = 2;

    /// <summary>How often a node says that it is alive; one that has not for this long and <see cref="Grace"/> is taken for dead, and its chores are taken over.</summary>
    public static readonly TimeSpan CheckIn = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(10);

    /// <summary>How often a node without a chore looks whether another has left it one.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromSeconds(10);
}
