using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Erasures;

/// <summary>How far one's own erasure is, step by step.</summary>
internal sealed class ShowModel(SkillDistillDb db, CurrentPerson me) : PageModel
{
    public Erasure Erasure { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Id<Erasure> id, CancellationToken cancellationToken)
    {
        var own = await db.Erasures.AsNoTracking().Include(erasure => erasure.Steps).FirstOrDefaultAsync(erasure => erasure.Id == id && erasure.OwnerId == me.Id, cancellationToken);
        if (own is null)
        {
            return NotFound();
        }

        Erasure = own;
        return Page();
    }
}
