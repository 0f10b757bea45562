using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>
/// A conversation as its asker may read it now. What an agent said stays readable only while it may say it: when consent ended the conversation is
/// not there, and an answer that cites a card taken away is withheld.
/// </summary>
internal sealed class ReadConversation(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The asker's conversations that can be read now.</summary>
    public IQueryable<Conversation> Readable()
    {
        var permitted = db.PermittedAgents(me.Asker, clock.GetUtcNow()).Select(agent => agent.Id);
        return db.Conversations.Where(conversation => conversation.AskerId == me.Id && (conversation.IsTrial || permitted.Contains(conversation.AgentId)));
    }

    /// <summary>A turn of the asker's with somebody else's agent whose owner is there to be told something; with what it cites.</summary>
    /// <returns>Null where there is no such turn for this asker. Nobody who has left is told anything, though their agent may go on.</returns>
    public async Task<(Turn Turn, Agent Agent)?> OfAnotherAsync(Id<Conversation> id, Id<Turn> turn, CancellationToken cancellationToken)
    {
        var found = await (from conversation in Readable()
                           where conversation.Id == id && !conversation.IsTrial
                           join asked in db.Turns.Include(asked => asked.Citations) on conversation.Id equals asked.ConversationId
                           where asked.Id == turn
                           join agent in db.Agents on conversation.AgentId equals agent.Id
                           join owner in db.People on agent.OwnerId equals owner.Id
                           where owner.DeactivatedAt == null
                           select new { Turn = asked, Agent = agent }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        return found is null ? null : (found.Turn, found.Agent);
    }

    public async Task<ConversationView?> Async(Id<Conversation> id, CancellationToken cancellationToken)
    {
        var view = await (from conversation in Readable().AsNoTracking()
                          join agent in db.Agents on conversation.AgentId equals agent.Id
                          join owner in db.People on agent.OwnerId equals owner.Id
                          where conversation.Id == id
                          select new ConversationView(conversation.Id, agent.Id, owner.Name, owner.JobTitle, owner.Email, conversation.Title, conversation.IsTrial, owner.DeactivatedAt == null, agent.TakesNamedOnly) { ShowsAsker = conversation.ShowsAsker }).FirstOrDefaultAsync(cancellationToken);
        return view is null ? null : view with { Turns = await TurnsAsync(view, cancellationToken) };
    }

    private async Task<IReadOnlyList<TurnView>> TurnsAsync(ConversationView view, CancellationToken cancellationToken)
    {
        var turns = await db.Turns.AsNoTracking().Where(turn => turn.ConversationId == view.Id).OrderBy(turn => turn.Ordinal)
            .Select(turn => new { Turn = turn, Cited = turn.Citations.Count }).ToListAsync(cancellationToken);
        var numbers = await db.AgentVersions.Where(version => version.AgentId == view.AgentId).ToDictionaryAsync(version => version.Id, version => version.Number, cancellationToken);
        if (turns.TrueForAll(row => row.Turn.State == TurnState.Pending))
        {
            // A first question waits for its first word: nothing was cited, sent on or said to it yet, and its asker is not made to wait for more queries.
            return [.. turns.Select(row => new TurnView(row.Turn, numbers.GetValueOrDefault(row.Turn.VersionId), [], IsWithheld: false, Sent: null))];
        }

        var citations = (await CitationsAsync(view, cancellationToken)).ToLookup(citation => citation.TurnId);
        var sent = await db.Gaps.AsNoTracking().Where(gap => gap.AskerId == me.Id && db.Turns.Any(turn => turn.Id == gap.TurnId && turn.ConversationId == view.Id)).ToDictionaryAsync(gap => gap.TurnId, cancellationToken);
        var handed = sent.Values.Where(gap => gap.HandedOnAt is not null).Select(gap => gap.OwnerId).ToList();
        var handedTo = handed.Count == 0 ? [] : await db.People.Where(person => handed.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var disagreements = await db.Disagreements.AsNoTracking().Where(disagreement => disagreement.AskerId == me.Id && db.Turns.Any(turn => turn.Id == disagreement.TurnId && turn.ConversationId == view.Id)).ToDictionaryAsync(disagreement => disagreement.TurnId!.Value, cancellationToken);
        var opinions = await db.SecondOpinions.AsNoTracking().Where(opinion => opinion.AskerId == me.Id && db.Turns.Any(turn => turn.ConversationId == view.Id && (turn.Id == opinion.FirstId || turn.Id == opinion.SecondId)))
            .OrderBy(opinion => opinion.AskedAt).ToListAsync(cancellationToken);
        var now = clock.GetUtcNow();
        return [.. turns.Select(row => new TurnView(
            row.Turn,
            numbers.GetValueOrDefault(row.Turn.VersionId),
            [.. citations[row.Turn.Id].OrderBy(citation => citation.Number).Select(citation => citation with { IsStale = citation.ReviewBy < now })],
            IsWithheld: citations[row.Turn.Id].Count() < row.Cited,
            sent.GetValueOrDefault(row.Turn.Id))
        {
            HandedOnTo = sent.GetValueOrDefault(row.Turn.Id) is { } gap ? handedTo.GetValueOrDefault(gap.OwnerId) : null,
            Disagreement = disagreements.GetValueOrDefault(row.Turn.Id),
            Opinions = [.. opinions.Where(opinion => opinion.FirstId == row.Turn.Id || opinion.SecondId == row.Turn.Id).Select(opinion => opinion.Id)],
        })];
    }

    private Task<List<CitationView>> CitationsAsync(ConversationView view, CancellationToken cancellationToken)
    {
        var permitted = view.IsTrial
            ? from conversation in db.Conversations
              join turn in db.Turns on conversation.Id equals turn.ConversationId
              join citation in db.Citations on turn.Id equals citation.TurnId
              join card in db.Cards on citation.CardId equals card.Id
              join revision in db.CardRevisions on citation.RevisionId equals revision.Id
              where conversation.AskerId == me.Id && card.OwnerId == me.Id
              select new PermittedCitation { ConversationId = conversation.Id, Citation = citation, Card = card, Revision = revision }
            : db.PermittedCitations(me.Asker, clock.GetUtcNow());
        return permitted.AsNoTracking().Where(row => row.ConversationId == view.Id)
            .Select(row => new CitationView(row.Citation.TurnId, row.Revision.Id, row.Citation.Number, row.Citation.Field, row.Citation.Quote, row.Revision.Text, row.Revision.Number, row.Card.ConfirmedAt, row.Card.ReviewBy, row.Card.HoldsUntil, row.Card.CameAboutAt != null)
            {
                IsFromRole = row.Card.FromRoleSince != null,
                FirstAuthor = row.Revision.Number == 1 ? db.People.Where(person => person.Id == row.Card.FirstAuthorId).Select(person => person.Name).FirstOrDefault() : null,
            })
            .ToListAsync(cancellationToken);
    }
}

internal sealed record ConversationView(Id<Conversation> Id, Id<Agent> AgentId, string OwnerName, string OwnerJobTitle, string OwnerEmail, string Title, bool IsTrial, bool OwnerIsHere, bool OwnerTakesNamedOnly)
{
    /// <summary>Whether the owner may see who asks.</summary>
    public bool ShowsAsker { get; init; }

    public IReadOnlyList<TurnView> Turns { get; init; } = [];
}

/// <param name="IsWithheld">A card that the answer cites is not the asker's to see any more.</param>
/// <param name="Sent">The question as it was sent on to the owner, with their reply, or null.</param>
internal sealed record TurnView(Turn Turn, int VersionNumber, IReadOnlyList<CitationView> Citations, bool IsWithheld, Gap? Sent)
{
    /// <summary>The name of whom the owner handed the question on to, or null.</summary>
    public string? HandedOnTo { get; init; }

    /// <summary>Whether the owner, not knowing who asks, handed it on to the asker.</summary>
    public bool IsHandedToAsker => Sent is { HandedOnAt: not null } sent && sent.OwnerId == sent.AskerId;

    /// <summary>What its asker would do instead, or null.</summary>
    public Disagreement? Disagreement { get; init; }

    /// <summary>Where this answer stands beside one of another agent to the same question.</summary>
    public IReadOnlyList<Id<SecondOpinion>> Opinions { get; init; } = [];
}

internal sealed record CitationView(
    Id<Turn> TurnId, Id<CardRevision> RevisionId, int Number, CardField Field, string Quote, CardText Text, int RevisionNumber, DateTimeOffset ConfirmedAt, DateTimeOffset ReviewBy, string HoldsUntil, bool CameAbout)
{
    public bool IsStale { get; init; }

    /// <summary>Whether its owner took it over with a role.</summary>
    public bool IsFromRole { get; init; }

    /// <summary>Who wrote these words, where they came with the role, were not changed since, and their author left their name on them; else null.</summary>
    public string? FirstAuthor { get; init; }
}
