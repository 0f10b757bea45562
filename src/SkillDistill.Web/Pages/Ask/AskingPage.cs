using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// A page that takes a question. With script it goes on to the conversation at once and the answer streams in there; without, it waits for the
/// whole answer first.
/// </summary>
internal abstract class AskingPage(AnswerDesk desk) : PageModel
{
    protected AnswerDesk Desk { get; } = desk;

    [BindProperty(SupportsGet = true)]
    public string? Question { get; set; }

    /// <summary>Whether the owner may see who asks; for a new conversation.</summary>
    [BindProperty]
    public bool ShowMe { get; set; }

    /// <summary>Set by script: somebody will watch the answer come.</summary>
    [BindProperty]
    public bool Live { get; set; }

    protected async Task<IActionResult> AnsweredAsync(Outcome<Turn>? asked, Func<Task<IActionResult>> show, CancellationToken cancellationToken)
    {
        if (asked is null)
        {
            return NotFound();
        }

        if (asked.Refused(out var refusal))
        {
            this.Refuse(refusal);
            return await show();
        }

        if (!Live && Desk.Running(asked.Value.Id) is { } running)
        {
            await running.Ended.WaitAsync(DeskLimits.Patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return RedirectToPage("/Ask/Conversation", null, new { id = asked.Value.ConversationId }, $"turn-{asked.Value.Ordinal}");
    }
}

/// <param name="Label">What the asker should know before the first word: this is an AI, and whose notes it draws on.</param>
internal sealed record AskFormView(string? Question, string Label)
{
    /// <summary>What the owner will see of it; null where nobody else does.</summary>
    public string? Told { get; init; }

    /// <summary>The choice to be named, in words; null where it is none.</summary>
    public string? ShowMe { get; init; }

    public bool ShowsMe { get; init; }
}
