using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Sources;

internal sealed class IndexModel(SkillDistillDb db, CurrentPerson me) : PageModel
{
    public IReadOnlyList<SourceRow> Rows { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) => Rows = await db.OwnSources(me.Id).ToListAsync(cancellationToken);
}
