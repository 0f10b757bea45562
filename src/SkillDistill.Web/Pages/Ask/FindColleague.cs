using SkillDistill.Domain;
using SkillDistill.Domain.Agents;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Whom to put a question to: first those whose cards come near it, else whoever may be asked, by name.</summary>
internal sealed class FindColleague(FindKnowledge find, ReadDirectory directory)
{
    private const int NearShown = 6;
    private const int OthersShown = 50;

    /// <param name="except">Whose agent is not offered, or null.</param>
    /// <param name="words">A name, a job or a team to look for, or null.</param>
    /// <returns>Null where the question asks for a judgement about people: then nobody is named.</returns>
    public async Task<Colleagues?> ReadAsync(string question, Id<Agent>? except, string? words, CancellationToken cancellationToken)
    {
        if (await find.SearchAsync(question, 0, cancellationToken) is not { } found)
        {
            return null;
        }

        var near = found.People.Where(finding => finding.Cards.Count > 0 && finding.Agent.Id != except).Take(NearShown).ToList();
        var others = words is { Length: > 0 }
            ? await MeantAsync(words, cancellationToken)
            : (await directory.FirstAsync(OthersShown + NearShown + 1, cancellationToken)).Where(agent => near.TrueForAll(finding => finding.Agent.Id != agent.Id));
        return new Colleagues(near, [.. others.Where(agent => agent.Id != except).Take(OthersShown)], words);
    }

    /// <summary>One more than are shown, since one may not be offered.</summary>
    private async Task<IEnumerable<AgentView>> MeantAsync(string words, CancellationToken cancellationToken) =>
        (await directory.CalledAsync(words, OthersShown + 1, cancellationToken)).Concat(await directory.InTeamsAsync(words, OthersShown + 1, cancellationToken)).DistinctBy(agent => agent.Id).OrderBy(agent => agent.Name);
}

/// <param name="Near">Those with cards near the question, the nearest first.</param>
/// <param name="Words">What was looked for, or null.</param>
internal sealed record Colleagues(IReadOnlyList<Finding> Near, IReadOnlyList<AgentView> Others, string? Words)
{
    /// <summary>The partial view with the button beside each, which takes an <see cref="AgentView"/>.</summary>
    public string Button { get; init; } = "";

    /// <summary>What the search keeps in the address.</summary>
    public IReadOnlyList<(string Name, string Value)> Kept { get; init; } = [];
}
