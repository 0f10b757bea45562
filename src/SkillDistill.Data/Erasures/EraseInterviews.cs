using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Erasures;

/// <summary>Takes answers of an interview away. Cards made of them stay unless they were erased before; then without the quotes, by the cascade.</summary>
internal static class EraseInterviews
{
    public static async Task EraseInterviewAnswerAsync(this SkillDistillDb db, InterviewAnswer answer, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        erasure.Did(ErasedPart.Origins, await db.FieldQuotes.Where(quote => quote.AnswerId == answer.Id).Select(quote => quote.CardId).Distinct().CountAsync(cancellationToken), now);

        // The keys of discarded pieces hold digests of their words.
        var begins = $"{answer.Probe}~{answer.About}{answer.Slot}~";
        await db.DiscardedProposals.Where(proposal => proposal.InterviewId == answer.InterviewId && proposal.Key.StartsWith(begins)).ExecuteDeleteAsync(cancellationToken);
        erasure.Did(ErasedPart.InterviewAnswers, await db.InterviewAnswers.Where(known => known.Id == answer.Id).ExecuteDeleteAsync(cancellationToken), now);
    }

    public static async Task EraseInterviewAsync(this SkillDistillDb db, Id<Person> owner, Erasure erasure, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var interviews = db.Interviews.Where(interview => interview.OwnerId == owner);
        erasure.Did(ErasedPart.InterviewAnswers, await db.InterviewAnswers.Where(answer => interviews.Any(interview => interview.Id == answer.InterviewId)).ExecuteDeleteAsync(cancellationToken), now);
        await interviews.ExecuteDeleteAsync(cancellationToken);
        await db.PutOffQuestions.Where(question => question.OwnerId == owner).ExecuteDeleteAsync(cancellationToken);

        // That it was sent is the manager's to know; what became of it is not kept.
        await db.Invitations.Where(invitation => invitation.ToId == owner).ExecuteUpdateAsync(
            set => set.SetProperty(invitation => invitation.Note, "").SetProperty(invitation => invitation.PutAwayAt, invitation => invitation.SentAt), cancellationToken);
    }
}
