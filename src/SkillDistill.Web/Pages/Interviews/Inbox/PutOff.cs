using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Interviews;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Interviews.Inbox;

/// <summary>Which questions the signed-in person does not want now, or not at all. Nobody else is told.</summary>
internal sealed class PutOff(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>The keys of those that are not to be shown now.</summary>
    public async Task<IReadOnlySet<string>> KeysAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return (await db.PutOffQuestions.AsNoTracking().Where(question => question.OwnerId == me.Id && (question.Until == null || question.Until > now)).Select(question => question.Key).ToListAsync(cancellationToken)).ToHashSet();
    }

    /// <param name="forGood">Whether it shall not come back at all.</param>
    public async Task SetAsync(string key, bool forGood, CancellationToken cancellationToken)
    {
        DateTimeOffset? until = forGood ? null : clock.GetUtcNow() + PutOffQuestion.Snooze;
        if (await db.PutOffQuestions.FirstOrDefaultAsync(question => question.OwnerId == me.Id && question.Key == key, cancellationToken) is { } before)
        {
            before.Again(until);
        }
        else
        {
            db.PutOffQuestions.Add(PutOffQuestion.Of(me.Id, key, until));
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
