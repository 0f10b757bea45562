namespace SkillDistill.Domain.Models;

/// <summary>How many tokens one person used today, or one agent. There only while there is a limit, and gone the day after: it is to stop at, not to look back on.</summary>
public sealed class ModelAllowance
{
    private ModelAllowance()
    {
    }

    /// <summary>In UTC.</summary>
    public DateOnly Day { get; private set; }

    /// <summary>The id of a person or of an agent.</summary>
    public Guid Subject { get; private set; }

    public long Tokens { get; private set; }
}
