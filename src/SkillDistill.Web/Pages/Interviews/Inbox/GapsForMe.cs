using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Distillation.Interviews;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>
/// Questions that the signed-in person's agent could not tell and colleagues sent on. Replying, putting off and declining are the person's own; of the last two nobody else learns
/// anything. Shown are those that come from colleagues whom
/// the agent may answer now: from whoever handed it on, else from its asker.
/// </summary>
internal sealed class GapsForMe(SkillDistillDb db, PutOff putOff, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many replies are shown again.</summary>
    private const int MostReplied = 50;

    /// <summary>The eldest first.</summary>
    public async Task<IReadOnlyList<GapForMe>> OpenAsync(IReadOnlySet<string> unwanted, CancellationToken cancellationToken)
    {
        var waiting = (await ReadAsync(db.Gaps.Where(gap => gap.OwnerId == me.Id && gap.AskerId != me.Id && gap.RepliedAt == null), cancellationToken)).FindAll(row => !unwanted.Contains(row.Gap.Key));
        if (waiting.Count == 0)
        {
            return [];
        }

        var heard = new HashSet<Id<Person>>();
        foreach (var (from, team) in waiting.Select(row => (row.From, row.Team)).Distinct())
        {
            if (await db.PermittedAgents(new Asker(from, me.Teams.Lineage(team)), clock.GetUtcNow()).AnyAsync(agent => agent.OwnerId == me.Id, cancellationToken))
            {
                heard.Add(from);
            }
        }

        return [.. waiting.Where(row => heard.Contains(row.From)).OrderBy(row => row.Gap.SentAt).ThenBy(row => row.Gap.Id)];
    }

    /// <summary>Those replied to, the newest first, so that a reply can be read again and taken back.</summary>
    public Task<List<GapForMe>> RepliedAsync(CancellationToken cancellationToken) =>
        ReadAsync(db.Gaps.Where(gap => gap.OwnerId == me.Id && gap.RepliedAt != null).OrderByDescending(gap => gap.RepliedAt).Take(MostReplied), cancellationToken);

    /// <summary>One reply to one question or to several that ask much the same.</summary>
    /// <param name="draft">Whether a draft card is made of the reply; it is the person's alone until they accept and share it.</param>
    /// <returns>Null where none of the questions is there any more.</returns>
    public async Task<Outcome<Replied>?> ReplyAsync(IReadOnlyCollection<Id<Gap>> ids, string? words, bool draft, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        var gaps = await db.Gaps.Where(gap => ids.Contains(gap.Id) && gap.OwnerId == me.Id && gap.AskerId != me.Id && gap.RepliedAt == null).ToListAsync(cancellationToken);
        if (gaps.Count == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (gaps.Select(gap => gap.Answer(words ?? "", now).Refusal).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            return refused;
        }

        var card = draft ? Drafted(gaps[0].Reply, now) : null;
        if (card?.Refused(out var unfit) == true)
        {
            return unfit;
        }

        if (card is not null)
        {
            db.Cards.Add(card.Value);
        }

        db.Notifications.AddRange(gaps.Select(Notification.Replied));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Taken back by an asker, or replied to in another window, at this moment.
            return null;
        }

        return new Replied(card?.Value, gaps.Count);
    }

    /// <summary>A draft of a reply that cannot be sent any more.</summary>
    public async Task<Outcome<Card>> DraftAsync(string words, CancellationToken cancellationToken)
    {
        if (await takingIn.WhyNotAsync(me.Id, cancellationToken) is { } closed)
        {
            return closed;
        }

        var card = Drafted(words, clock.GetUtcNow());
        if (card.Refusal is null)
        {
            db.Cards.Add(card.Value);
            await db.SaveChangesAsync(cancellationToken);
        }

        return card;
    }

    public async Task TakeBackAsync(Id<Gap> id, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is { } gap)
        {
            gap.TakeBack();
            db.Notifications.RemoveRange(db.Notifications.Where(told => told.GapId == id && told.Kind == NotificationKind.QuestionReplied));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    /// <returns>Whether there was anything to put off.</returns>
    public async Task<bool> PutOffAsync(IReadOnlyCollection<Id<Gap>> ids, bool forGood, CancellationToken cancellationToken)
    {
        var own = await db.Gaps.Where(gap => ids.Contains(gap.Id) && gap.OwnerId == me.Id).Select(gap => gap.Id).ToListAsync(cancellationToken);
        foreach (var id in own)
        {
            await putOff.SetAsync(Gap.KeyOf(id), forGood, cancellationToken);
        }

        return own.Count > 0;
    }

    /// <summary>Those of the given ones that the person may hand on, the eldest first.</summary>
    public async Task<IReadOnlyList<GapForMe>> ToHandOnAsync(IReadOnlyCollection<Id<Gap>> ids, CancellationToken cancellationToken) =>
        [.. (await OpenAsync(new HashSet<string>(), cancellationToken)).Where(row => row.MayBeHandedOn && ids.Contains(row.Gap.Id))];

    /// <summary>To somebody whose agent the person may ask: nobody else has agreed to answer colleagues.</summary>
    /// <returns>The name of who is asked now; null where that cannot be, or nothing is there to hand on any more.</returns>
    public async Task<string?> HandOnAsync(IReadOnlyCollection<Id<Gap>> ids, Id<Agent> agent, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var may = (await ToHandOnAsync(ids, cancellationToken)).Select(row => row.Gap.Id).ToList();
        var to = await (from permitted in db.PermittedAgents(me.Asker, now)
                        join owner in db.People on permitted.OwnerId equals owner.Id
                        where permitted.Id == agent && owner.Id != me.Id && owner.DeactivatedAt == null
                        select new { owner.Id, owner.Name }).FirstOrDefaultAsync(cancellationToken);
        var gaps = await db.Gaps.Where(gap => may.Contains(gap.Id)).ToListAsync(cancellationToken);
        if (to is null || gaps.Count == 0 || gaps.Any(gap => gap.HandOn(to.Id, now).Refusal is not null))
        {
            return null;
        }

        db.Notifications.RemoveRange(db.Notifications.Where(told => told.PersonId == me.Id && may.Contains(told.GapId!.Value)));
        db.Notifications.AddRange(gaps.SelectMany(gap => gap.OwnerId == gap.AskerId ? [Notification.HandedOn(gap)] : new[] { Notification.HandedOn(gap), Notification.SentAgain(gap) }));
        try
        {
            await db.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Taken back by an asker, or handed on in another window, at this moment.
            return null;
        }

        return to.Name;
    }

    private Outcome<Card> Drafted(string words, DateTimeOffset now) => Card.Draft(me.Id, ProposeCards.OfReply(words), null, now);

    private Task<Gap?> OwnAsync(Id<Gap> id, CancellationToken cancellationToken) => db.Gaps.FirstOrDefaultAsync(gap => gap.Id == id && gap.OwnerId == me.Id, cancellationToken);

    private Task<List<GapForMe>> ReadAsync(IQueryable<Gap> gaps, CancellationToken cancellationToken) =>
        (from gap in gaps.AsNoTracking()
         join asker in db.People on gap.AskerId equals asker.Id
         join hander in db.People on gap.HandedOnById equals (Id<Person>?)hander.Id into handers
         from hander in handers.DefaultIfEmpty()
         select new GapForMe(gap, gap.IsNamed ? asker.Name : null, hander == null ? null : hander.Name, hander == null ? asker.TeamId : hander.TeamId)).ToListAsync(cancellationToken);
}

/// <param name="AskerName">Null where they asked without their name.</param>
/// <param name="HandedOnBy">The name of whoever handed it on, or null.</param>
/// <param name="Team">Of whom it comes from; to look up consent by, and not shown.</param>
internal sealed record GapForMe(Gap Gap, string? AskerName, string? HandedOnBy, Id<Team>? Team)
{
    public Id<Person> From => Gap.HandedOnById ?? Gap.AskerId;

    public bool MayBeHandedOn => Gap is { MayBeHandedOn: true, HandedOnById: null };
}

/// <param name="Draft">The card drafted of the reply, where one was wanted.</param>
/// <param name="Count">How many questions it answers.</param>
internal sealed record Replied(Card? Draft, int Count);
