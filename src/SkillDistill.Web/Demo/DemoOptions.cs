namespace SkillDistill.Web.Demo;

/// <summary>The section "Demo" of the settings.</summary>
public sealed class DemoOptions
{
    public const string Section = "Demo";

    /// <summary>Brings the demo organisation into an empty store and lets anybody sign in as its people. Never for real use.</summary>
    public bool Enabled { get; set; }
}
