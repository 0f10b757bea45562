using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Ask;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>Hands colleagues' questions on to somebody who may know, where their askers allow it.</summary>
internal sealed class HandOnModel(GapsForMe gaps, FindColleague find, IStringLocalizer<InterviewsText> text) : PageModel
{
    [BindProperty(SupportsGet = true, Name = "gap")]
    public List<Id<Gap>> Ids { get; set; } = [];

    /// <summary>A name, a job or a team to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<GapForMe> Rows { get; private set; } = [];

    public Colleagues Colleagues { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellationToken)
    {
        Rows = ModelState.IsValid ? await gaps.ToHandOnAsync(Ids, cancellationToken) : [];
        if (Rows.Count == 0)
        {
            return NotFound();
        }

        var near = await find.ReadAsync(Rows[0].Gap.Question, null, Q?.ToPlainLine(), cancellationToken) ?? new Colleagues([], [], Q);
        Colleagues = near with { Button = "/Pages/Interviews/Inbox/_HandOn.cshtml", Kept = [.. Rows.Select(row => ("gap", $"{row.Gap.Id}"))] };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Agent> agent, CancellationToken cancellationToken)
    {
        this.Say(ModelState.IsValid && await gaps.HandOnAsync(Ids, agent, cancellationToken) is { } name ? text["Said.HandedOn", name] : text["Said.NotHandedOn"]);
        return RedirectToPage("/Interviews/Inbox/Index");
    }
}
