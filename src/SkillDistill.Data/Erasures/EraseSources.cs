using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Erasures;

/// <summary>Takes documents away, and with them the sentences found in them. Cards made of them stay unless they were erased before; then without the quote.</summary>
internal static class EraseSources
{
    public static async Task EraseDocumentsAsync(this SkillDistillDb db, IReadOnlyCollection<Id<SourceDocument>> documents, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        erasure.Did(ErasedPart.Origins, await db.CardPassages.Where(passage => documents.Contains(passage.From.DocumentId)).ExecuteDeleteAsync(cancellationToken), now);
        erasure.Did(ErasedPart.Statements, await db.Statements.Where(statement => documents.Contains(statement.Provenance.DocumentId)).ExecuteDeleteAsync(cancellationToken), now);
        erasure.Did(ErasedPart.Documents, await db.SourceDocuments.Where(document => documents.Contains(document.Id)).ExecuteDeleteAsync(cancellationToken), now);
    }

    /// <summary>A sentence goes from the list and is blacked out where it stands in its document.</summary>
    public static async Task EraseStatementAsync(this SkillDistillDb db, Statement statement, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (id, place) = (statement.Provenance.DocumentId, statement.Provenance);
        erasure.Did(ErasedPart.Origins, await db.CardPassages.Where(passage => passage.From.DocumentId == id && passage.From.Start == place.Start && passage.From.Quote == place.Quote).ExecuteDeleteAsync(cancellationToken), now);
        var document = await db.SourceDocuments.AsNoTracking().FirstAsync(document => document.Id == id, cancellationToken);
        document.BlackOut(place.Start, place.Quote.Length);
        await db.SourceDocuments.Where(known => known.Id == id).ExecuteUpdateAsync(set => set.SetProperty(known => known.Text, document.Text), cancellationToken);
        erasure.Did(ErasedPart.Statements, await db.Statements.Where(known => known.Id == statement.Id).ExecuteDeleteAsync(cancellationToken), now);
    }
}
