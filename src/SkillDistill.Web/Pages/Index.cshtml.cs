using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages;

/// <summary>Sends each person to where their work is: the admin to a new house, the auditor to what is audited, owners to their profile, everybody else to Ask.</summary>
internal sealed class IndexModel(SkillDistillDb db, CurrentPerson me) : PageModel
{
    public async Task<RedirectToPageResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (me.IsAdmin)
        {
            return RedirectToPage("/Admin/Index");
        }

        if (me.IsAuditor)
        {
            return RedirectToPage("/Audit/Index");
        }

        return await db.Cards.AnyAsync(card => card.OwnerId == me.Id, cancellationToken) || !await db.Agents.AnyAsync(agent => agent.PublishedVersionId != null, cancellationToken)
            ? RedirectToPage("/Profiles/Index")
            : RedirectToPage("/Ask/Index");
    }
}
