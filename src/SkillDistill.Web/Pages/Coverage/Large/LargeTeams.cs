using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage.Large;

/// <summary>Which teams are so large that their coverage is shown from kept numbers.</summary>
internal sealed class LargeTeams(SkillDistillDb db, CurrentPerson me, IOptions<CoverageOptions> options)
{
    private bool IsLarge(int people) => people > options.Value.LargeTeam;

    /// <summary>What is answered in the place of a page that reads everybody of a team; null where it may.</summary>
    /// <param name="page">The one that is asked for.</param>
    /// <param name="team">Null where it is none of the signed-in manager's.</param>
    /// <param name="filter">What the address asks for, which is taken along.</param>
    /// <param name="cancellationToken">As everywhere.</param>
    public async Task<IActionResult?> InsteadAsync(PageModel page, Id<Team>? team, CoverageFilter filter, CancellationToken cancellationToken) =>
        !page.ModelState.IsValid || team is not { } known ? page.NotFound() : await IncludeAsync(known, cancellationToken) ? page.RedirectToPage("Large", filter.WithoutPicture().Routes(known)) : null;

    /// <param name="team">One that the signed-in manager manages.</param>
    public async Task<bool> IncludeAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        if (await db.CoverageTotals.Where(total => total.TeamId == team).Select(total => (int?)total.People).SingleOrDefaultAsync(cancellationToken) is { } kept)
        {
            return IsLarge(kept);
        }

        // Not reckoned yet, after the update or since the team was formed.
        var branch = me.Teams.Branch(team).ToList();
        return IsLarge(await db.People.CountAsync(person => person.DeactivatedAt == null && person.TeamId != null && branch.Contains(person.TeamId!.Value), cancellationToken));
    }
}
