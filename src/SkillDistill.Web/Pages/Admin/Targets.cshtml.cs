using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin.Taxonomy;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;
using SkillDistill.Web.Pages.Sources;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What one team should be able to do, now and later.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class TargetsModel(SkillDistillDb db, SetTargets set, ReadTargets read, SkillLabels labels, IStringLocalizer<AdminText> text) : PageModel
{
    /// <summary>Names offered while a skill is typed.</summary>
    public const int Offered = 500;

    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty]
    public TargetForm Form { get; set; } = new();

    /// <summary>Which of those that were offered is meant by what was typed.</summary>
    [BindProperty]
    public string? Meant { get; set; }

    /// <summary>Skills that could be meant by a name that none has.</summary>
    public IReadOnlyList<Pick> Matches { get; private set; } = [];

    /// <summary>What becomes of those that are ticked.</summary>
    [BindProperty]
    public TargetChange Bulk { get; set; } = new();

    [BindProperty]
    public List<Id<Target>> Ticked { get; set; } = [];

    /// <summary>What was typed into a row and refused.</summary>
    public (Id<Target> Target, TargetChange Typed)? Tried { get; private set; }

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public TargetsView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Teams = await db.TeamRowsAsync(cancellationToken);
        Team ??= Teams.Count > 0 ? Teams[0].Team.Id : null;
        if (Team is { } id && Teams.All(row => row.Team.Id != id))
        {
            return NotFound();
        }

        View = await read.ReadAsync(Team, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        if (!await db.Teams.AnyAsync(known => known.Id == team, cancellationToken))
        {
            return NotFound();
        }

        if (!string.IsNullOrWhiteSpace(Meant))
        {
            ModelState.Remove($"{nameof(Form)}.{nameof(Form.Skill)}");
            Form.Skill = Meant;
        }

        var outcome = ModelState.IsValid ? await set.SetAsync(team, Form, cancellationToken) : null;
        Matches = outcome?.Refusal is SkillUnknown ? await labels.FindAsync(Form.Skill, cancellationToken) : [];
        return outcome is null ? await OnGetAsync(cancellationToken) : await AnswerAsync(outcome, nameof(Form), "Target.Saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostChangeAsync(Id<Target> target, int level, int headCount, DateOnly? dueOn, TargetReach reach, string? seen, CancellationToken cancellationToken)
    {
        var typed = new TargetChange { Level = level, HeadCount = headCount, Due = dueOn is null ? DueChoice.Now : DueChoice.Day, DueOn = dueOn, Reach = reach };
        Tried = (target, typed);
        if (ModelState.IsValid)
        {
            return await AnswerAsync(await set.ChangeOneAsync(target, typed, seen, cancellationToken), null, "Target.Saved", cancellationToken);
        }

        // A row has no place of its own for a sentence.
        var unreadable = ModelState.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage).First();
        ModelState.Clear();
        ModelState.AddModelError("", unreadable);
        return await OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Id<Target> target, CancellationToken cancellationToken)
    {
        this.Say(text[await set.RemoveAsync([target], cancellationToken) == 0 ? "Target.RemovedBefore" : "Target.Removed"]);
        return this.Again(new { Team });
    }

    /// <summary>Several at once, all of them or none.</summary>
    public async Task<IActionResult> OnPostBulkAsync(CancellationToken cancellationToken)
    {
        if (ModelState.GetFieldValidationState(nameof(Ticked)) == ModelValidationState.Invalid)
        {
            return NotFound();
        }

        var changed = ModelState.IsValid ? await set.ChangeAsync(Ticked, Bulk, cancellationToken) ?? new ChangedMeanwhile() : null;
        return changed is null ? await OnGetAsync(cancellationToken) : await AnswerAsync(changed, nameof(Bulk), "Targets.Saved", cancellationToken);
    }

    public async Task<IActionResult> OnPostBulkRemoveAsync(CancellationToken cancellationToken)
    {
        if (Ticked.Count == 0)
        {
            this.Refuse(new NothingTicked());
            return await OnGetAsync(cancellationToken);
        }

        this.Say(text["Targets.Removed", await set.RemoveAsync(Ticked, cancellationToken)]);
        return this.Again(new { Team });
    }

    /// <summary>A target of the team's own in the place of one from above.</summary>
    public async Task<IActionResult> OnPostOverrideAsync(Id<Team> team, Id<Target> above, bool nobody, CancellationToken cancellationToken)
    {
        var own = ModelState.IsValid ? await set.OverrideAsync(team, above, nobody, cancellationToken) : null;
        return own is null ? NotFound() : await AnswerAsync(own, null, nobody ? "Target.NotHere.Said" : "Target.Own.Said", cancellationToken);
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Target> outcome, string? form, string said, CancellationToken cancellationToken)
    {
        if (!outcome.Refused(out var refusal))
        {
            this.Say(text[said]);
            return this.Again(new { Team });
        }

        // A refusal of one of the rows has no field of its own to stand beside: it stands above all.
        ModelState.AddModelError(form is null || refusal.Field is null ? "" : $"{form}.{refusal.Field}", this.Sentence(refusal));
        return await OnGetAsync(cancellationToken);
    }
}
