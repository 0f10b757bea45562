using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Interviews;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>What the answers of an interview would make now, and what the owner made of it before.</summary>
internal sealed class Proposals(SkillDistillDb db)
{
    /// <summary>In the order of the interview, without those that were discarded.</summary>
    public async Task<IReadOnlyList<Proposal>> OfAsync(InterviewSoFar soFar, CancellationToken cancellationToken)
    {
        var interview = soFar.Interview.Id;
        var discarded = await db.DiscardedProposals.Where(proposal => proposal.InterviewId == interview).Select(proposal => proposal.Key).ToListAsync(cancellationToken);
        var kept = await KeptAsync(interview, cancellationToken);
        return [.. ProposeCards.From(soFar.Agenda).Where(card => !discarded.Contains(card.Key)).Select(card => new Proposal(card, kept.GetValueOrDefault(card.Key)))];
    }

    private async Task<Dictionary<string, KeptProposal>> KeptAsync(Id<Interview> interview, CancellationToken cancellationToken)
    {
        var quotes = await (
            from quote in db.FieldQuotes.AsNoTracking()
            join answer in db.InterviewAnswers on quote.AnswerId equals answer.Id
            join card in db.Cards on quote.CardId equals card.Id
            where answer.InterviewId == interview
            orderby quote.CardId, quote.Field, quote.Ordinal
            select new { quote, card.Status, card.RevisionNumber }).ToListAsync(cancellationToken);
        return quotes.GroupBy(row => row.quote.Proposal).ToDictionary(
            rows => rows.Key, rows => new KeptProposal(rows.First().quote.CardId, rows.First().Status, rows.First().RevisionNumber, [.. rows.Select(row => row.quote)]));
    }
}

/// <param name="Kept">The card that the owner made of it; null while they have not.</param>
internal sealed record Proposal(ProposedCard Card, KeptProposal? Kept)
{
    /// <summary>What the answers say by now in fields that were filled from other words of theirs.</summary>
    public IReadOnlyList<FieldChange> Changes { get; } = Kept is null ? [] :
    [
        .. from field in Enum.GetValues<CardField>()
           let was = string.Join('\n', Kept.Quotes.Where(quote => quote.Field == field).Select(quote => quote.Words))
           let now = string.Join('\n', Card.Fields.Where(filled => filled.Field == field).Select(filled => filled.Words))
           where was != now
           select new FieldChange(field, was, now),
    ];
}

internal sealed record KeptProposal(Id<Card> CardId, CardStatus Status, int RevisionNumber, IReadOnlyList<FieldQuote> Quotes);

/// <param name="Was">The words of the answer when the card was made of it.</param>
internal sealed record FieldChange(CardField Field, string Was, string Now);
