using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>Whose agents the asker may ask now, by name; never all of them at once.</summary>
internal sealed class ReadDirectory(SkillDistillDb db, KnownNames names, CurrentPerson me, TimeProvider clock)
{
    public const int PageSize = 24;

    private const int SkillsShown = 4;

    // Whoever is called so, asked in ever larger groups who of them may be asked.
    private const int AskedAbout = 200;

    /// <param name="part">0 is the first.</param>
    public async Task<DirectoryPage> PageAsync(int part, CancellationToken cancellationToken)
    {
        var agents = await Heads(_ => true).OrderBy(agent => agent.Name).ThenBy(agent => agent.Id).Skip(part * PageSize).Take(PageSize + 1).ToListAsync(cancellationToken);
        return new DirectoryPage(await WithSkillsAsync([.. agents.Take(PageSize)], cancellationToken), agents.Count > PageSize);
    }

    /// <returns>Null where the asker may not ask this agent, or there is none.</returns>
    public async Task<AgentView?> FindAsync(Id<Agent> id, CancellationToken cancellationToken) =>
        (await WithSkillsAsync(await Heads(agent => agent.Id == id).ToListAsync(cancellationToken), cancellationToken)).SingleOrDefault();

    /// <summary>Without skills, in the order of names.</summary>
    public async Task<IReadOnlyList<AgentView>> HeadsAsync(IReadOnlyCollection<Id<Agent>> ids, CancellationToken cancellationToken) =>
        await Heads(agent => ids.Contains(agent.Id)).OrderBy(agent => agent.Name).ThenBy(agent => agent.Id).ToListAsync(cancellationToken);

    /// <summary>The first, without skills, in the order of names.</summary>
    public async Task<IReadOnlyList<AgentView>> FirstAsync(int most, CancellationToken cancellationToken) =>
        await Heads(_ => true).OrderBy(agent => agent.Name).ThenBy(agent => agent.Id).Take(most).ToListAsync(cancellationToken);

    /// <summary>Those with these words in their name or job title, without skills, in the order of names.</summary>
    public async Task<IReadOnlyList<AgentView>> CalledAsync(string words, int most, CancellationToken cancellationToken)
    {
        var (called, found) = (await names.WithAsync(words, cancellationToken), new List<AgentView>());
        for (var (seen, next) = (0, AskedAbout); seen < called.Count && found.Count < most; (seen, next) = (seen + next, next * 2))
        {
            var some = called.Skip(seen).Take(next).ToList();
            found.AddRange(await Heads(agent => some.Contains(agent.OwnerId)).OrderBy(agent => agent.Name).ThenBy(agent => agent.Id).ToListAsync(cancellationToken));
        }

        return [.. found.Take(most)];
    }

    /// <summary>Those of the teams with these words in their names.</summary>
    public async Task<IReadOnlyList<AgentView>> InTeamsAsync(string words, int most, CancellationToken cancellationToken)
    {
        var teams = (await db.Teams.AsNoTracking().Select(team => new { team.Id, team.Name }).ToListAsync(cancellationToken)).Where(team => team.Name.Contains(words, StringComparison.CurrentCultureIgnoreCase)).Select(team => (Id<Team>?)team.Id).ToList();
        return teams.Count == 0 ? [] : await Heads(agent => db.People.Any(owner => owner.Id == agent.OwnerId && teams.Contains(owner.TeamId))).OrderBy(agent => agent.Name).ThenBy(agent => agent.Id).Take(most).ToListAsync(cancellationToken);
    }

    /// <summary>The same agents, each with the skills that most of its cards are about.</summary>
    public async Task<IReadOnlyList<AgentView>> WithSkillsAsync(IReadOnlyList<AgentView> agents, CancellationToken cancellationToken)
    {
        var ids = agents.Select(agent => agent.Id).ToList();
        var tags = await db.PermittedCards(me.Asker, clock.GetUtcNow()).Where(row => ids.Contains(row.AgentId)).SelectMany(row => row.Card.Skills, (row, tag) => new { row.AgentId, tag.SkillId }).ToListAsync(cancellationToken);
        var tagged = tags.Select(tag => tag.SkillId).Distinct().ToList();
        var skills = await db.Skills.AsNoTracking().Where(skill => tagged.Contains(skill.Id)).ToDictionaryAsync(skill => skill.Id, cancellationToken);
        var byAgent = tags.Where(tag => skills.ContainsKey(tag.SkillId)).ToLookup(tag => tag.AgentId, tag => skills[tag.SkillId]);
        return [.. agents.Select(agent => agent with { Skills = MostTagged(byAgent[agent.Id]) })];
    }

    private IQueryable<AgentView> Heads(System.Linq.Expressions.Expression<Func<Agent, bool>> which) =>
        from agent in db.PermittedAgents(me.Asker, clock.GetUtcNow()).Where(which)
        join owner in db.People on agent.OwnerId equals owner.Id
        join team in db.Teams on owner.TeamId equals team.Id into teams
        from team in teams.DefaultIfEmpty()
        select new AgentView { Id = agent.Id, Name = owner.Name, JobTitle = owner.JobTitle, TeamName = team == null ? "" : team.Name, Headline = agent.Headline };

    private static IReadOnlyList<string> MostTagged(IEnumerable<Skill> skills) =>
        [.. skills.GroupBy(skill => skill.Id).OrderByDescending(group => group.Count()).ThenBy(group => group.First().Key, StringComparer.Ordinal)
            .Take(SkillsShown).Select(group => group.First().Label(CultureInfo.CurrentUICulture))];
}

internal sealed record DirectoryPage(IReadOnlyList<AgentView> Agents, bool HasMore);

internal sealed record AgentView
{
    public required Id<Agent> Id { get; init; }

    public required string Name { get; init; }

    public required string JobTitle { get; init; }

    public required string TeamName { get; init; }

    public required string Headline { get; init; }

    public IReadOnlyList<string> Skills { get; init; } = [];
}
