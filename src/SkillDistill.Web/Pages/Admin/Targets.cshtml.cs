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

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What one team should be able to do.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class TargetsModel(SkillDistillDb db, SetTargets set, IStringLocalizer<AdminText> text) : PageModel
{
    private const int Offered = 500;

    [BindProperty(SupportsGet = true)]
    public Id<Team>? Team { get; set; }

    [BindProperty]
    public TargetForm Form { get; set; } = new();

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public IReadOnlyList<TargetRow> Targets { get; private set; } = [];

    /// <summary>Names offered while a skill is typed.</summary>
    public IReadOnlyList<string> SkillNames { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Teams = await db.TeamRowsAsync(cancellationToken);
        Team ??= Teams.Count > 0 ? Teams[0].Team.Id : null;
        if (Team is { } id && Teams.All(row => row.Team.Id != id))
        {
            return NotFound();
        }

        var skills = await db.Skills.AsNoTracking().ToDictionaryAsync(skill => skill.Id, skill => skill.Label(CultureInfo.CurrentUICulture), cancellationToken);
        var targets = await db.Targets.AsNoTracking().Where(target => target.TeamId == Team).ToListAsync(cancellationToken);
        Targets = [.. targets.Select(target => new TargetRow(target.Id, skills[target.SkillId], target.Level, target.HeadCount)).OrderBy(row => row.Skill, StringComparer.CurrentCulture)];
        SkillNames = [.. skills.Values.Order(StringComparer.CurrentCulture).Take(Offered)];
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Team> team, CancellationToken cancellationToken)
    {
        if (!await db.Teams.AnyAsync(known => known.Id == team, cancellationToken))
        {
            return NotFound();
        }

        return ModelState.IsValid ? await AnswerAsync(await set.SetAsync(team, Form, cancellationToken), nameof(Form), cancellationToken) : await OnGetAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostChangeAsync(Id<Target> target, int level, int headCount, CancellationToken cancellationToken)
    {
        var changed = ModelState.IsValid ? await set.ChangeAsync(target, level, headCount, cancellationToken) : null;
        return changed is null ? NotFound() : await AnswerAsync(changed, null, cancellationToken);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Id<Target> target, CancellationToken cancellationToken)
    {
        if (!await set.RemoveAsync(target, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text["Target.Removed"]);
        return this.Again(new { Team });
    }

    private async Task<IActionResult> AnswerAsync(Outcome<Target> outcome, string? form, CancellationToken cancellationToken)
    {
        if (!outcome.Refused(out var refusal))
        {
            this.Say(text["Target.Saved"]);
            return this.Again(new { Team });
        }

        // A refusal of one of the rows has no field of its own to stand beside: it stands above all.
        ModelState.AddModelError(form is null || refusal.Field is null ? "" : $"{form}.{refusal.Field}", this.Sentence(refusal));
        return await OnGetAsync(cancellationToken);
    }
}

internal sealed record TargetRow(Id<Target> Id, string Skill, int Level, int HeadCount);
