using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>Where a manager's teams are thin. It leads to nobody's words.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class IndexModel(CoverageOfTeam coverageOfTeam, KeepLooks keepLooks, CoverageSheet sheet, SkillDistillDb db, CurrentPerson me, TimeProvider clock, IStringLocalizer<CoverageText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    /// <summary>How far ahead, in months: now, 6 or 18.</summary>
    [BindProperty(SupportsGet = true)]
    public Horizon Horizon { get; set; }

    /// <summary>The managed teams in the order of the tree, each with how deep it lies.</summary>
    public IReadOnlyList<(Id<Team> Id, string Name, int Depth)> Teams { get; private set; } = [];

    public CoverageView View { get; private set; } = null!;

    public string Sentence { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var tree = new TeamTree(teams);
        var managed = me.ManagedTeams.ToHashSet();
        Teams = [.. me.ManagedTeams.Select(id => (id, teams.Single(team => team.Id == id).Name, tree.Lineage(id).Count(managed.Contains) - 1))];
        Sentence = Summarise();
        return Page();
    }

    /// <summary>What the page says, as a sheet. Whoever stands in it is told of the look as on the page.</summary>
    public async Task<IActionResult> OnGetSheetAsync(CancellationToken cancellationToken) =>
        await ReadAsync(cancellationToken) ? File(sheet.Write(View), Sheets.MediaType, $"coverage-{clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}.csv") : NotFound();

    /// <returns>False where it is no team of this manager's.</returns>
    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || (Team is { } asked && !me.ManagedTeams.Contains(asked)))
        {
            return false;
        }

        Team ??= me.ManagedTeams[0];
        View = await coverageOfTeam.ReadAsync(Team.Value, Horizon, cancellationToken);
        await keepLooks.AtAsync(View.Rows.Select(person => person.PersonId), cancellationToken);
        return true;
    }

    private string Summarise()
    {
        var (gaps, single, thin) = (View.Count(CoverageState.Gap), View.Count(CoverageState.SinglePointOfFailure), View.Count(CoverageState.Thin));
        if (View.Lines.All(line => line.State == CoverageState.NoTarget))
        {
            return text["Sentence.NoTargets", View.TeamName];
        }

        if (gaps + single + thin == 0)
        {
            return text["Sentence.Covered", View.TeamName];
        }

        var parts = new[] { (gaps, "Gaps"), (single, "Singles"), (thin, "Thins") }.Where(part => part.Item1 > 0)
            .Select(part => text[$"Sentence.{part.Item2}.{(part.Item1 == 1 ? "One" : "Many")}", part.Item1].Value);
        return text["Sentence", View.TeamName, string.Join(text["Sentence.Comma"], parts), View.Label(View.Lines[0].SkillId)];
    }
}
