using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>One version as its owner reads it.</summary>
/// <param name="CanBePublished">Not published, and no later version is: going back is a new version.</param>
/// <param name="Earlier">The version this one is compared with, or null for the first.</param>
/// <param name="Others">The numbers of the versions before this one, newest first.</param>
/// <param name="Prompt">The whole prompt, instructions and cards.</param>
internal sealed record VersionView(
    AgentVersion Version,
    bool IsPublished,
    bool CanBePublished,
    bool IsNewest,
    AgentVersion? Earlier,
    IReadOnlyList<int> Others,
    IReadOnlyList<VersionCard> Cards,
    DifferenceView Difference,
    ReplayView Replay,
    string Prompt)
{
    /// <param name="since">The number of the version to compare with; the one before it when left out.</param>
    /// <returns>Null where there is no such version of the owner's, or none to compare it with.</returns>
    public static async Task<VersionView?> LoadAsync(
        SkillDistillDb db, Id<Person> owner, int number, int? since, OwnConsents consents, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var other = since ?? number - 1;
        var agent = await db.Agents.AsNoTracking().FirstOrDefaultAsync(known => known.OwnerId == owner, cancellationToken);
        var two = agent is null ? [] : await db.AgentVersions.AsNoTracking().Include(version => version.Cards)
            .Where(version => version.AgentId == agent.Id && (version.Number == number || version.Number == other))
            .ToListAsync(cancellationToken);
        if (agent is null || two.Find(version => version.Number == number) is not { } version || (since is not null && (other >= number || two.Count < 2)))
        {
            return null;
        }

        var earlier = two.Find(known => known.Number == other);
        var own = from pin in db.PinnedCards
                  join card in db.Cards on pin.CardId equals card.Id
                  join revision in db.CardRevisions on pin.RevisionId equals revision.Id
                  where pin.VersionId == version.Id && card.OwnerId == owner
                  orderby pin.Ordinal
                  select new OwnCard { Card = card, Revision = revision };
        var withVoice = consents.InForce(Purpose.ImitateVoice);
        var rows = await own
            .Select(row => new { row.Card.Id, row.Card.Status, row.Card.Audience.Scope, row.Card.ReviewBy, Newest = row.Card.RevisionNumber, row.Revision.Number, row.Revision.Text.Kind, row.Revision.Text.Title })
            .ToListAsync(cancellationToken);
        var materials = await db.OwnMaterialsAsync(own, cancellationToken);
        return new VersionView(
            version,
            agent.PublishedVersionId == version.Id,
            !await db.AgentVersions.AnyAsync(published => published.Id == agent.PublishedVersionId && published.Number >= number, cancellationToken),
            agent.VersionCount == number,
            earlier,
            await db.AgentVersions.Where(known => known.AgentId == agent.Id && known.Number < number).OrderByDescending(known => known.Number).Select(known => known.Number).ToListAsync(cancellationToken),
            [.. rows.Select(row => new VersionCard(
                row.Id, row.Kind, row.Title, row.Number, row.Newest, DistillingRule.WhyLeftOut(row.Status, row.Kind, row.Scope, row.ReviewBy, withVoice, now)))],
            await DifferenceView.LoadAsync(db, owner, earlier is null ? null : VersionContent.Of(earlier), VersionContent.Of(version), cancellationToken),
            await ReplayView.LoadAsync(db, version, await db.SettledToReplay(owner, now).CountAsync(cancellationToken), await OwnCardRow.LoadAsync(db, owner, cancellationToken), cancellationToken),
            Composer.Render(new Composition(version.Instructions, materials, version.Digest)));
    }
}

/// <param name="Number">The revision that is pinned.</param>
/// <param name="Newest">The newest revision of the card.</param>
/// <param name="Now">What has become of the card since: why it would be left out today, or null.</param>
internal sealed record VersionCard(Id<Card> CardId, CardKind Kind, string Title, int Number, int Newest, LeftOut? Now);
