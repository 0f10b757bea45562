namespace SkillDistill.Web.Pages.Questions;

/// <summary>The section "Asking" of the settings: whether owners learn who asked their agent. It is told to whoever asks before the first question.</summary>
public sealed class AskingOptions
{
    public const string Section = "Asking";

    public AskerNames Names { get; set; } = AskerNames.AskerChooses;
}

/// <summary>Whether the owner of an agent learns who asked. What was asked they never learn.</summary>
public enum AskerNames
{
    /// <summary>Whoever asks says so, for each conversation; without a word, no.</summary>
    AskerChooses,

    /// <summary>Nobody's name is shown, whatever was chosen before.</summary>
    Never,

    /// <summary>The name stands with every conversation that is begun while this holds.</summary>
    Always,
}
