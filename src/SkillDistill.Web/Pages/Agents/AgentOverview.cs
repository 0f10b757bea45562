using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Agents;

internal enum AgentStanding
{
    /// <summary>No version has been distilled.</summary>
    None,

    /// <summary>There are versions, and none is published.</summary>
    Drafts,

    Published,

    /// <summary>One is published, but a consent it rests on is not in force.</summary>
    Suspended,
}

/// <summary>The owner's agent and its newest versions.</summary>
/// <param name="Missing">The consents without which nobody is answered.</param>
/// <param name="OlderThan">The number to go on from when there are older versions than those shown.</param>
internal sealed record AgentOverview(Agent? Agent, IReadOnlyList<VersionRow> Versions, int? PublishedNumber, IReadOnlyList<Purpose> Missing, Audience? Audience, int? OlderThan)
{
    private const int VersionsShown = 20;

    public AgentStanding Standing => Agent is null || Agent.VersionCount == 0 ? AgentStanding.None
        : Agent.PublishedVersionId is null ? AgentStanding.Drafts
        : Missing.Count > 0 ? AgentStanding.Suspended
        : AgentStanding.Published;

    public static async Task<AgentOverview> LoadAsync(SkillDistillDb db, Id<Person> owner, OwnConsents consents, int? before, CancellationToken cancellationToken)
    {
        var (missing, audience) = (consents.MissingFor(Purpose.AnswerColleagues), consents.AudienceOf(Purpose.AnswerColleagues));
        if (await db.Agents.AsNoTracking().FirstOrDefaultAsync(known => known.OwnerId == owner, cancellationToken) is not { } agent)
        {
            return new AgentOverview(null, [], null, missing, audience, null);
        }

        // One more than is shown, because each is compared with the one before it.
        var versions = await db.AgentVersions.AsNoTracking().Include(version => version.Cards)
            .Where(version => version.AgentId == agent.Id && (before == null || version.Number < before))
            .OrderByDescending(version => version.Number)
            .Take(VersionsShown + 1)
            .ToListAsync(cancellationToken);
        var contents = versions.ConvertAll(VersionContent.Of);
        var rows = versions.Take(VersionsShown).Select((version, index) => new VersionRow(
            version.Number,
            version.DistilledAt,
            version.RolledBackTo,
            version.Id == agent.PublishedVersionId,
            version.Cards.Count,
            VersionDifference.Between(contents.ElementAtOrDefault(index + 1), contents[index])));
        var published = await db.AgentVersions.Where(version => version.Id == agent.PublishedVersionId).Select(version => (int?)version.Number).FirstOrDefaultAsync(cancellationToken);
        return new AgentOverview(agent, [.. rows], published, missing, audience, versions.Count > VersionsShown ? versions[VersionsShown - 1].Number : null);
    }
}

internal sealed record VersionRow(int Number, DateTimeOffset DistilledAt, int? RolledBackTo, bool IsPublished, int Cards, VersionDifference Difference);
