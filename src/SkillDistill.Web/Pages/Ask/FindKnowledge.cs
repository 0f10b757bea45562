using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Who knows about this? Found over the cards the asker may see, their skills in every label, and the names of those who may be asked.</summary>
internal sealed class FindKnowledge(NearestCards nearest, ReadDirectory directory, KnownNames names, CurrentPerson me, TimeProvider clock)
{
    public const int QueryLength = 200;

    public const int PageSize = 20;

    private const int ReasonsShown = 3;

    // Whoever is found by name alone beyond these is found by more of the name.
    private const int NamesFound = 100;

    // Summing, for each person, what is theirs of the hundred best cards of all ranked experts better (recall@5 0.405 on PEP authors) than summing the best hundred of each (0.359), the best
    // card, one bag of words, or dividing by the size of the profile. Weighing by how much somebody wrote did better still, and is left out: it would rank people by volume.
    private const int CardsCounted = 100;

    /// <param name="part">Which part of those found is wanted; 0 is the first.</param>
    /// <returns>Null where it asks for a judgement about people: then nobody is listed.</returns>
    public async Task<Found?> SearchAsync(string query, int part, CancellationToken cancellationToken)
    {
        if (JudgingPeople.IsAsked(query, await names.InAsync([query], cancellationToken)))
        {
            return null;
        }

        // Who wrote "not mine, ask X" does not know about X.
        var known = (await nearest.FindAsync(query, me.Asker, clock.GetUtcNow(), cancellationToken)).Where(card => card.Hit.Card.Text.Kind != CardKind.Boundary).ToList();
        var byAgent = known.ToLookup(card => card.AgentId, card => card.Hit);
        var weights = known.Take(CardsCounted).GroupBy(card => card.AgentId).ToDictionary(cards => cards.Key, cards => cards.Sum(card => card.Hit.Score));
        var named = query.Trim() is { Length: > 0 } words ? await directory.CalledAsync(words, NamesFound, cancellationToken) : [];
        var byName = named.Select(agent => agent.Id).ToHashSet();
        var heads = named.Concat(await directory.HeadsAsync([.. byAgent.Select(cards => cards.Key).Where(agent => !byName.Contains(agent))], cancellationToken)).ToList();
        var ordered = heads.OrderBy(agent => agent.Name, StringComparer.Ordinal).ThenBy(agent => agent.Id)
            .OrderByDescending(agent => byName.Contains(agent.Id)).ThenByDescending(agent => weights.GetValueOrDefault(agent.Id)).ThenBy(agent => agent.Name);
        var shown = await directory.WithSkillsAsync([.. ordered.Skip(part * PageSize).Take(PageSize)], cancellationToken);
        return new Found([.. shown.Select(agent => FindingOf(agent, byName.Contains(agent.Id), [.. byAgent[agent.Id]], query))], heads.Count, part);
    }

    private static Finding FindingOf(AgentView agent, bool named, List<Distillation.Retrieval.RankedCard> hits, string query) => new(
        agent,
        named,
        [.. hits.Take(ReasonsShown).Select(hit => new CardReason(hit.Card.Text.Kind, hit.Card.Text.Title, hit.MatchedWords))],
        Math.Max(0, hits.Count - ReasonsShown),
        [.. hits.SelectMany(hit => hit.Card.SkillLabels).Where(label => label.Contains(query.Trim(), StringComparison.CurrentCultureIgnoreCase)).Distinct()]);
}

/// <summary>A part of those found, the best first.</summary>
/// <param name="Count">How many there are in all.</param>
/// <param name="Part">Which part this is; 0 is the first.</param>
internal sealed record Found(IReadOnlyList<Finding> People, int Count, int Part)
{
    public bool HasMore => (Part + 1) * FindKnowledge.PageSize < Count;
}

/// <summary>Somebody to ask, and why.</summary>
internal sealed record Finding(AgentView Agent, bool ByName, IReadOnlyList<CardReason> Cards, int MoreCards, IReadOnlyList<string> Labels);

internal sealed record CardReason(CardKind Kind, string Title, IReadOnlyList<string> Words);
