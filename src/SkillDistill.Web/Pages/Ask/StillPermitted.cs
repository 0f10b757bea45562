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
    public async Task<IReadOnlyCollection<AnswerGround>> LostAsync(IReadOnlyCollection<AnswerGround> grounds, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var lost = new List<AnswerGround>();
        var lineages = await LineagesAsync([.. grounds.Where(ground => !ground.Source.IsTrial).Select(ground => ground.Source.Asker.PersonId).Distinct()], cancellationToken);

        // What colleagues may see depends on their teams and not on themselves: however many of one team ask an agent, it is looked up once.
        foreach (var alike in grounds.GroupBy(ground => (ground.Source.AgentId, ground.Source.VersionId, ground.Source.IsTrial, TeamOf(lineages, ground.Source.Asker.PersonId))))
        {
            var source = alike.First().Source;
            var asker = source.Asker with { Lineage = lineages.GetValueOrDefault(source.Asker.PersonId, []) };
            var permitted = await CardsAsync(source with { Asker = asker }, now, cancellationToken);
            lost.AddRange(alike.Where(ground => permitted is null || !ground.Cards.All(permitted.Contains)));
        }

        return lost;
    }

    private static Id<Team>? TeamOf(Dictionary<Id<Person>, IReadOnlyList<Id<Team>>> lineages, Id<Person> asker) => lineages.GetValueOrDefault(asker) is [var team, ..] ? team : null;

    /// <summary>The asker's team may have changed too, so it is looked up anew.</summary>
    private async Task<Dictionary<Id<Person>, IReadOnlyList<Id<Team>>>> LineagesAsync(List<Id<Person>> askers, CancellationToken cancellationToken)
    {
        var people = await db.People.Where(person => askers.Contains(person.Id) && person.DeactivatedAt == null).Select(person => new { person.Id, person.TeamId }).ToListAsync(cancellationToken);
        var tree = new TeamTree(people.Count > 0 ? await db.Teams.AsNoTracking().ToListAsync(cancellationToken) : []);
        return people.ToDictionary(person => person.Id, person => tree.Lineage(person.TeamId));
    }

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
