using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Audit;

/// <summary>The control register: each rule, the tests that enforce it, and what the build last said of them.</summary>
[Authorize(PeopleAuthorization.Auditor)]
internal sealed class IndexModel(ControlResults results, AuditExport export, TimeProvider clock) : PageModel
{
    public BuildResults? Build { get; private set; }

    public IReadOnlyList<AuditedControl> Controls { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Build = await results.ReadAsync(cancellationToken);
        Controls = AuditedControl.All(Build);
    }

    public async Task<IActionResult> OnGetExportAsync(CancellationToken cancellationToken) =>
        File(await export.WriteAsync(cancellationToken), "application/json", $"skilldistill-audit-{clock.GetUtcNow():yyyy-MM-dd}.json");

    public int Count(ControlOutcome outcome) => Controls.Count(control => control.Outcome == outcome);
}
