using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Whether everything that answers were given to draw on is still permitted: the agent, and each of its cards.</summary>
internal sealed class StillPermitted(SkillDistillDb db, TimeProvider clock)
{
    public async Task<bool> HoldsAsync(AnswerGround ground, CancellationToken cancellationToken) => (await LostAsync([ground], cancellationToken)).Count == 0;

    /// <returns>Those that may not be answered any more.</returns>
    public async Task<IReadOnlySet<AnswerGround>> LostAsync(IReadOnlyCollection<AnswerGround> grounds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        // The askers' teams may have changed too, so they are looked up anew.
        var askers = await db.AskersAsync([.. grounds.Where(ground => !ground.Source.IsTrial).Select(ground => ground.Source.Asker.PersonId).Distinct()], cancellationToken);
        var lost = new HashSet<AnswerGround>();

        // What colleagues may see depends on their teams and not on themselves: however many of one team ask an agent, it is looked up once.
        foreach (var alike in grounds.GroupBy(ground => (ground.Source.AgentId, ground.Source.VersionId, ground.Source.IsTrial, TeamOf(askers.GetValueOrDefault(ground.Source.Asker.PersonId)))))
        {
            var source = alike.First().Source;
            var permitted = await CardsAsync(source with { Asker = askers.GetValueOrDefault(source.Asker.PersonId, source.Asker) }, now, cancellationToken);
            lost.UnionWith(alike.Where(ground => permitted is null || !ground.Cards.All(permitted.Contains)));
        }

        return lost;
    }

    private static Id<Team>? TeamOf(Asker? asker) => asker?.Lineage is [var team, ..] ? team : null;

    /// <returns>Null where the agent may not answer at all.</returns>
    private async Task<HashSet<Id<Card>>?> CardsAsync(AnswerSource source, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!await db.MayAnswerAsync(source, now, cancellationToken))
        {
            return null;
        }

        return source.IsTrial
            ? await db.OnTrial(source, now).Select(row => row.Card.Id).ToHashSetAsync(cancellationToken)
            : await db.Permitted(source, now).Select(row => row.Card.Id).ToHashSetAsync(cancellationToken);
    }
}
