using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Pages.Ask.Opinions;

/// <summary>Two answers to one question, beside each other and never merged. To everybody but their asker the page is not there.</summary>
internal sealed class OpinionModel(ReadOpinion read) : PageModel
{
    public OpinionView View { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(Id<SecondOpinion> id, CancellationToken cancellationToken)
    {
        if (await read.Async(id, cancellationToken) is not { } view)
        {
            return NotFound();
        }

        View = view;
        return Page();
    }

    /// <summary>One answer by itself, for the page to put in place when it is complete.</summary>
    public async Task<IActionResult> OnGetTurnAsync(Id<SecondOpinion> id, Id<Turn> turn, CancellationToken cancellationToken) =>
        await read.Async(id, cancellationToken) is { } view && view.Halves.FirstOrDefault(half => half?.View.Turn.Id == turn) is { } half ? Partial("/Pages/Ask/_Turn.cshtml", half) : NotFound();

    /// <summary>What the two rest on, for the page to put in place when both are complete.</summary>
    public async Task<IActionResult> OnGetComparedAsync(Id<SecondOpinion> id, CancellationToken cancellationToken) =>
        await read.Async(id, cancellationToken) is { } view ? Partial("_Compared", view) : NotFound();
}
