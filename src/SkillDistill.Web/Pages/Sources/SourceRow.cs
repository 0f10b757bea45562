using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Sources;

/// <summary>A source as its owner sees it in a list: what it is, and how far they are with it.</summary>
/// <param name="Aside">Cards of it that were discarded or retired.</param>
internal sealed record SourceRow(
    Id<Source> Id, string Name, SourceKind Kind, DateTimeOffset ImportedAt, int Documents, int Statements, int Undecided, int Drafts, int Accepted, int Aside);

internal static class SourceRows
{
    /// <summary>The owner's own sources, newest first.</summary>
    public static IQueryable<SourceRow> OwnSources(this SkillDistillDb db, Id<Person> owner) => db.Rows(db.Sources.Where(source => source.OwnerId == owner));

    /// <summary>One source, if it is the owner's own.</summary>
    public static Task<SourceRow?> OwnSourceAsync(this SkillDistillDb db, Id<Source> id, Id<Person> owner, CancellationToken cancellationToken) =>
        db.Rows(db.Sources.Where(source => source.Id == id && source.OwnerId == owner)).FirstOrDefaultAsync(cancellationToken);

    private static IQueryable<SourceRow> Rows(this SkillDistillDb db, IQueryable<Source> sources) =>
        from source in sources.AsNoTracking()
        orderby source.ImportedAt descending, source.Id descending
        select new SourceRow(
            source.Id,
            source.Name,
            source.Kind,
            source.ImportedAt,
            source.Documents.Count,
            source.Statements.Count,
            source.Statements.Count(statement => statement.Decision == StatementDecision.Undecided),
            db.Cards.Count(card => card.Status == CardStatus.Draft && card.Passages.Any(passage => source.Documents.Any(document => document.Id == passage.From.DocumentId))),
            db.Cards.Count(card => card.Status == CardStatus.Accepted && card.Passages.Any(passage => source.Documents.Any(document => document.Id == passage.From.DocumentId))),
            db.Cards.Count(card => (card.Status == CardStatus.Discarded || card.Status == CardStatus.Retired)
                && card.Passages.Any(passage => source.Documents.Any(document => document.Id == passage.From.DocumentId))));
}
