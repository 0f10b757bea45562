using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.Notifications;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>Says something to a decision by name, and takes it back.</summary>
internal sealed class CommentOnDecision(SkillDistillDb db, ReadDecisions read, CurrentPerson me, TimeProvider clock)
{
    /// <returns>The comment, why not, or null where there is no such decision to read. The same words once more are the comment that is there.</returns>
    public async Task<Outcome<DecisionComment>?> WriteAsync(Id<Decision> decision, string? text, CancellationToken cancellationToken)
    {
        var readable = read.Readable.ToList();
        if (await db.Decisions.AsNoTracking().FirstOrDefaultAsync(known => known.Id == decision && readable.Contains(known.TeamId), cancellationToken) is not { } about)
        {
            return null;
        }

        var comment = DecisionComment.Write(decision, me.Id, text, clock.GetUtcNow());
        if (comment.Refused(out _))
        {
            return comment;
        }

        // Of two posts at once the second waits, and finds the words of the first.
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.LockAsync($"comments:{me.Id}", cancellationToken);
        var words = comment.Value.Text;
        if (await db.DecisionComments.FirstOrDefaultAsync(known => known.DecisionId == decision && known.AuthorId == me.Id && known.Text == words, cancellationToken) is { } same)
        {
            return same;
        }

        db.DecisionComments.Add(comment.Value);
        if (about.DecidedById is { } manager && manager != me.Id)
        {
            db.Notifications.Add(Notification.Commented(comment.Value, manager));
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return comment;
    }

    /// <returns>False where there is no such comment of the signed-in person's.</returns>
    public async Task<bool> TakeBackAsync(Id<DecisionComment> comment, CancellationToken cancellationToken) =>
        await db.DecisionComments.Where(known => known.Id == comment && known.AuthorId == me.Id).ExecuteDeleteAsync(cancellationToken) > 0;
}
