using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Language;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>One's drafts in the order in which one goes through them: as they were brought in, and as they stand in their document.</summary>
internal sealed class CardDrafts(SkillDistillDb db, CurrentPerson me, IStringLocalizer<CardsText> text, IStringLocalizer<Words> words)
{
    /// <param name="source">Only those of this source, when given.</param>
    public async Task<IReadOnlyList<Guid>> InOrderAsync(Guid? source, CancellationToken cancellationToken)
    {
        var drafts = db.Cards.AsNoTracking().Where(card => card.OwnerId == me.Id && card.Status == CardStatus.Draft);
        if (source is { } key)
        {
            var documents = db.SourceDocuments.Where(document => document.SourceId == new Id<Source>(key)).Select(document => document.Id);
            drafts = drafts.Where(card => card.Passages.Any(passage => documents.Contains(passage.From.DocumentId)));
        }

        var ids = await drafts
            .Select(card => new { card.Id, card.CreatedAt, First = card.Passages.Where(passage => passage.Ordinal == 1).Select(passage => passage.From).FirstOrDefault() })
            .OrderBy(card => card.CreatedAt).ThenBy(card => (Id<SourceDocument>?)card.First!.DocumentId).ThenBy(card => (int?)card.First!.Start).ThenBy(card => card.Id)
            .Select(card => card.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => id.Value)];
    }

    /// <summary>The passages a card came from, each with where it can be read again: those of documents, then those of the interview.</summary>
    public async Task<IReadOnlyList<CardOrigin>> OriginsAsync(Card card, CancellationToken cancellationToken) =>
        [.. await DocumentsAsync(card.Id, cancellationToken), .. await AnswersAsync(card.Id, cancellationToken)];

    private Task<List<CardOrigin>> DocumentsAsync(Id<Card> card, CancellationToken cancellationToken) => (
        from passage in db.CardPassages.AsNoTracking()
        join document in db.SourceDocuments on passage.From.DocumentId equals document.Id
        join source in db.Sources on document.SourceId equals source.Id
        where passage.CardId == card && source.OwnerId == me.Id
        orderby passage.Ordinal
        select new CardOrigin(passage.From.Quote, passage.From.Place, document.Path, $"/sources/{source.Id}/documents/{document.Id}#q-{card}-{passage.Ordinal}")).ToListAsync(cancellationToken);

    /// <summary>Several fields may be made of the same words; they are shown once.</summary>
    private async Task<IReadOnlyList<CardOrigin>> AnswersAsync(Id<Card> card, CancellationToken cancellationToken)
    {
        var quotes = await db.FieldQuotes.AsNoTracking().Where(quote => quote.CardId == card).OrderBy(quote => quote.Field).ThenBy(quote => quote.Ordinal).ToListAsync(cancellationToken);
        return [.. quotes.GroupBy(quote => (quote.AnswerId, quote.Part, quote.Start)).Select(same => new CardOrigin(
            same.First().Words, string.Join(text["ListComma"], same.Select(quote => words[$"Field.{quote.Field}"].Value)), text["Origin.Interview"], $"/interview/answers#a-{same.Key.AnswerId}"))];
    }
}

internal sealed record CardOrigin(string Quote, string Place, string Path, string Address);
