using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin.Taxonomy;

/// <summary>The one step before a skill becomes part of another, which cannot be undone.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class MergeModel(ChangeStanding stand, IStringLocalizer<TaxonomyText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Skill> Id { get; set; }

    [BindProperty(SupportsGet = true)]
    public Id<Skill> Into { get; set; }

    public SkillMerge Merge { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await stand.WeighMergeAsync(Id, Into, cancellationToken) is not { } weighed)
        {
            return NotFound();
        }

        if (weighed.Refused(out var refusal))
        {
            return Back(refusal);
        }

        Merge = weighed.Value;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await stand.MergeAsync(Id, Into, cancellationToken) is not { } merged)
        {
            return NotFound();
        }

        if (merged.Refused(out var refusal))
        {
            return Back(refusal);
        }

        this.Say(text["Skill.MergedSaid", merged.Value.Label(CultureInfo.CurrentUICulture)]);
        return RedirectToPage("Skill", new { Id = Into });
    }

    /// <summary>To the skill, which shows how it stands meanwhile.</summary>
    private RedirectToPageResult Back(Refusal refusal)
    {
        this.Say(text["Merge.NothingDone", this.Sentence(refusal)]);
        return RedirectToPage("Skill", new { Id });
    }
}
