using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Reading.Notes;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;

namespace SkillDistill.Web.Pages.Sources.Messages;

/// <summary>The owner's word on messages they brought in: these become drafts, those go. A message of which cards were made is not asked about again.</summary>
internal sealed class ChooseMessages(SkillDistillDb db, TakingIn takingIn, TimeProvider clock)
{
    /// <summary>Those of a source that the owner has not decided on.</summary>
    public static IQueryable<SourceDocument> Undecided(SkillDistillDb db, Id<Source> source, Id<Person> owner) => db.SourceDocuments.Where(document => document.SourceId == source
        && db.Sources.Any(known => known.Id == source && known.OwnerId == owner && known.Kind == SourceKind.Messages)
        && !db.CardPassages.Any(passage => passage.From.DocumentId == document.Id));

    /// <returns>The drafts made.</returns>
    public async Task<Outcome<List<Card>>> DraftAsync(Id<Source> source, Id<Person> owner, IReadOnlyCollection<Id<SourceDocument>> ticked, CancellationToken cancellationToken)
    {
        if (ticked.Count == 0)
        {
            return new NothingTicked();
        }

        if (await takingIn.WhyNotAsync(owner, cancellationToken) is { } closed)
        {
            return closed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"messages {source}", cancellationToken);
        var documents = await Undecided(db, source, owner).AsNoTracking().Where(document => ticked.Contains(document.Id)).OrderBy(document => document.Ordinal).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        var cards = documents.SelectMany(document => ReadNotes.Propose(document.Path, document.Text)
            .Select(proposal => Card.Draft(owner, proposal.Text, new Provenance(document.Id, proposal.Place, proposal.Quote, proposal.Start), now).Value)).ToList();
        db.Cards.AddRange(cards);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return cards;
    }

    /// <summary>A source of which nothing is left goes too.</summary>
    /// <returns>How many messages went.</returns>
    public async Task<int> RemoveAsync(Id<Source> source, Id<Person> owner, IReadOnlyCollection<Id<SourceDocument>> ticked, CancellationToken cancellationToken)
    {
        var removed = await Undecided(db, source, owner).Where(document => ticked.Contains(document.Id)).ExecuteDeleteAsync(cancellationToken);
        await db.Sources.Where(known => known.Id == source && known.OwnerId == owner && known.Kind == SourceKind.Messages && known.Documents.Count == 0 && !db.MailboxReadings.Any(reading => reading.SourceId == source))
            .ExecuteDeleteAsync(cancellationToken);
        return removed;
    }
}
