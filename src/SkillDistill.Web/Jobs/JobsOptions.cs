namespace SkillDistill.Web.Jobs;

/// <summary>The section "Jobs" of the settings.</summary>
public sealed class JobsOptions
{
    public const string Section = "Jobs";

    /// <summary>Whether this node takes part in doing chores. At least one node must.</summary>
    public bool Enabled { get; set; } = true;
}
