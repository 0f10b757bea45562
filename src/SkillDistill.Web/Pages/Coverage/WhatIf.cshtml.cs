using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>
/// What would fall below its target if these people left. Asking is an act that its subjects learn of, so it is posted and not an address: nobody is made to ask by a link.
/// </summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class WhatIfModel(ReadWhatIf read, ReadManagedTeams managed, KeepLooks keepLooks) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public Horizon Horizon { get; set; }

    [BindProperty]
    public List<Id<Person>> Without { get; set; } = [];

    /// <summary>Part of a name that is looked for in a team of too many people to choose from.</summary>
    [BindProperty]
    public string? Called { get; set; }

    public WhatIfOfTeam Known { get; private set; } = null!;

    /// <summary>Whoever of those asked about is named at this moment.</summary>
    public IReadOnlyList<Member> Chosen { get; private set; } = [];

    /// <summary>Null until it is asked.</summary>
    public CoverageFalls? Falls { get; private set; }

    /// <summary>Whether somebody was asked about who is not named here, for whatever reason.</summary>
    public bool LeftOut => Chosen.Count < Without.Distinct().Count();

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => await ReadAsync(cancellationToken) ? Page() : NotFound();

    /// <summary>Looks for somebody by name; whoever was chosen stays.</summary>
    public Task<IActionResult> OnPostFindAsync(CancellationToken cancellationToken) => OnGetAsync(cancellationToken);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!await ReadAsync(cancellationToken))
        {
            return NotFound();
        }

        var falls = WhatIf.Leave(Known.View.Lines, Chosen.Select(person => person.PersonId).ToHashSet());
        if (falls.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return Page();
        }

        await keepLooks.LeavingAsync(Chosen.Select(person => person.PersonId), cancellationToken);
        Falls = falls.Value;
        return Page();
    }

    /// <returns>False where it is no team of this manager's.</returns>
    private async Task<bool> ReadAsync(CancellationToken cancellationToken)
    {
        Team = ModelState.IsValid ? managed.Choose(Team) : null;
        if (Team is not { } team)
        {
            return false;
        }

        Known = await read.OfAsync(team, Horizon, Called, Without, cancellationToken);
        Chosen = [.. Known.People.Where(person => Without.Contains(person.PersonId))];
        await keepLooks.AtAsync(Known.People.Select(person => person.PersonId), cancellationToken);
        return true;
    }
}
