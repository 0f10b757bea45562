using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>One skill: its names, its place, whether it is in use, and what was done to it; or a new one.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class SkillModel(SkillDistillDb db, DefineSkill define, ChangeStanding stand, SkillHistory history, IStringLocalizer<TaxonomyText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Skill>? Id { get; set; }

    [BindProperty]
    public SkillForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>Null for a new one.</summary>
    public Skill? Known { get; private set; }

    /// <summary>What the skill above it is called, where that is out of use.</summary>
    public string? RetiredBroader { get; private set; }

    /// <summary>What the skill that took it in is called.</summary>
    public string? MergedInto { get; private set; }

    public IReadOnlyList<SkillChangeRow> History { get; private set; } = [];

    /// <summary>Its names in languages that the form does not have.</summary>
    public IEnumerable<IGrouping<string, SkillLabel>> Elsewhere =>
        (Known?.Labels ?? []).Where(label => !SkillForm.Languages.Contains(label.Language)).GroupBy(label => CultureInfo.GetCultureInfo(label.Language).DisplayName);

    /// <summary>How many of any team go when it is put out of use.</summary>
    public int Targets { get; private set; }

    /// <summary>Any name of the skill it should become part of.</summary>
    [BindProperty]
    public string? Into { get; set; }

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken) => ModelState.IsValid ? await ShowAsync(cancellationToken) : NotFound();

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (ModelState.IsValid)
        {
            var saved = await define.SaveAsync(Id, Form, cancellationToken);
            if (saved is null)
            {
                return NotFound();
            }

            if (!saved.Refused(out var refusal))
            {
                this.Say(text["Skill.Saved", saved.Value.Label(CultureInfo.CurrentUICulture)]);
                return RedirectToPage("Index");
            }

            this.Refuse(refusal, nameof(Form));
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostRetireAsync(CancellationToken cancellationToken) => StandAsync(() => stand.RetireAsync(Id!.Value, cancellationToken), "Skill.RetiredSaid", cancellationToken);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken cancellationToken) => StandAsync(() => stand.ReturnAsync(Id!.Value, cancellationToken), "Skill.ReturnedSaid", cancellationToken);

    /// <summary>Merging has a page of its own that says what moves.</summary>
    public async Task<IActionResult> OnPostMergeAsync(CancellationToken cancellationToken)
    {
        if (Id is null || await stand.WeighMergeAsync(Id.Value, Into, cancellationToken) is not { } weighed)
        {
            return NotFound();
        }

        return weighed.Refused(out var refusal)
            ? await RefuseAsync(refusal, null, cancellationToken)
            : RedirectToPage("Merge", new { Id, Into = weighed.Value.Into.Id });
    }

    private async Task<IActionResult> StandAsync(Func<Task<Outcome<Skill>?>> change, string said, CancellationToken cancellationToken)
    {
        if (Id is null || await change() is not { } outcome)
        {
            return NotFound();
        }

        if (!outcome.Refused(out var refusal))
        {
            this.Say(text[said, outcome.Value.Label(CultureInfo.CurrentUICulture)]);
            return RedirectToPage("Skill", new { Id = outcome.Value.Id });
        }

        return await RefuseAsync(refusal, refusal is SkillLabelTaken ? nameof(Form) : null, cancellationToken);
    }

    private async Task<IActionResult> RefuseAsync(Refusal refusal, string? form, CancellationToken cancellationToken)
    {
        if (refusal.Field is null)
        {
            // It was done already, perhaps by a second press, and its form has gone from the page with it.
            this.Say(this.Sentence(refusal));
            return RedirectToPage("Skill", new { Id });
        }

        // The other form of the page is shown as it is kept, and what was typed in this one stays.
        db.ChangeTracker.Clear();
        ModelState.Clear();
        this.Refuse(refusal, form);
        return await ShowAsync(cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(CancellationToken cancellationToken)
    {
        if (!await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Known is not null)
        {
            Form = SkillForm.Of(Known, await LabelAsync(Known.BroaderId, cancellationToken));
        }

        return Page();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        Known = Id is null ? null : await db.Skills.AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id, cancellationToken);
        Name = Known?.Label(CultureInfo.CurrentUICulture) ?? text["Skill.Add"];
        if (Known is null)
        {
            return Id is null;
        }

        RetiredBroader = Known.BroaderId is { } above && await db.Skills.AnyAsync(skill => skill.Id == above && skill.RetiredAt != null, cancellationToken) ? await LabelAsync(above, cancellationToken) : null;
        MergedInto = await LabelAsync(Known.MergedIntoId, cancellationToken);
        Targets = await db.Targets.CountAsync(target => target.SkillId == Known.Id, cancellationToken);
        History = await history.OfAsync(Known.Id, cancellationToken);
        return true;
    }

    private async Task<string?> LabelAsync(Id<Skill>? id, CancellationToken cancellationToken) =>
        id is null ? null : (await db.Skills.AsNoTracking().FirstOrDefaultAsync(skill => skill.Id == id, cancellationToken))?.Label(CultureInfo.CurrentUICulture);
}
