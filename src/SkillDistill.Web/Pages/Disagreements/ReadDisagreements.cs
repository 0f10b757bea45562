using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Profiles;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Disagreements;

/// <summary>Disagreements as the signed-in person may read them: those about their own cards, and those they sent.</summary>
internal sealed class ReadDisagreements(SkillDistillDb db, ReadConversation read, CurrentPerson me)
{
    /// <summary>How many settled ones are shown.</summary>
    public const int MostSettled = 50;

    public Task<int> OpenCountAsync(CancellationToken cancellationToken) =>
        db.Disagreements.CountAsync(disagreement => disagreement.OwnerId == me.Id && disagreement.SettledAt == null, cancellationToken);

    /// <summary>Those for the person to settle, the eldest first.</summary>
    public Task<List<DisagreementRow>> OpenAsync(CancellationToken cancellationToken) =>
        RowsAsync(db.Disagreements.Where(disagreement => disagreement.OwnerId == me.Id && disagreement.SettledAt == null).OrderBy(disagreement => disagreement.SentAt).ThenBy(disagreement => disagreement.Id), cancellationToken);

    /// <summary>Those the person has settled, the newest first.</summary>
    public Task<List<DisagreementRow>> SettledAsync(CancellationToken cancellationToken) =>
        RowsAsync(db.Disagreements.Where(disagreement => disagreement.OwnerId == me.Id && disagreement.SettledAt != null).OrderByDescending(disagreement => disagreement.SettledAt).ThenBy(disagreement => disagreement.Id).Take(MostSettled), cancellationToken);

    /// <summary>What the person said to others, the newest first. How it was settled is the other's to say, and only while their agent may answer the person: else <see cref="DisagreementRow.Conversation"/> is null.</summary>
    public Task<List<DisagreementRow>> SentAsync(CancellationToken cancellationToken) =>
        RowsAsync(db.Disagreements.Where(disagreement => disagreement.AskerId == me.Id).OrderByDescending(disagreement => disagreement.SentAt).ThenBy(disagreement => disagreement.Id).Take(MostSettled), cancellationToken);

    /// <summary>Those that a card of the person's was in, the newest first.</summary>
    public Task<List<DisagreementRow>> OfCardAsync(Id<Card> card, CancellationToken cancellationToken) =>
        RowsAsync(db.Disagreements.Where(disagreement => disagreement.OwnerId == me.Id && (disagreement.SettledCardId == card || disagreement.Cards.Any(disputed => disputed.CardId == card))).OrderByDescending(disagreement => disagreement.SentAt), cancellationToken);

    /// <summary>Where judgement lives: by skill of the cards, how many disagreements there were; the one with most first, by name where there are as many.</summary>
    public async Task<IReadOnlyList<DisputedSkill>> BySkillAsync(SkillLabels labels, CancellationToken cancellationToken)
    {
        var rows = await (from disagreement in db.Disagreements
                          join disputed in db.DisputedCards on disagreement.Id equals disputed.DisagreementId
                          join card in db.Cards on disputed.CardId equals card.Id
                          where disagreement.OwnerId == me.Id
                          from tag in card.Skills
                          select new { disagreement.Id, tag.SkillId, IsOpen = disagreement.SettledAt == null }).Distinct().ToListAsync(cancellationToken);
        var named = await labels.NamesAsync(rows.Select(row => row.SkillId), cancellationToken);
        return [.. named.Select(skill => new DisputedSkill(skill.Value, rows.Count(row => row.SkillId == skill.Key && row.IsOpen), rows.Count(row => row.SkillId == skill.Key && !row.IsOpen)))
            .OrderByDescending(skill => skill.Open + skill.Settled).ThenBy(skill => skill.Label, StringComparer.CurrentCulture)];
    }

    /// <returns>Null where it is not about cards of the person's.</returns>
    public async Task<OwnDisagreement?> OwnAsync(Id<Disagreement> id, CancellationToken cancellationToken)
    {
        if ((await RowsAsync(db.Disagreements.Where(disagreement => disagreement.Id == id && disagreement.OwnerId == me.Id), cancellationToken)).FirstOrDefault() is not { } row)
        {
            return null;
        }

        var sent = row.Disagreement.SentAt;
        var disputed = db.DisputedCards.Where(card => card.DisagreementId == id).Select(card => card.CardId);
        var cards = await db.OwnCards(me.Id).AsNoTracking().Where(own => disputed.Contains(own.Card.Id)).OrderBy(own => own.Card.Id).ToListAsync(cancellationToken);
        var since = await db.OwnCards(me.Id).AsNoTracking().Where(own => own.Card.Status == CardStatus.Accepted && own.Revision.WrittenAt > sent).OrderByDescending(own => own.Revision.WrittenAt).Take(MostSettled).ToListAsync(cancellationToken);
        return new OwnDisagreement(row, cards, [.. since.Where(own => cards.Exists(card => card.Card.Id == own.Card.Id))], [.. since.Where(own => !cards.Exists(card => card.Card.Id == own.Card.Id) && own.Revision.Number == 1)]);
    }

    private Task<List<DisagreementRow>> RowsAsync(IQueryable<Disagreement> disagreements, CancellationToken cancellationToken)
    {
        var readable = read.Readable().Select(conversation => conversation.Id);
        return disagreements.AsNoTracking().Select(disagreement => new DisagreementRow(
            disagreement,
            db.People.Where(person => person.Id == disagreement.AskerId && (disagreement.IsNamed || person.Id == me.Id)).Select(person => person.Name).FirstOrDefault(),
            db.People.Where(person => person.Id == disagreement.OwnerId).Select(person => person.Name).First(),
            db.Turns.Where(turn => turn.Id == disagreement.TurnId && disagreement.AskerId == me.Id && readable.Contains(turn.ConversationId)).Select(turn => (Id<Conversation>?)turn.ConversationId).FirstOrDefault())).ToListAsync(cancellationToken);
    }
}

/// <param name="AskerName">Null where they said it without their name, or are gone.</param>
/// <param name="Conversation">Where it was said; null for others than who said it, once it is gone, and while they may not read it.</param>
internal sealed record DisagreementRow(Disagreement Disagreement, string? AskerName, string OwnerName, Id<Conversation>? Conversation);

/// <param name="Cards">The cards that the answer cited, as they are now.</param>
/// <param name="Changed">Those of them that were changed since it was said.</param>
/// <param name="Written">Other cards that were written since.</param>
internal sealed record OwnDisagreement(DisagreementRow Row, IReadOnlyList<OwnCard> Cards, IReadOnlyList<OwnCard> Changed, IReadOnlyList<OwnCard> Written);

/// <param name="Open">Not settled yet.</param>
internal sealed record DisputedSkill(string Label, int Open, int Settled);
