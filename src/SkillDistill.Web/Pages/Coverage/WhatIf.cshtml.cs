using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Coverage.Large;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>
/// What would fall below its target if these people left. Asking is an act that its subjects learn of, so it is posted and not an address: nobody is made to ask by a link.
/// </summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class WhatIfModel(CoverageOfTeam coverageOfTeam, ReadManagedTeams managed, LargeTeams largeTeams, KeepLooks keepLooks) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public Horizon Horizon { get; set; }

    [BindProperty]
    public List<Id<Person>> Without { get; set; } = [];

    public CoverageView View { get; private set; } = null!;

    /// <summary>Whoever of those asked about is named at this moment.</summary>
    public IReadOnlyList<Member> Chosen { get; private set; } = [];

    /// <summary>Null until it is asked.</summary>
    public CoverageFalls? Falls { get; private set; }

    /// <summary>Whether somebody was asked about who is not named here, for whatever reason.</summary>
    public bool LeftOut => Chosen.Count < Without.Distinct().Count();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await RefusedAsync(cancellationToken) ?? Page();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (await RefusedAsync(cancellationToken) is { } instead)
        {
            return instead;
        }

        Chosen = [.. View.People.Where(person => Without.Contains(person.PersonId))];
        var falls = WhatIf.Leave(View.Lines, Chosen.Select(person => person.PersonId).ToHashSet());
        if (falls.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        await keepLooks.LeavingAsync(Chosen.Select(person => person.PersonId), cancellationToken);
        Falls = falls.Value;
        return Page();
    }

    /// <returns>What is answered where it is no team of this manager's, or one of too many people to choose from; null where it was read.</returns>
    private async Task<IActionResult?> RefusedAsync(CancellationToken cancellationToken)
    {
        Team = managed.Choose(Team);
        if (await largeTeams.InsteadAsync(this, Team, cancellationToken) is { } instead)
        {
            return instead;
        }

        View = await coverageOfTeam.ReadAsync(Team!.Value, Horizon, cancellationToken);
        await keepLooks.AtAsync(View.People.Select(person => person.PersonId), cancellationToken);
        return null;
    }
}
