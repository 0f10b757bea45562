using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;
using SkillDistill.Web.Pages.Questions;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>One agent, ready to be asked.</summary>
internal sealed class AgentModel(SkillDistillDb db, ReadDirectory directory, AskAgent ask, AnswerDesk desk, IOptions<AskingOptions> asking, CurrentPerson me, TimeProvider clock) : AskingPage(desk)
{
    private const int TopicsShown = 12;

    public AskerNames Names => asking.Value.Names;

    public AgentView Agent { get; private set; } = null!;

    public IReadOnlyList<Topic> Topics { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(Id<Domain.Agents.Agent> agentId, CancellationToken cancellationToken) => await ShowAsync(agentId, cancellationToken);

    public async Task<IActionResult> OnPostAsync(Id<Domain.Agents.Agent> agentId, CancellationToken cancellationToken) =>
        await AnsweredAsync(await ask.StartAsync(agentId, Question ?? "", ShowMe, cancellationToken), () => ShowAsync(agentId, cancellationToken), cancellationToken);

    private async Task<IActionResult> ShowAsync(Id<Domain.Agents.Agent> agentId, CancellationToken cancellationToken)
    {
        if (await directory.FindAsync(agentId, cancellationToken) is not { } known)
        {
            return NotFound();
        }

        Agent = known;
        Topics = await db.PermittedCards(me.Asker, clock.GetUtcNow()).Where(row => row.AgentId == agentId)
            .OrderByDescending(row => row.Card.ConfirmedAt).Take(TopicsShown)
            .Select(row => new Topic(row.Revision.Text.Kind, row.Revision.Text.Title)).ToListAsync(cancellationToken);
        return Page();
    }
}

internal sealed record Topic(CardKind Kind, string Title);
