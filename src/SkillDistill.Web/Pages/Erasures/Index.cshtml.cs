using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Erasures;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>Where one has things of one's own erased, and what one has had erased.</summary>
internal sealed class IndexModel(SkillDistillDb db, CurrentPerson me) : PageModel
{
    private const int Shown = 50;

    public IReadOnlyList<Erasure> Erasures { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        Erasures = await db.Erasures.AsNoTracking().Include(erasure => erasure.Steps).Where(erasure => erasure.OwnerId == me.Id)
            .OrderByDescending(erasure => erasure.RequestedAt).ThenByDescending(erasure => erasure.Id).Take(Shown).ToListAsync(cancellationToken);
}
