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
/// Asks a version again what its owner accepted an answer to, and what was asked in disagreements that they settled. Always the built-in answerer: the same version and the same question give the same answer, and nothing leaves
/// this machine. So what is held to the accepted answer is which cards it rests on and how certain it is, and not a wording.
/// </summary>
internal sealed class ReplayVersion(SkillDistillDb db, PrepareBrief prepare, AnswerQuestion answerQuestion, TimeProvider clock)
{
    private const string Question = "question";
    private const string OwnAnswer = "answer";

    /// <summary>The words that a case is about, by which it is noticed that they changed.</summary>
    public static string WordsOf(InterviewAnswer holdout) => ReplayCase.DigestOf(holdout.Parts[Question], holdout.Parts[OwnAnswer]);

    /// <param name="version">Of the signed-in owner's agent.</param>
    public Task<Answer> AskAsync(AgentVersion version, Id<Person> owner, InterviewAnswer holdout, CancellationToken cancellationToken) => AskAsync(version, owner, holdout.Parts[Question], cancellationToken);

    private async Task<Answer> AskAsync(AgentVersion version, Id<Person> owner, string question, CancellationToken cancellationToken)
    {
        var brief = await prepare.ForOwnAsync(version, owner, question, cancellationToken) with { MayUseExternalModel = false };
        return await answerQuestion.WholeAsync(brief, cancellationToken: cancellationToken);
    }

    /// <summary>Tries the version on every case and adds the result to what is saved next, in place of an earlier one. Within a transaction that holds the owner's words.</summary>
    /// <returns>Null where there is no case.</returns>
    public async Task<Replay?> RunAsync(AgentVersion version, Id<Person> owner, CancellationToken cancellationToken)
    {
        var questions = await AcceptedAsync(version, cancellationToken);
        questions.AddRange(await SettledAsync(version, owner, cancellationToken));
        var inProfile = await db.Cards.Where(card => card.OwnerId == owner && (card.Status == CardStatus.Accepted || card.Status == CardStatus.Draft)).Select(card => card.Id).ToHashSetAsync(cancellationToken);
        var revisions = await db.PinnedCards.Where(pinned => pinned.VersionId == version.Id).Join(db.CardRevisions, pinned => pinned.RevisionId, revision => revision.Id, (pinned, revision) => new { pinned.CardId, revision.Number })
            .ToDictionaryAsync(pinned => pinned.CardId, pinned => pinned.Number, cancellationToken);
        var results = new List<ReplayResult>();
        foreach (var (known, question, words) in questions)
        {
            results.Add(known.Judge(version.Id, await AskAsync(version, owner, question, cancellationToken), words, inProfile, card => revisions.TryGetValue(card, out var number) ? number : null));
        }

        await db.Replays.Where(earlier => earlier.VersionId == version.Id).ExecuteDeleteAsync(cancellationToken);
        return results.Count == 0 ? null : db.Replays.Add(Replay.Of(version.Id, results, clock.GetUtcNow())).Entity;
    }

    private async Task<List<CaseToTry>> AcceptedAsync(AgentVersion version, CancellationToken cancellationToken)
    {
        var cases = await (from known in db.ReplayCases.AsNoTracking()
                           join holdout in db.InterviewAnswers.AsNoTracking() on known.AnswerId equals holdout.Id
                           where known.AgentId == version.AgentId
                           orderby holdout.Place, holdout.Id
                           select new { Known = known, Holdout = holdout }).ToListAsync(cancellationToken);
        return cases.ConvertAll(row => new CaseToTry(row.Known, row.Holdout.Parts[Question], WordsOf(row.Holdout)));
    }

    /// <summary>What the owner settled of late, as far as the colleague shared the question, and only while they let it be used so. What has not been a case yet becomes one. What was asked stays as it was said.</summary>
    private async Task<List<CaseToTry>> SettledAsync(AgentVersion version, Id<Person> owner, CancellationToken cancellationToken)
    {
        var settled = await db.SettledToReplay(owner, clock.GetUtcNow()).AsNoTracking().Include(disagreement => disagreement.Cards).ToListAsync(cancellationToken);
        var known = await db.ReplayCases.Where(row => row.AgentId == version.AgentId && row.DisagreementId != null).ToDictionaryAsync(row => row.DisagreementId!.Value, cancellationToken);
        return settled.ConvertAll(disagreement =>
        {
            var tried = known.GetValueOrDefault(disagreement.Id) ?? db.ReplayCases.Add(ReplayCase.Of(version.AgentId, disagreement)).Entity;
            return new CaseToTry(tried, disagreement.Question, tried.Words);
        });
    }

    /// <param name="Words">Their digest as it is now.</param>
    private sealed record CaseToTry(ReplayCase Known, string Question, string Words);
}
