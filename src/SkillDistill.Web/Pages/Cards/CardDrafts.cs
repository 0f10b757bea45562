using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One's drafts in the order in which one goes through them: as they were brought in, and as they stand in their document.</summary>
internal sealed class CardDrafts(SkillDistillDb db, CurrentPerson me)
{
    /// <param name="source">Only those of this source, when given.</param>
    public async Task<IReadOnlyList<Guid>> InOrderAsync(Guid? source, CancellationToken cancellationToken)
    {
        var drafts = db.Cards.AsNoTracking().Where(card => card.OwnerId == me.Id && card.Status == CardStatus.Draft);
        if (source is { } key)
        {
            var documents = db.SourceDocuments.Where(document => document.SourceId == new Id<Source>(key)).Select(document => document.Id);
            drafts = drafts.Where(card => card.Provenance != null && documents.Contains(card.Provenance.DocumentId));
        }

        var ids = await drafts
            .OrderBy(card => card.CreatedAt).ThenBy(card => (Id<SourceDocument>?)card.Provenance!.DocumentId).ThenBy(card => (int?)card.Provenance!.Start).ThenBy(card => card.Id)
            .Select(card => card.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }

    /// <summary>The passage a card came from, with where it can be read again.</summary>
    public async Task<CardOrigin?> OriginAsync(Card card, CancellationToken cancellationToken) => card.Provenance is not { } provenance ? null : await (
        from document in db.SourceDocuments.AsNoTracking()
        join source in db.Sources on document.SourceId equals source.Id
        where document.Id == provenance.DocumentId && source.OwnerId == me.Id
        select new CardOrigin(provenance.Quote, provenance.Place, document.Path, $"/sources/{source.Id}/documents/{document.Id}#q-{card.Id}")).FirstOrDefaultAsync(cancellationToken);
}

internal sealed record CardOrigin(string Quote, string Place, string Path, string Address);
