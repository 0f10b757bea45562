using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>What the work of a team is: the evidence beside the choice, and what was decided before.</summary>
[Authorize(PeopleAuthorization.Manager)]
internal sealed class DecideModel(ReadEvidence evidence, ReadDecisions read, RecordDecision record, CurrentPerson me, IStringLocalizer<DecisionsText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty]
    public DecisionKind? Kind { get; set; }

    [BindProperty]
    public string? Text { get; set; }

    /// <summary>The number of the last decision when the page was shown.</summary>
    [BindProperty]
    public int After { get; set; }

    public Evidence Evidence { get; private set; } = null!;

    /// <summary>The newest first.</summary>
    public IReadOnlyList<DecisionRow> Rows { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!IsMine)
        {
            return NotFound();
        }

        await ShowAsync(cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!IsMine)
        {
            return NotFound();
        }

        var recorded = await record.RecordAsync(Team!.Value, Kind, Text, After, cancellationToken);
        if (recorded.Refused(out var refusal))
        {
            this.Refuse(refusal);
            await ShowAsync(cancellationToken);
            return Page();
        }

        this.Say(text["Said"]);
        return this.Again(new { Team });
    }

    /// <summary>Whether the team is one of the manager's; where none is said, the first of them.</summary>
    private bool IsMine
    {
        get
        {
            Team ??= ModelState.GetFieldValidationState(nameof(Team)) == Microsoft.AspNetCore.Mvc.ModelBinding.ModelValidationState.Invalid ? null : me.ManagedTeams[0];
            return Team is { } team && me.ManagedTeams.Contains(team);
        }
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        Evidence = await evidence.ReadAsync(Team!.Value, cancellationToken);
        Rows = (await read.OfAsync([Team.Value], cancellationToken)).SelectMany(team => team.Rows).ToList();

        // The form holds the number as it was posted; whoever was told of another decision has read it now.
        ModelState.Remove(nameof(After));
        After = Rows.Count > 0 ? Rows[0].Decision.Number : 0;
    }
}
