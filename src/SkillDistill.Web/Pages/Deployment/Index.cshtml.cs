using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Data;

namespace SkillDistill.Web.Pages.Deployment;

/// <summary>How everybody here was informed: open to everybody here.</summary>
internal sealed class IndexModel(SkillDistillDb db) : PageModel
{
    public DeploymentHistory History { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken cancellationToken) => History = await DeploymentHistory.LoadAsync(db, cancellationToken);
}
