using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Everybody in the organisation, by name.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class IndexModel(SkillDistillDb db, DeploymentGate gate) : PageModel
{
    private const int PageSize = 25;

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    public IReadOnlyList<PersonRow> People { get; private set; } = [];

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    /// <summary>Whether it is on record that everybody was informed. Until then the admin is told what to do about it.</summary>
    public bool IsOpen { get; private set; }

    public int Total { get; private set; }

    public Pager Pager => new(P, PageSize, Total);

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        IsOpen = await gate.IsOpenAsync(cancellationToken);
        Teams = await db.TeamRowsAsync(cancellationToken);
        var people = db.People.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(Q))
        {
            var pattern = SearchPattern.Containing(Q);
            people = people.Where(person => EF.Functions.Like(SkillDistillDb.Lower(person.Name), pattern, SearchPattern.Escape) || EF.Functions.Like(person.Email, pattern, SearchPattern.Escape));
        }

        if (Team is { } team)
        {
            people = people.Where(person => person.TeamId == team);
        }

        Total = await people.CountAsync(cancellationToken);
        P = Math.Clamp(P, 1, Pager.Last);
        People = await people.OrderBy(person => person.Name).ThenBy(person => person.Id).Skip((P - 1) * PageSize).Take(PageSize)
            .Select(person => new PersonRow(
                person.Id,
                person.Name,
                person.Email,
                person.JobTitle,
                db.Teams.Where(known => known.Id == person.TeamId).Select(known => known.Name).FirstOrDefault(),
                person.IsAdmin,
                person.IsAuditor,
                person.DeactivatedAt != null))
            .ToListAsync(cancellationToken);
    }
}

internal sealed record PersonRow(Id<Person> Id, string Name, string Email, string JobTitle, string? Team, bool IsAdmin, bool IsAuditor, bool IsAway);
