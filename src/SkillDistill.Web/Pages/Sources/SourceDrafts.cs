using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>Which cards of a source are listed.</summary>
internal enum DraftFilter
{
    Drafts,
    Accepted,
    Aside,
}

/// <summary>A card that a source gave, with the first words of it.</summary>
/// <param name="Passage">Which of the card's passages is meant: the first from this source.</param>
internal sealed record SourceDraft(
    Id<Card> Id, CardKind Kind, CardStatus Status, string Title, string FirstWords, string Place, Id<SourceDocument> DocumentId, string Path, int Passage)
{
    public const int FirstWordsLength = 180;

    public string Beginning => FirstWords.Length < FirstWordsLength ? FirstWords : $"{FirstWords[..Math.Max(FirstWords.LastIndexOf(' '), FirstWordsLength - 20)]}…";
}

internal static class SourceDrafts
{
    public const int PageSize = 50;

    /// <summary>One page of the cards that a source gave, in the order of its documents.</summary>
    /// <param name="page">Counted from 1.</param>
    public static Task<List<SourceDraft>> DraftsAsync(this SkillDistillDb db, Id<Source> source, DraftFilter filter, int page, CancellationToken cancellationToken) => (
        from document in db.SourceDocuments.AsNoTracking()
        join passage in db.CardPassages on document.Id equals passage.From.DocumentId
        join card in db.Cards on passage.CardId equals card.Id
        join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
        where document.SourceId == source
        where !card.Passages.Any(other => other.Ordinal < passage.Ordinal && db.SourceDocuments.Any(known => known.Id == other.From.DocumentId && known.SourceId == source))
        where (filter == DraftFilter.Drafts && card.Status == CardStatus.Draft)
            || (filter == DraftFilter.Accepted && card.Status == CardStatus.Accepted)
            || (filter == DraftFilter.Aside && (card.Status == CardStatus.Discarded || card.Status == CardStatus.Retired))
        orderby document.Ordinal, passage.From.Start, card.Id
        select new SourceDraft(
            card.Id,
            revision.Text.Kind,
            card.Status,
            revision.Text.Title,
            (revision.Text.Situation + " " + revision.Text.Action + " " + revision.Text.Reason).Trim().Substring(0, SourceDraft.FirstWordsLength),
            passage.From.Place,
            document.Id,
            document.Path,
            passage.Ordinal))
        .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken);
}
