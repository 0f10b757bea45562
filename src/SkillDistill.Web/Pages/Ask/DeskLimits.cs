namespace SkillDistill.Web.Pages.Ask;

/// <summary>Every limit of answering in the background, in one place.</summary>
internal static class DeskLimits
{
    /// <summary>How long a node holds a turn before it must say again that it is at work; after that another node may take it over.</summary>
    public static readonly TimeSpan Claim = TimeSpan.FromSeconds(10);

    /// <summary>How often claims are renewed, three times before they would run out: hundreds of answers at once must not write every second.</summary>
    public static readonly TimeSpan Renewal = TimeSpan.FromSeconds(3);

    /// <summary>How often a node asks for its running answers whether consent still holds and whether the asker pressed stop.</summary>
    public static readonly TimeSpan Check = TimeSpan.FromSeconds(1);

    /// <summary>How often a node looks for turns that nobody answers, left behind by a node that died.</summary>
    public static readonly TimeSpan Sweep = TimeSpan.FromSeconds(5);

    /// <summary>How long a form without script waits for the whole answer before it shows the page as it stands.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>No answer takes longer, whatever the model does.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);
}
