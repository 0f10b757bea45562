using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Profiles;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// The cards that an asker may see and that come nearest to some words. Where the whole organisation has few, all of them are ranked, by what they are among themselves; where it has many, those that the index
/// proposes, by what is known of all.
/// </summary>
internal sealed class NearestCards(SkillDistillDb db)
{
    /// <summary>Up to how many published cards all are read for each search.</summary>
    public const int Few = 1000;

    // The hundred that count, and enough besides that what the index does not know (letters, neighbours, the order of near equals) finds them among these.
    private const int Candidates = 300;

    /// <returns>The best first. Of many, only the nearest.</returns>
    public async Task<IReadOnlyList<NearCard>> FindAsync(string query, Asker asker, DateTimeOffset now, CancellationToken cancellationToken) =>
        await db.IndexStatistics.AsNoTracking().SingleOrDefaultAsync(cancellationToken) is { Cards: > Few } known
            ? await AmongManyAsync(query, asker, now, known, cancellationToken)
            : await AmongAllAsync(query, asker, now, cancellationToken);

    /// <summary>Reads every card that the asker may see. Also until the index is built.</summary>
    public async Task<IReadOnlyList<NearCard>> AmongAllAsync(string query, Asker asker, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var agents = await db.PermittedCards(asker, now).Select(row => new { row.Card.Id, row.AgentId }).ToDictionaryAsync(row => row.Id, row => row.AgentId, cancellationToken);
        var ranked = CardRanking.Rank(query, await db.MaterialsAsync(db.PermittedCards(asker, now), cancellationToken));
        return [.. ranked.Where(hit => agents.ContainsKey(hit.Card.CardId)).Select(hit => new NearCard(agents[hit.Card.CardId], hit))];
    }

    /// <summary>Reads those that the index proposes.</summary>
    public async Task<IReadOnlyList<NearCard>> AmongManyAsync(string query, Asker asker, DateTimeOffset now, IndexStatistics known, CancellationToken cancellationToken)
    {
        var sought = SoughtWords.In(query);
        var common = await db.TermCounts.AsNoTracking().Where(count => sought.Codes.Contains(count.Term)).ToDictionaryAsync(count => count.Term, count => count.Holders, cancellationToken);
        var whole = new CollectionWords(known.Cards, known.Lengths, known.Letters, common);
        var found = new Dictionary<Id<Card>, (Id<Agent> Agent, CardMaterial Card)>();
        foreach (var terms in sought.Weighed(whole).TakeWhile(_ => found.Count < Candidates))
        {
            foreach (var (agent, card) in await db.NearestAsync(asker, now, [.. terms.Select(term => (term.Code, term.Weight))], Candidates, cancellationToken))
            {
                found[card.CardId] = (agent, card);
            }
        }

        var ranked = CardRanking.Rank(sought, [.. found.Values.Select(row => row.Card)], whole with { AreAllAtHand = found.Count < Candidates });
        return [.. ranked.Select(hit => new NearCard(found[hit.Card.CardId].Agent, hit))];
    }
}

/// <summary>A card near to what was asked, and whose agent has it.</summary>
internal sealed record NearCard(Id<Agent> AgentId, RankedCard Hit);
