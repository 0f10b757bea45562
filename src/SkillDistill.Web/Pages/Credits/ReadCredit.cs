using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Credits;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Credits;

/// <summary>What came of the signed-in person's know-how, month by month, for their eyes alone.</summary>
internal sealed class ReadCredit(SkillDistillDb db, ReadConversation read, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The month that it is now.</summary>
    public DateOnly Now => CreditMonth.Of(clock.GetUtcNow());

    /// <summary>Those in which something came of it, the eldest first.</summary>
    public async Task<IReadOnlyList<CreditMonth>> MonthsAsync(CancellationToken cancellationToken)
    {
        var given = (await GivenAsync(db.Credits, cancellationToken)).ToLookup(credit => CreditMonth.Of(credit.At), credit => credit.Asker);
        var replies = (await db.Gaps.Where(gap => gap.OwnerId == me.Id && gap.RepliedAt != null).Select(gap => gap.RepliedAt!.Value).ToListAsync(cancellationToken)).ToLookup(CreditMonth.Of);
        var settled = (await db.Disagreements.Where(disagreement => disagreement.OwnerId == me.Id && disagreement.SettledAt != null)
            .Select(disagreement => new { At = disagreement.SettledAt!.Value, disagreement.Settlement }).ToListAsync(cancellationToken)).ToLookup(row => CreditMonth.Of(row.At), row => row.Settlement);
        var changed = (await ChangedAsync(cancellationToken)).ToLookup(CreditMonth.Of);
        var months = given.Select(month => month.Key).Union(replies.Select(month => month.Key)).Union(settled.Select(month => month.Key)).Union(changed.Select(month => month.Key));
        return [.. months.Order().Select(month => new CreditMonth(month)
        {
            Colleagues = given[month].Distinct().Count(),
            Answers = given[month].Count(),
            Replies = replies[month].Count(),
            Settled = settled[month].Count(),
            StoodBy = settled[month].Count(settlement => settlement == Settlement.StoodBy),
            Changed = changed[month].Count(),
        })];
    }

    /// <summary>How many different colleagues it helped this month.</summary>
    public async Task<int> ColleaguesThisMonthAsync(CancellationToken cancellationToken)
    {
        var since = new DateTimeOffset(Now, TimeOnly.MinValue, TimeSpan.Zero);
        return (await GivenAsync(db.Credits.Where(credit => credit.GivenAt >= since), cancellationToken)).Select(credit => credit.Asker).Distinct().Count();
    }

    private async Task<List<(DateTimeOffset At, Id<Person>? Asker)>> GivenAsync(IQueryable<Credit> credits, CancellationToken cancellationToken)
    {
        var rows = await credits.Where(credit => credit.AuthorId == me.Id).Select(credit => new { credit.GivenAt, credit.AskerId }).ToListAsync(cancellationToken);
        return rows.ConvertAll(row => (row.GivenAt, row.AskerId));
    }

    /// <summary>When colleagues changed something because the person disagreed; as long as the person may read that they did.</summary>
    private Task<List<DateTimeOffset>> ChangedAsync(CancellationToken cancellationToken)
    {
        var readable = read.Readable().Select(conversation => conversation.Id);
        return db.Disagreements
            .Where(disagreement => disagreement.AskerId == me.Id && disagreement.SettledAt != null && disagreement.Settlement != Settlement.StoodBy
                && db.Turns.Any(turn => turn.Id == disagreement.TurnId && readable.Contains(turn.ConversationId)))
            .Select(disagreement => disagreement.SettledAt!.Value).ToListAsync(cancellationToken);
    }
}
