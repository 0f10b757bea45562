using SkillDistill.Domain;
using SkillDistill.Domain.Agents;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Whom to put a question to: first those whose cards come near it, else whoever may be asked, by name.</summary>
internal sealed class FindColleague(FindKnowledge find)
{
    private const int NearShown = 6;
    private const int OthersShown = 50;

    /// <param name="except">Whose agent is not offered, or null.</param>
    /// <param name="words">A name, a job or a team to look for, or null.</param>
    /// <returns>Null where the question asks for a judgement about people: then nobody is named.</returns>
    public async Task<Colleagues?> ReadAsync(string question, Id<Agent>? except, string? words, CancellationToken cancellationToken)
    {
        if (await find.SearchAsync(question, cancellationToken) is not { } found)
        {
            return null;
        }

        var near = found.Where(finding => finding.Cards.Count > 0 && finding.Agent.Id != except).Take(NearShown).ToList();
        var others = (await find.DirectoryAsync(cancellationToken)).Where(agent => agent.Id != except && (words is { Length: > 0 } ? IsMeant(agent, words) : near.TrueForAll(finding => finding.Agent.Id != agent.Id)));
        return new Colleagues(near, [.. others.Take(OthersShown)], words);
    }

    private static bool IsMeant(AgentView agent, string words) =>
        agent.Name.Contains(words, StringComparison.CurrentCultureIgnoreCase) || agent.JobTitle.Contains(words, StringComparison.CurrentCultureIgnoreCase) || agent.TeamName.Contains(words, StringComparison.CurrentCultureIgnoreCase);
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
