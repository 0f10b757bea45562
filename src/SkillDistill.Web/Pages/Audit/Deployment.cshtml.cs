using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>How everybody was informed, for the auditor.</summary>
[Authorize(PeopleAuthorization.Auditor)]
internal sealed class DeploymentModel(SkillDistillDb db) : PageModel
{
    public DeploymentHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => History = await DeploymentHistory.LoadAsync(db, cancellationToken);
}
