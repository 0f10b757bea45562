using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.Stores;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// Has an encoder read the cards of compiled versions, so that they are found by what they mean: one outside where the owner agreed to it, the local one otherwise. Done when a version is made, as
/// far as that takes a moment; the rest by the clock, and so is what a crash, a new encoder, a consent or a restored store leaves to do.
/// </summary>
internal sealed class EncodeCards(SkillDistillDb db, Encoders encoders, ModelRecipient recipient, TimeProvider clock) : IChore
{
    // A second or two of the owner's time.
    public const int AtOnce = 40;

    private const int VersionsAtATime = 50;

    // Kept as it goes, so that stopping loses little.
    private const int KeptTogether = 16;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        // Each is left alone by the failing of the other.
        await OfVersionsAsync(encoders.Outside, isOutside: true, cancellationToken);
        await OfVersionsAsync(encoders.Local, isOutside: false, cancellationToken);
    }

    /// <summary>Reads cards of this version that were not read yet.</summary>
    /// <param name="most">How many; what is left over is for the next run.</param>
    public async Task OfVersionAsync(Id<AgentVersion> version, int most, CancellationToken cancellationToken)
    {
        var isOutside = await db.AgentVersions.AnyAsync(known => known.Id == version && db.Agents.Any(agent => agent.Id == known.AgentId && Agreeing().Contains(agent.OwnerId)), cancellationToken);
        if (encoders.For(isOutside) is { IsBroken: false } encoder)
        {
            await OfVersionAsync(version, encoder, most, cancellationToken);
        }
    }

    private async Task OfVersionsAsync(Encoder? encoder, bool isOutside, CancellationToken cancellationToken)
    {
        if (encoder is not { IsBroken: false, Name: var name })
        {
            return;
        }

        var agreeing = Agreeing();
        var agents = db.Agents.Where(agent => agreeing.Contains(agent.OwnerId) == isOutside);
        // What colleagues ask comes first.
        var due = await (from version in db.AgentVersions.AsNoTracking()
                         join agent in agents on version.AgentId equals agent.Id
                         where version.Instructions != "" && version.Encoder != name
                         orderby agent.PublishedVersionId == version.Id descending, version.DistilledAt descending
                         select version.Id).Take(VersionsAtATime).ToListAsync(cancellationToken);
        foreach (var version in due)
        {
            if (!await OfVersionAsync(version, encoder, int.MaxValue, cancellationToken) && isOutside)
            {
                // It fails, and is not asked for one version after another; or somebody else reads too, and the next run is near.
                return;
            }
        }
    }

    /// <summary>Owners whose cards may be sent to the encoder outside.</summary>
    private IQueryable<Id<Person>> Agreeing() => encoders.Outside is not null && recipient.Name is { } name ? db.ConsentingToSend(name, clock.GetUtcNow()) : db.People.Where(_ => false).Select(person => person.Id);

    /// <returns>Whether all of it is read now.</returns>
    private async Task<bool> OfVersionAsync(Id<AgentVersion> version, Encoder encoder, int most, CancellationToken cancellationToken)
    {
        var (name, agreeing) = (encoder.Name, Agreeing());
        var isOutside = encoder == encoders.Outside;
        // What its owner has taken back since, or shows nobody any more, is not sent out.
        var unread = await (from pinned in db.PinnedCards
                            join revision in db.CardRevisions.AsNoTracking() on pinned.RevisionId equals revision.Id
                            join card in db.Cards on revision.CardId equals card.Id
                            where pinned.VersionId == version && !db.CardMeanings.Any(meaning => meaning.RevisionId == revision.Id && meaning.Encoder == name)
                                && (!isOutside || (card.Status == CardStatus.Accepted && card.Audience.Scope != AudienceScope.Private && revision.Text.Kind != CardKind.Voice))
                            orderby pinned.Ordinal
                            select new { revision.Id, revision.Text, card.OwnerId }).ToListAsync(cancellationToken);
        var whole = unread.Count <= most;
        foreach (var some in unread.Take(most).Chunk(KeptTogether))
        {
            // Asked again before each: nothing is sent after a withdrawal.
            if (isOutside && !await agreeing.ContainsAsync(some[0].OwnerId, cancellationToken))
            {
                return false;
            }

            if (await encoder.OfCardsAsync([.. some.Select(revision => revision.Text)], cancellationToken) is not { } meanings)
            {
                return false;
            }

            whole &= await TryKeepAsync([.. some.Zip(meanings).Where(pair => pair.Second is not null).Select(pair => CardMeaning.Of(pair.First.Id, pair.Second!))], cancellationToken);
        }

        if (whole)
        {
            // Not where a consent it was made under has ended meanwhile; what was kept of it since is cleared by the next run of the clearing.
            await db.AgentVersions.Where(known => known.Id == version && known.Instructions != "").ExecuteUpdateAsync(set => set.SetProperty(known => known.Encoder, name), cancellationToken);
        }

        return whole;
    }

    /// <returns>False where somebody else read some of them at the same time, or they were erased meanwhile: none of these is kept then, and the next run looks again.</returns>
    private async Task<bool> TryKeepAsync(List<CardMeaning> read, CancellationToken cancellationToken)
    {
        db.CardMeanings.AddRange(read);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return true;
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            return false;
        }
        finally
        {
            read.ForEach(meaning => db.Entry(meaning).State = EntityState.Detached);
        }
    }
}
