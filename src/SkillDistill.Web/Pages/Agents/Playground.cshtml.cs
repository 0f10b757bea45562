using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Admin;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// The owner asks a version of their own agent as somebody else would, and sees how the answer came about. The answer is shown in reply to the form instead of after a
/// redirect: nothing is kept to which one could lead, and a question does not belong in an address.
/// </summary>
internal sealed class PlaygroundModel(SkillDistillDb db, ExplainAnswer explain, AskAgent ask, ModelRecipient recipient, CurrentPerson me) : PageModel
{
    public int Number { get; private set; }

    [BindProperty]
    public string? Question { get; set; }

    [BindProperty]
    public Pretending As { get; set; }

    [BindProperty]
    public Guid? Team { get; set; }

    public IReadOnlyList<TeamRow> Teams { get; private set; } = [];

    public ExplainedAnswer? Explained { get; private set; }

    /// <summary>Who words answers where the owner agreed to it; null where everything stays here anyway.</summary>
    public string? Recipient => recipient.Name;

    /// <param name="about">A holdout answer of the owner's, whose question is to be asked.</param>
    public async Task<IActionResult> OnGetAsync(int number, Id<InterviewAnswer>? about, CancellationToken cancellationToken)
    {
        if (about is { } id)
        {
            Question = (await db.InterviewAnswers.AsNoTracking().FirstOrDefaultAsync(
                answer => answer.Id == id && db.Interviews.Any(interview => interview.Id == answer.InterviewId && interview.OwnerId == me.Id), cancellationToken))?.Parts["question"];
        }

        return await ShowAsync(number, cancellationToken);
    }

    public async Task<IActionResult> OnPostAsync(int number, CancellationToken cancellationToken)
    {
        if (await explain.AsAsync(number, As, Team, Question ?? "", cancellationToken) is not { } outcome)
        {
            return NotFound();
        }

        if (outcome.Refused(out var refusal))
        {
            this.Refuse(refusal);
        }
        else
        {
            Explained = outcome.Value;
        }

        return await ShowAsync(number, cancellationToken);
    }

    private async Task<IActionResult> ShowAsync(int number, CancellationToken cancellationToken)
    {
        (Number, Teams) = (number, await db.TeamRowsAsync(cancellationToken));
        Team ??= me.Asker.Lineage.Select(team => (Guid?)team.Value).FirstOrDefault();
        return await ask.OwnVersions().AnyAsync(version => version.Number == number, cancellationToken) ? Page() : NotFound();
    }
}
