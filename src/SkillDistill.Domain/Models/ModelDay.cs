namespace SkillDistill.Domain.Models;

/// <summary>What the whole installation used of the model on one day for one kind of task. Nobody is named in it.</summary>
public sealed class ModelDay
{
    private ModelDay()
    {
    }

    /// <summary>In UTC.</summary>
    public DateOnly Day { get; private set; }

    public ModelTask Task { get; private set; }

    /// <summary>Empty where no price was set.</summary>
    public string Currency { get; private set; } = "";

    public long Calls { get; private set; }

    /// <summary>Calls of which the provider did not say how many tokens they took.</summary>
    public long EstimatedCalls { get; private set; }

    public long InputTokens { get; private set; }

    public long OutputTokens { get; private set; }

    /// <summary>In millionths of the currency.</summary>
    public long Price { get; private set; }
}
