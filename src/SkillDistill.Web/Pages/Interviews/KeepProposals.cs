using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews;

/// <summary>The owner's word on proposed cards: keep them as drafts, one by one or several, or discard them. Pressing twice makes nothing twice.</summary>
internal sealed class KeepProposals(SkillDistillDb db, OwnInterview own, Proposals proposals, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The drafts made now.</returns>
    public async Task<Outcome<List<Card>>> AsDraftsAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"interview:{me.Id}", cancellationToken);
        var made = new List<Card>();
        if (await own.FindAsync(cancellationToken) is { } soFar)
        {
            var wanted = (await proposals.OfAsync(soFar, cancellationToken)).Where(proposal => keys.Contains(proposal.Card.Key) && proposal.Kept.Count == 0);
            made.AddRange(wanted.Select(proposal => Draft(soFar, proposal.Card)).OfType<Card>());
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return made;
    }

    public async Task DiscardAsync(IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"interview:{me.Id}", cancellationToken);
        if (await own.FindAsync(cancellationToken) is { } soFar)
        {
            var open = (await proposals.OfAsync(soFar, cancellationToken)).Where(proposal => keys.Contains(proposal.Card.Key) && proposal.Kept.Count == 0);
            db.DiscardedProposals.AddRange(open.Select(proposal => DiscardedProposal.Of(soFar.Interview.Id, proposal.Card.Key)));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }

    /// <summary>Whatever keeps the words from being a draft (they are empty, or too long) leaves the proposal where it is.</summary>
    private Card? Draft(InterviewSoFar soFar, ProposedCard proposal)
    {
        var drafted = Card.Draft(me.Id, proposal.Text, null, clock.GetUtcNow());
        if (drafted.Refused(out _))
        {
            return null;
        }

        var card = drafted.Value;
        card.ShareWith(Narrowest(soFar, proposal));
        db.Cards.Add(card);
        db.FieldQuotes.AddRange(FieldQuote.Of(card.Id, proposal, new Dictionary<CardField, int>()));
        return card;
    }

    /// <summary>Answers for different people make a card for none of them: widening it is the owner's to do.</summary>
    private static Audience Narrowest(InterviewSoFar soFar, ProposedCard proposal)
    {
        var audiences = proposal.Answers.Select(id => soFar.Answers.First(answer => answer.Id == id).Audience).ToList();
        return audiences.TrueForAll(audience => audience.Equals(audiences[0])) ? audiences[0] with { } : Audience.Private();
    }
}
