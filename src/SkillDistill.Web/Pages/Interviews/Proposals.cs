using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Interviews;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Cards;

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
        var proposed = ProposeCards.From(soFar.Agenda).Where(card => !discarded.Contains(card.Key)).Select(card => new Proposal(card, [.. kept[card.Key]])).ToList();

        // One reading of an answer is enough: where a model chose, what rules would choose is left out, until what the model chose is discarded.
        var read = proposed.Where(proposal => proposal.Card.Model is not null).SelectMany(proposal => proposal.Card.Answers).ToHashSet();
        return [.. proposed.Where(proposal => proposal.Card.Model is not null || proposal.Kept.Count > 0 || !proposal.Card.Answers.All(read.Contains))];
    }

    private async Task<ILookup<string, KeptProposal>> KeptAsync(Id<Interview> interview, CancellationToken cancellationToken)
    {
        var quotes = await (
            from quote in db.FieldQuotes.AsNoTracking()
            join answer in db.InterviewAnswers on quote.AnswerId equals answer.Id
            join card in db.Cards on quote.CardId equals card.Id
            join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
            where answer.InterviewId == interview
            orderby card.CreatedAt, quote.CardId, quote.Field, quote.Ordinal
            select new { quote, card.Status, card.RevisionNumber, revision.Text.Title }).ToListAsync(cancellationToken);
        return quotes.GroupBy(row => (row.quote.Proposal, row.quote.CardId)).ToLookup(
            rows => rows.Key.Proposal,
            rows => new KeptProposal(rows.Key.CardId, rows.First().Title, rows.First().Status, rows.First().RevisionNumber, [.. rows.Select(row => row.quote)]));
    }
}

/// <param name="Kept">The cards that the owner made of it, the eldest first: none while they have not, several when they merged or took apart what they had kept.</param>
internal sealed record Proposal(ProposedCard Card, IReadOnlyList<KeptProposal> Kept)
{
    /// <summary>What the answers say by now in fields that were filled from other words of theirs, for each card that is not set aside.</summary>
    public IReadOnlyList<CardChange> Changes => [.. Living.Select((kept, at) => ChangeOf(kept, at == 0)).Where(change => change.Fields.Count > 0)];

    private IEnumerable<KeptProposal> Living => Kept.Where(kept => !kept.Status.IsSetAside());

    /// <summary>A card follows the fields that it took; what no card took when it was kept goes to the first.</summary>
    private CardChange ChangeOf(KeptProposal kept, bool isFirst)
    {
        var own = Enum.GetValues<CardField>().Where(field => kept.Took(field) || (isFirst && !Kept.Any(other => other.Took(field)))).ToList();
        var changes =
            from field in own
            let was = string.Join('\n', kept.Quotes.Where(quote => quote.Field == field).Select(quote => quote.Words))
            let now = string.Join('\n', Card.Fields.Where(filled => filled.Field == field).Select(filled => filled.Words))
            where was != now
            select new FieldChange(field, was, now);
        return new CardChange(kept, Card with { Fields = [.. Card.Fields.Where(filled => own.Contains(filled.Field))] }, [.. changes]);
    }
}

internal sealed record KeptProposal(Id<Card> CardId, string Title, CardStatus Status, int RevisionNumber, IReadOnlyList<FieldQuote> Quotes)
{
    public bool Took(CardField field) => Quotes.Any(quote => quote.Field == field);
}

/// <summary>What an answer written anew would change in a card.</summary>
/// <param name="Proposed">The proposal as far as it is this card's.</param>
internal sealed record CardChange(KeptProposal Kept, ProposedCard Proposed, IReadOnlyList<FieldChange> Fields);

/// <param name="Was">The words of the answer when the card was made of it.</param>
internal sealed record FieldChange(CardField Field, string Was, string Now)
{
    /// <summary>The field with the new words where the old ones stand; below what the owner wrote where they do not stand any more. The owner's own words stay.</summary>
    public string In(string field)
    {
        if (Was.Length > 0 && field.Contains(Was, StringComparison.Ordinal))
        {
            var at = field.IndexOf(Was, StringComparison.Ordinal);
            return $"{field[..at]}{Now}{field[(at + Was.Length)..]}".Trim();
        }

        return Now.Length == 0 || field.Contains(Now, StringComparison.Ordinal) ? field : $"{field}\n{Now}".Trim();
    }
}
