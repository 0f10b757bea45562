using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Interviews.Protocols;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Publishes another edition of the interview's questions. Interviews under way keep theirs.</summary>
internal sealed class ChangeQuestions(SkillDistillDb db, ProtocolShelf shelf, TimeProvider clock)
{
    /// <param name="shipped">The protocol that is changed: that of the edition before, or a newer one to carry its changes over to.</param>
    public async Task<Outcome<ProtocolEdition>> PublishAsync(Protocol shipped, QuestionsForm form, Id<Person> by, CancellationToken cancellationToken)
    {
        var last = await shelf.LastEditionAsync(cancellationToken);
        if ((last?.Number ?? 0) != form.Seen)
        {
            return new ChangedMeanwhile();
        }

        var more = form.HasMore ? form.More(ProtocolEdition.NumberAfter(last)) : null;
        if (more?.Refusal is { } wrong)
        {
            return wrong;
        }

        var edition = ProtocolEdition.After(last, shipped, form.Asked.ToHashSet(), more?.Value, by, clock.GetUtcNow());
        if (edition.Refused(out var refusal))
        {
            return refusal;
        }

        db.ProtocolEditions.Add(edition.Value);
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return edition;
        }
        catch (DbUpdateException failure) when (failure.IsCollision())
        {
            return new ChangedMeanwhile();
        }
    }
}
