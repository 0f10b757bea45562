using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Who knows about this? Found over the cards the asker may see, their skills in every label, and the names of those who may be asked.</summary>
internal sealed class FindKnowledge(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    public const int QueryLength = 200;

    private const int ReasonsShown = 3;

    private const int SkillsShown = 4;

    // Summing, for each person, what is theirs of the hundred best cards of all ranked experts better (recall@5 0.405 on PEP authors) than summing the best hundred of each (0.359), the best
    // card, one bag of words, or dividing by the size of the profile. Weighing by how much somebody wrote did better still, and is left out: it would rank people by volume.
    private const int CardsCounted = 100;

    public async Task<IReadOnlyList<AgentView>> DirectoryAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var agents = await (from agent in db.PermittedAgents(me.Asker, now)
                            join owner in db.People on agent.OwnerId equals owner.Id
                            join team in db.Teams on owner.TeamId equals team.Id into teams
                            from team in teams.DefaultIfEmpty()
                            orderby owner.Name, agent.Id
                            select new AgentView(agent.Id, owner.Name, owner.JobTitle, team == null ? "" : team.Name, agent.Headline)).ToListAsync(cancellationToken);
        var tags = await db.PermittedCards(me.Asker, now).SelectMany(row => row.Card.Skills, (row, tag) => new { row.AgentId, tag.SkillId }).ToListAsync(cancellationToken);
        var skills = await db.Skills.AsNoTracking().ToDictionaryAsync(skill => skill.Id, cancellationToken);
        var byAgent = tags.Where(tag => skills.ContainsKey(tag.SkillId)).ToLookup(tag => tag.AgentId, tag => skills[tag.SkillId]);
        return [.. agents.Select(agent => agent with { Skills = MostTagged(byAgent[agent.Id]) })];
    }

    /// <returns>Null where it asks for a judgement about people: then nobody is listed.</returns>
    public async Task<IReadOnlyList<Finding>?> SearchAsync(string query, CancellationToken cancellationToken)
    {
        if (JudgingPeople.IsAsked(query, await db.NamesInAsync([query], cancellationToken)))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var cards = await db.PermittedCards(me.Asker, now).Select(row => new { row.Card.Id, row.AgentId }).ToDictionaryAsync(row => row.Id, row => row.AgentId, cancellationToken);
        var ranked = CardRanking.Rank(query, await db.MaterialsAsync(db.PermittedCards(me.Asker, now), cancellationToken));
        // Who wrote "not mine, ask X" does not know about X.
        var known = ranked.Where(hit => hit.Card.Text.Kind != CardKind.Boundary && cards.ContainsKey(hit.Card.CardId)).ToList();
        var byAgent = known.ToLookup(hit => cards[hit.Card.CardId]);
        var weights = known.Take(CardsCounted).GroupBy(hit => cards[hit.Card.CardId]).ToDictionary(hits => hits.Key, hits => hits.Sum(hit => hit.Score));
        var findings =
            from agent in await DirectoryAsync(cancellationToken)
            let named = NameMatches(agent, query)
            let hits = byAgent[agent.Id].ToList()
            where named || hits.Count > 0
            orderby named descending, weights.GetValueOrDefault(agent.Id) descending, agent.Name
            select new Finding(
                agent,
                named,
                [.. hits.Take(ReasonsShown).Select(hit => new CardReason(hit.Card.Text.Kind, hit.Card.Text.Title, hit.MatchedWords))],
                Math.Max(0, hits.Count - ReasonsShown),
                [.. hits.SelectMany(hit => hit.Card.SkillLabels).Where(label => label.Contains(query.Trim(), StringComparison.CurrentCultureIgnoreCase)).Distinct()]);
        return [.. findings];
    }

    private static bool NameMatches(AgentView agent, string query) =>
        query.Trim() is { Length: > 1 } words && (agent.Name.Contains(words, StringComparison.CurrentCultureIgnoreCase) || agent.JobTitle.Contains(words, StringComparison.CurrentCultureIgnoreCase));

    private static IReadOnlyList<string> MostTagged(IEnumerable<Skill> skills) =>
        [.. skills.GroupBy(skill => skill.Id).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Key, StringComparer.Ordinal)
            .Take(SkillsShown).Select(group => group.First().Label(CultureInfo.CurrentUICulture))];
}

internal sealed record AgentView(Id<Agent> Id, string Name, string JobTitle, string TeamName, string Headline)
{
    public IReadOnlyList<string> Skills { get; init; } = [];
}

/// <summary>Somebody to ask, and why.</summary>
internal sealed record Finding(AgentView Agent, bool ByName, IReadOnlyList<CardReason> Cards, int MoreCards, IReadOnlyList<string> Labels);

internal sealed record CardReason(CardKind Kind, string Title, IReadOnlyList<string> Words);
