using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>A decision as it was sent: the terms chosen, and what was on the screen when they were.</summary>
internal sealed class DecideForm
{
    public Purpose? Purpose { get; set; }

    public AudienceScope? Scope { get; set; }

    public Id<Team>? Team { get; set; }

    /// <summary>One address or full name a line.</summary>
    public string? People { get; set; }

    /// <summary>The last day on which it holds.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>Instead of choosing an audience: keep that of the decision made at this moment, which was on the screen.</summary>
    public DateTimeOffset? Since { get; set; }

    public string? Notice { get; set; }

    public string? Digest { get; set; }

    public string? Language { get; set; }

    public string? Recipient { get; set; }
}
