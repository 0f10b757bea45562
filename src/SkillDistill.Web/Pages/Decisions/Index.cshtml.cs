using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain;
using SkillDistill.Domain.Decisions;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>What was decided about the signed-in person's team and those above, and what they and others of it say to that.</summary>
internal sealed class IndexModel(ReadDecisions read, CommentOnDecision comment, IStringLocalizer<DecisionsText> text) : PageModel
{
    /// <summary>What was typed and refused, and to which decision.</summary>
    public (Id<Decision> Decision, string? Text)? Tried { get; private set; }

    public IReadOnlyList<TeamDecisions> Teams { get; private set; } = [];

    /// <summary>One's own words where the decision itself is not to be read any more.</summary>
    public IReadOnlyList<OwnWords> Elsewhere { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancellationToken) =>
        (Teams, Elsewhere) = (await read.OfAsync(read.Readable, cancellationToken), await read.ElsewhereAsync(cancellationToken));

    public async Task<IActionResult> OnPostCommentAsync(Id<Decision> decision, string? words, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || await comment.WriteAsync(decision, words, cancellationToken) is not { } written)
        {
            return NotFound();
        }

        if (written.Refused(out var refusal))
        {
            Tried = (decision, words);
            ModelState.AddModelError($"words-{decision}", this.Sentence(refusal));
            await OnGetAsync(cancellationToken);
            return Page();
        }

        this.Say(text["Comment.Said"]);
        return this.RedirectToPage(null, null, null, $"d-{decision}");
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Id<DecisionComment> id, CancellationToken cancellationToken)
    {
        if (!ModelState.IsValid || !await comment.TakeBackAsync(id, cancellationToken))
        {
            return NotFound();
        }

        this.Say(text["Comment.TakenBack"]);
        return this.Again();
    }
}
