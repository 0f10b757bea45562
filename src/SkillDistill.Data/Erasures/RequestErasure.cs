using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Data.Erasures;

/// <summary>
/// A person has something of their own erased. It is gone when this returns, with whatever repeated it, in one transaction with the record of it; only
/// the store's own files are left to <see cref="FinishErasures"/>. Each method gives null where there is no such thing of theirs.
/// </summary>
public sealed class RequestErasure(SkillDistillDb db, ConsentLedger ledger, TimeProvider clock)
{
    public Task<Erasure?> CardsAsync(ErasureWish wish, IReadOnlyCollection<Id<Card>> ids, CancellationToken cancellationToken)
    {
        var cards = db.Cards.Where(card => card.OwnerId == wish.Owner && ids.Contains(card.Id));
        return DoAsync(wish, ErasureKind.Cards, ids.Count == 1 ? ids.First().Value : null, cards, erasure => db.EraseCardsAsync(cards, erasure, Now, cancellationToken), cancellationToken);
    }

    /// <param name="withCard">Whether the card that was made of it goes too.</param>
    public Task<Erasure?> StatementAsync(ErasureWish wish, Id<Statement> id, bool withCard, CancellationToken cancellationToken)
    {
        var own = db.Statements.AsNoTracking().Where(statement => statement.Id == id && db.Sources.Any(source => source.Id == statement.SourceId && source.OwnerId == wish.Owner));
        return DoAsync(
            wish,
            ErasureKind.Statement,
            id.Value,
            own,
            async erasure =>
            {
                var statement = await own.FirstAsync(cancellationToken);
                await EraseCardsOfAsync(withCard, db.Cards.Where(card => card.OwnerId == wish.Owner && card.Id == statement.CardId), erasure, cancellationToken);
                await db.EraseStatementAsync(statement, erasure, Now, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>The last document of a source takes the source with it.</summary>
    /// <param name="withCards">Whether the cards that were made of it go too.</param>
    public Task<Erasure?> DocumentAsync(ErasureWish wish, Id<SourceDocument> id, bool withCards, CancellationToken cancellationToken)
    {
        var own = db.SourceDocuments.Where(document => document.Id == id && db.Sources.Any(source => source.Id == document.SourceId && source.OwnerId == wish.Owner));
        return DoAsync(wish, ErasureKind.Document, id.Value, own, erasure => EraseDocumentsAsync(wish.Owner, own, withCards, erasure, cancellationToken), cancellationToken);
    }

    /// <param name="withCards">Whether the cards that were made of it go too.</param>
    public Task<Erasure?> SourceAsync(ErasureWish wish, Id<Source> id, bool withCards, CancellationToken cancellationToken)
    {
        var own = db.Sources.Where(source => source.Id == id && source.OwnerId == wish.Owner);
        var documents = db.SourceDocuments.Where(document => own.Any(source => source.Id == document.SourceId));
        return DoAsync(wish, ErasureKind.Source, id.Value, own, erasure => EraseDocumentsAsync(wish.Owner, documents, withCards, erasure, cancellationToken), cancellationToken);
    }

    /// <summary>One answer of the interview, with the quotes that cards have of it; answers about it stay.</summary>
    /// <param name="withCards">Whether the cards that were made of it go too.</param>
    public Task<Erasure?> AnswerAsync(ErasureWish wish, Id<InterviewAnswer> id, bool withCards, CancellationToken cancellationToken)
    {
        var own = db.InterviewAnswers.Where(answer => answer.Id == id && db.Interviews.Any(interview => interview.Id == answer.InterviewId && interview.OwnerId == wish.Owner));
        return DoAsync(
            wish,
            ErasureKind.Answer,
            id.Value,
            own,
            async erasure =>
            {
                await EraseCardsOfAsync(withCards, db.Cards.Where(card => card.OwnerId == wish.Owner && db.FieldQuotes.Any(quote => quote.CardId == card.Id && quote.AnswerId == id)), erasure, cancellationToken);
                await db.EraseInterviewAnswerAsync(await own.AsNoTracking().FirstAsync(cancellationToken), erasure, Now, cancellationToken);
            },
            cancellationToken);
    }

    /// <summary>Everything but the account. Of what was decided about consent types, times and digests stay, under a pseudonym that leads to nobody.</summary>
    public Task<Erasure?> EverythingAsync(ErasureWish wish, CancellationToken cancellationToken) => DoAsync(
        wish,
        ErasureKind.Everything,
        null,
        db.People.Where(person => person.Id == wish.Owner),
        async erasure =>
        {
            erasure.Did(ErasedPart.Consents, (await db.Consents.AsNoTracking().Where(consent => consent.SubjectId == wish.Owner).ToListAsync(cancellationToken)).Count(consent => consent.IsInForce(Now)), Now);
            var stream = (await ledger.EraseAsync(wish.Owner, Now, cancellationToken)).Value;
            erasure.Did(ErasedPart.Decisions, stream.LastSequence - 1, Now);
            await db.EraseProfileAsync(wish.Owner, erasure, Now, cancellationToken);
        },
        cancellationToken);

    private DateTimeOffset Now => clock.GetUtcNow();

    private async Task EraseDocumentsAsync(Id<Person> owner, IQueryable<SourceDocument> chosen, bool withCards, Erasure erasure, CancellationToken cancellationToken)
    {
        var rows = await chosen.Select(document => new { document.Id, document.SourceId }).ToListAsync(cancellationToken);
        var documents = rows.ConvertAll(row => row.Id);
        var sources = rows.Select(row => row.SourceId).Distinct().ToList();
        await EraseCardsOfAsync(withCards, db.Cards.Where(card => card.OwnerId == owner && card.Passages.Any(passage => documents.Contains(passage.From.DocumentId))), erasure, cancellationToken);
        await db.EraseDocumentsAsync(documents, erasure, Now, cancellationToken);
        await db.Sources.Where(source => sources.Contains(source.Id) && source.Documents.Count == 0).ExecuteDeleteAsync(cancellationToken);
    }

    private async Task EraseCardsOfAsync(bool wished, IQueryable<Card> cards, Erasure erasure, CancellationToken cancellationToken)
    {
        if (wished)
        {
            await db.EraseCardsAsync(cards, erasure, Now, cancellationToken);
        }
    }

    private async Task<Erasure?> DoAsync<T>(
        ErasureWish wish, ErasureKind kind, Guid? target, IQueryable<T> own, Func<Erasure, Task> erase, CancellationToken cancellationToken)
        where T : class
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockWordsOfAsync(wish.Owner, cancellationToken);
        if (await db.Erasures.FirstOrDefaultAsync(known => known.Id == wish.Id, cancellationToken) is { } before)
        {
            if (before.OwnerId == wish.Owner)
            {
                return before;
            }

            wish = wish with { Id = Id<Erasure>.New() };
        }

        if (!await own.AnyAsync(cancellationToken))
        {
            return null;
        }

        var erasure = Erasure.Request(wish.Id, wish.Owner, kind, target, Now);
        await erase(erasure);
        db.Erasures.Add(erasure);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return erasure;
    }
}

/// <param name="Id">Made with the form, so that pressing twice is one wish.</param>
/// <param name="Owner">The signed-in person.</param>
public sealed record ErasureWish(Id<Erasure> Id, Id<Person> Owner);
