using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Hosting;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>The calm queue: what colleagues would not do, for its owner to settle; what was settled; and what the person said to others. Nobody else sees any of it.</summary>
internal sealed class IndexModel(SkillDistillDb db, ReadDisagreements read, Disagree disagree, SkillLabels skills, CurrentPerson me, IStringLocalizer<DisagreementsText> text) : PageModel
{
    public IReadOnlyList<DisagreementRow> Open { get; private set; } = [];

    public IReadOnlyList<DisagreementRow> Settled { get; private set; } = [];

    public IReadOnlyList<DisagreementRow> Sent { get; private set; } = [];

    public IReadOnlyList<DisputedSkill> Skills { get; private set; } = [];

    /// <summary>Whether colleagues must give their name; null for who has no agent.</summary>
    public bool? NamedOnly { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellationToken)
    {
        Open = await read.OpenAsync(cancellationToken);
        Settled = await read.SettledAsync(cancellationToken);
        Sent = await read.SentAsync(cancellationToken);
        Skills = await read.BySkillAsync(skills, cancellationToken);
        NamedOnly = await db.Agents.Where(agent => agent.OwnerId == me.Id).Select(agent => (bool?)agent.TakesNamedOnly).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<IActionResult> OnPostTakeBackAsync(Id<Disagreement> disagreement, CancellationToken cancellationToken)
    {
        await disagree.TakeBackAsync(disagreement, cancellationToken);
        return this.Again();
    }

    public async Task<IActionResult> OnPostNamedOnlyAsync(bool namedOnly, CancellationToken cancellationToken)
    {
        if (await db.Agents.FirstOrDefaultAsync(agent => agent.OwnerId == me.Id, cancellationToken) is { } agent)
        {
            agent.TakeDisagreements(namedOnly);
            await db.SaveChangesAsync(cancellationToken);
            this.Say(text[namedOnly ? "NamedOnly.On" : "NamedOnly.Off"]);
        }

        return this.Again();
    }
}
