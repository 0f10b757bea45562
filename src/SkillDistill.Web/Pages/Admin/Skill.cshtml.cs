using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>One skill's names, or those of a new one.</summary>
[Authorize(PeopleAuthorization.Admin)]
internal sealed class SkillModel(SkillDistillDb db, DefineSkill define, IStringLocalizer<AdminText> text) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Id<Skill>? Id { get; set; }

    [BindProperty]
    public SkillForm Form { get; set; } = new();

    public string Name { get; private set; } = "";

    /// <summary>Skills that stand at the top, and the one that this skill is under now.</summary>
    public IReadOnlyList<SelectListItem> Broader { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await LoadAsync(cancellationToken))
        {
            return NotFound();
        }

        if (Id is not null)
        {
            Form = SkillForm.Of(await db.Skills.AsNoTracking().SingleAsync(skill => skill.Id == Id, cancellationToken));
        }

        return Page();
    }

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
                return RedirectToPage("Skills");
            }

            this.Refuse(refusal, nameof(Form));
        }

        return await LoadAsync(cancellationToken) ? Page() : NotFound();
    }

    private async Task<bool> LoadAsync(CancellationToken cancellationToken)
    {
        var skill = Id is null ? null : await db.Skills.AsNoTracking().FirstOrDefaultAsync(known => known.Id == Id, cancellationToken);
        Name = skill?.Label(CultureInfo.CurrentUICulture) ?? text["Skill.Add"];
        var current = skill?.BroaderId;
        var tops = await db.Skills.AsNoTracking().Where(known => (known.BroaderId == null || known.Id == current) && known.Id != Id).ToListAsync(cancellationToken);
        Broader = [.. tops.Select(top => new SelectListItem(top.Label(CultureInfo.CurrentUICulture), top.Id.ToString())).OrderBy(item => item.Text, StringComparer.CurrentCulture)];
        return Id is null || skill is not null;
    }
}
