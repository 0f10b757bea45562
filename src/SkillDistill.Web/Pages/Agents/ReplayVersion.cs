using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Answering;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Ask;

namespace SkillDistill.Web.Pages.Agents;

/// <summary>
/// Asks a version again what its owner accepted an answer to. Always the built-in answerer: the same version and the same question give the same answer, and nothing leaves
/// this machine. So what is held to the accepted answer is which cards it rests on and how certain it is, and not a wording.
/// </summary>
internal sealed class ReplayVersion(SkillDistillDb db, PrepareBrief prepare, AnswerQuestion answerQuestion, TimeProvider clock)
{
    private const string Question = "question";
    private const string OwnAnswer = "answer";

    /// <summary>The words that a case is about, by which it is noticed that they changed.</summary>
    public static string WordsOf(InterviewAnswer holdout) => ReplayCase.DigestOf(holdout.Parts[Question], holdout.Parts[OwnAnswer]);

    /// <param name="version">Of the signed-in owner's agent.</param>
    public async Task<Answer> AskAsync(AgentVersion version, Id<Person> owner, InterviewAnswer holdout, CancellationToken cancellationToken)
    {
        var brief = await prepare.ForOwnAsync(version, owner, holdout.Parts[Question], cancellationToken) with { MayUseExternalModel = false };
        return await answerQuestion.WholeAsync(brief, cancellationToken: cancellationToken);
    }

    /// <summary>Tries the version on every accepted case and adds the result to what is saved next, in place of an earlier one. Within a transaction that holds the owner's words.</summary>
    /// <returns>Null where there is no case.</returns>
    public async Task<Replay?> RunAsync(AgentVersion version, Id<Person> owner, CancellationToken cancellationToken)
    {
        var cases = await (from known in db.ReplayCases.AsNoTracking()
                           join holdout in db.InterviewAnswers.AsNoTracking() on known.AnswerId equals holdout.Id
                           where known.AgentId == version.AgentId
                           orderby holdout.Place, holdout.Id
                           select new { Known = known, Holdout = holdout }).ToListAsync(cancellationToken);
        var inProfile = await db.Cards.Where(card => card.OwnerId == owner && (card.Status == CardStatus.Accepted || card.Status == CardStatus.Draft)).Select(card => card.Id).ToHashSetAsync(cancellationToken);
        var results = new List<ReplayResult>();
        foreach (var row in cases)
        {
            results.Add(row.Known.Judge(version.Id, await AskAsync(version, owner, row.Holdout, cancellationToken), WordsOf(row.Holdout), inProfile));
        }

        await db.Replays.Where(earlier => earlier.VersionId == version.Id).ExecuteDeleteAsync(cancellationToken);
        return results.Count == 0 ? null : db.Replays.Add(Replay.Of(version.Id, results, clock.GetUtcNow())).Entity;
    }
}
