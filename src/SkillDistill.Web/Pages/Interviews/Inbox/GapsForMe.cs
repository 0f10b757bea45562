using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Distillation.Interviews;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>
/// Questions that the signed-in person's agent could not tell and colleagues sent on. Replying, putting off and declining are the person's own; of the last two nobody else learns
/// anything. Shown are those of colleagues who may read a reply: whom the agent may answer now.
/// </summary>
internal sealed class GapsForMe(SkillDistillDb db, PutOff putOff, TakingIn takingIn, CurrentPerson me, TimeProvider clock)
{
    /// <summary>How many replies are shown again.</summary>
    private const int MostReplied = 50;

    /// <summary>The eldest first.</summary>
    public async Task<IReadOnlyList<GapForMe>> OpenAsync(IReadOnlySet<string> unwanted, CancellationToken cancellationToken)
    {
        var waiting = (await ReadAsync(db.Gaps.Where(gap => gap.OwnerId == me.Id && gap.RepliedAt == null), cancellationToken)).FindAll(row => !unwanted.Contains(row.Gap.Key));
        if (waiting.Count == 0)
        {
            return [];
        }

        var heard = new HashSet<Id<Person>>();
        var teams = new TeamTree(await db.Teams.AsNoTracking().ToListAsync(cancellationToken));
        foreach (var (asker, team) in waiting.Select(row => (row.Gap.AskerId, row.Team)).Distinct())
        {
            if (await db.PermittedAgents(new Asker(asker, teams.Lineage(team)), clock.GetUtcNow()).AnyAsync(agent => agent.OwnerId == me.Id, cancellationToken))
            {
                heard.Add(asker);
            }
        }

        return [.. waiting.Where(row => heard.Contains(row.Gap.AskerId)).OrderBy(row => row.Gap.SentAt).ThenBy(row => row.Gap.Id)];
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

        var gaps = await db.Gaps.Where(gap => ids.Contains(gap.Id) && gap.OwnerId == me.Id && gap.RepliedAt == null).ToListAsync(cancellationToken);
        if (gaps.Count == 0)
        {
            return null;
        }

        var now = clock.GetUtcNow();
        if (gaps.Select(gap => gap.Answer(words ?? "", now).Refusal).FirstOrDefault(refusal => refusal is not null) is { } refused)
        {
            return refused;
        }

        var card = draft ? Card.Draft(me.Id, ProposeCards.OfReply(gaps[0].Reply), null, now) : null;
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

    public async Task TakeBackAsync(Id<Gap> id, CancellationToken cancellationToken)
    {
        if (await OwnAsync(id, cancellationToken) is { } gap)
        {
            gap.TakeBack();
            db.Notifications.RemoveRange(db.Notifications.Where(told => told.GapId == id && told.Kind == NotificationKind.QuestionReplied));
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    public async Task PutOffAsync(IReadOnlyCollection<Id<Gap>> ids, bool forGood, CancellationToken cancellationToken)
    {
        foreach (var id in await db.Gaps.Where(gap => ids.Contains(gap.Id) && gap.OwnerId == me.Id).Select(gap => gap.Id).ToListAsync(cancellationToken))
        {
            await putOff.SetAsync(Gap.KeyOf(id), forGood, cancellationToken);
        }
    }

    private Task<Gap?> OwnAsync(Id<Gap> id, CancellationToken cancellationToken) => db.Gaps.FirstOrDefaultAsync(gap => gap.Id == id && gap.OwnerId == me.Id, cancellationToken);

    private Task<List<GapForMe>> ReadAsync(IQueryable<Gap> gaps, CancellationToken cancellationToken) =>
        gaps.AsNoTracking().Join(db.People, gap => gap.AskerId, person => person.Id, (gap, person) => new GapForMe(gap, gap.IsNamed ? person.Name : null, person.TeamId)).ToListAsync(cancellationToken);
}

/// <param name="AskerName">Null where they asked without their name.</param>
/// <param name="Team">Of the asker; to look up consent by, and not shown.</param>
internal sealed record GapForMe(Gap Gap, string? AskerName, Id<Team>? Team);

/// <param name="Draft">The card drafted of the reply, where one was wanted.</param>
/// <param name="Count">How many questions it answers.</param>
internal sealed record Replied(Card? Draft, int Count);
