using SkillDistill.Domain.Agents;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>What a version distilled now would be made of.</summary>
/// <param name="LeftOut">Cards that stay out, each with the reason. Those set aside are not listed.</param>
/// <param name="Newest">The newest version there is, and what it holds.</param>
internal sealed record DistilPlan(Composition Composition, IReadOnlyList<(OwnCardRow Card, LeftOut Why)> LeftOut, AgentVersion? Newest)
{
    public bool IsEmpty => Composition.Cards.Count == 0;

    /// <summary>There is nothing new to distil. A version whose instructions were cleared after a withdrawal is made anew.</summary>
    public bool SameAsNewest => IsSame(Newest, Composition);

    public static bool IsSame(AgentVersion? version, Composition composition) => version is { Instructions.Length: > 0 } && version.Digest == composition.Digest;
}
