using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.Stores;
using SkillDistill.Distillation.Retrieval.Encoding;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// Has the encoder read the cards of compiled versions, so that they are found by what they mean. Done when a version is made, as far as that takes a moment; the rest by the clock, and so is
/// what a crash, a new encoder or a restored store leaves to do.
/// </summary>
internal sealed class EncodeCards(SkillDistillDb db, Encoder encoder) : IChore
{
    // A second or two of the owner's time.
    public const int AtOnce = 40;

    private const int VersionsAtATime = 50;

    // Kept as it goes, so that stopping loses little.
    private const int KeptTogether = 16;

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        if (encoder.Name is not { } name)
        {
            return;
        }

        // What colleagues ask comes first.
        var published = db.Agents.Where(agent => agent.PublishedVersionId != null).Select(agent => agent.PublishedVersionId!.Value);
        var due = await db.AgentVersions.AsNoTracking().Where(version => version.Instructions != "" && version.Encoder != name)
            .OrderByDescending(version => published.Contains(version.Id)).ThenByDescending(version => version.DistilledAt)
            .Select(version => version.Id).Take(VersionsAtATime).ToListAsync(cancellationToken);
        foreach (var version in due)
        {
            await OfVersionAsync(version, int.MaxValue, cancellationToken);
        }
    }

    /// <summary>Reads cards of this version that were not read yet.</summary>
    /// <param name="most">How many; what is left over is for the next run.</param>
    public async Task OfVersionAsync(Id<AgentVersion> version, int most, CancellationToken cancellationToken)
    {
        if (encoder.Name is not { } name)
        {
            return;
        }

        var unread = await (from pinned in db.PinnedCards
                            join revision in db.CardRevisions.AsNoTracking() on pinned.RevisionId equals revision.Id
                            where pinned.VersionId == version && !db.CardMeanings.Any(meaning => meaning.RevisionId == revision.Id && meaning.Encoder == name)
                            orderby pinned.Ordinal
                            select new { revision.Id, revision.Text }).ToListAsync(cancellationToken);
        var whole = unread.Count <= most;
        foreach (var some in unread.Take(most).Chunk(KeptTogether))
        {
            var read = new List<CardMeaning>();
            foreach (var revision in some)
            {
                if (await encoder.OfCardAsync(revision.Text, cancellationToken) is { } meaning)
                {
                    read.Add(CardMeaning.Of(revision.Id, meaning));
                }
            }

            whole &= await TryKeepAsync(read, cancellationToken);
        }

        if (whole && encoder.Name == name)
        {
            // Not where the consent it was compiled under has ended meanwhile.
            await db.AgentVersions.Where(known => known.Id == version && known.Instructions != "").ExecuteUpdateAsync(set => set.SetProperty(known => known.Encoder, name), cancellationToken);
        }
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
