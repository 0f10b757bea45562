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
internal sealed class ChooseModel(SkillDistillDb db, AskAgent ask, FindKnowledge find, AnswerDesk desk, IOptions<AskingOptions> asking) : PageModel
{
    private const int NearShown = 6;
    private const int OthersShown = 50;

    /// <summary>A name or a job to look for.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    /// <summary>Set by script: somebody will watch the answer come.</summary>
    [BindProperty]
    public bool Live { get; set; }

    public AskerNames Names => asking.Value.Names;

    public Turn First { get; private set; } = null!;

    /// <summary>Those with cards near the question, the nearest first.</summary>
    public IReadOnlyList<Finding> Near { get; private set; } = [];

    public IReadOnlyList<AgentView> Others { get; private set; } = [];

    /// <summary>Whether it asks for a judgement about people: then nobody is named.</summary>
    public bool IsAboutPeople { get; private set; }

    public async Task<IActionResult> OnGetAsync(Id<Turn> turn, CancellationToken cancellationToken)
    {
        if (await ask.FirstTurns().FirstOrDefaultAsync(known => known.Id == turn, cancellationToken) is not { State: TurnState.Answered } first)
        {
            return NotFound();
        }

        First = first;
        Q = Q?.ToPlainLine();
        var asked = await db.Conversations.Where(conversation => conversation.Id == first.ConversationId).Select(conversation => conversation.AgentId).FirstAsync(cancellationToken);
        if (await find.SearchAsync(first.Question, cancellationToken) is not { } found || first.VerdictReason == VerdictReason.AboutPeople)
        {
            IsAboutPeople = true;
            return Page();
        }

        Near = [.. found.Where(finding => finding.Cards.Count > 0 && finding.Agent.Id != asked).Take(NearShown)];
        Others = [.. (await find.DirectoryAsync(cancellationToken)).Where(agent => agent.Id != asked && (Q is { Length: > 0 } ? IsMeant(agent, Q) : Near.All(finding => finding.Agent.Id != agent.Id))).Take(OthersShown)];
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

    private static bool IsMeant(AgentView agent, string words) =>
        agent.Name.Contains(words, StringComparison.CurrentCultureIgnoreCase) || agent.JobTitle.Contains(words, StringComparison.CurrentCultureIgnoreCase) || agent.TeamName.Contains(words, StringComparison.CurrentCultureIgnoreCase);
}
