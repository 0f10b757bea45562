using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Pages.Questions;

namespace SkillDistill.Web.Pages.Ask.Opinions;

/// <summary>Whom to ask the same: first those whose cards come near the question, else whoever may be asked, by name.</summary>
internal sealed class ChooseModel(SkillDistillDb db, AskAgent ask, FindColleague find, AnswerDesk desk, IOptions<AskingOptions> asking) : PageModel
{
    /// <summary>A name or a job to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Set by script: somebody will watch the answer come.</summary>
    [BindProperty]
    public bool Live { get; set; }

    public AskerNames Names => asking.Value.Names;

    public Turn First { get; private set; } = null!;

    /// <summary>Null where it asks for a judgement about people: then nobody is named.</summary>
    public Colleagues? Colleagues { get; private set; }

    public async Task<IActionResult> OnGetAsync(Id<Turn> turn, CancellationToken cancellationToken)
    {
        if (await ask.FirstTurns().FirstOrDefaultAsync(known => known.Id == turn, cancellationToken) is not { State: TurnState.Answered } first)
        {
            return NotFound();
        }

        First = first;
        Q = Q?.ToPlainLine();
        var asked = await db.Conversations.Where(conversation => conversation.Id == first.ConversationId).Select(conversation => conversation.AgentId).FirstAsync(cancellationToken);
        Colleagues = first.VerdictReason == VerdictReason.AboutPeople ? null : await find.ReadAsync(first.Question, asked, Q, cancellationToken);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Id<Turn> turn, Id<Domain.Agents.Agent> agent, CancellationToken cancellationToken)
    {
        if (await ask.SecondAsync(turn, agent, cancellationToken) is not { } opinion)
        {
            return NotFound();
        }

        if (!Live && desk.Running(opinion.SecondId) is { } running)
        {
            await running.Ended.WaitAsync(DeskLimits.Patience, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        return RedirectToPage("/Ask/Opinions/Opinion", new { id = opinion.Id });
    }
}
