using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Deployment;

namespace SkillDistill.Web.Pages.Consent;

/// <summary>What must be so before anything new of a person's is taken in: it is on record that everybody was informed, and the person agrees that it is kept.</summary>
internal sealed class TakingIn(DeploymentGate gate, KeepProfile keepProfile)
{
    /// <returns>Null where it may be taken in.</returns>
    public async Task<Refusal?> WhyNotAsync(Id<Person> owner, CancellationToken cancellationToken) =>
        !await gate.IsOpenAsync(cancellationToken) ? new WorkforceNotInformed()
        : !await keepProfile.IsAgreedAsync(owner, cancellationToken) ? new ProfileNotKept()
        : null;
}
