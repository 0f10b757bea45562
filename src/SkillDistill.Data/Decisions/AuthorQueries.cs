using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.Decisions;

/// <summary>What the reckoning of a quarter learns of answers: numbers by author. No question, answer, card or asker leaves the store.</summary>
public static class AuthorQueries
{
    /// <summary>
    /// Everybody of a team whose agent answered others in the quarter. What they asked themselves does not count, and neither does what those asked who manage the author's team or one above it: they read the number, and
    /// should not make it. What was refused because it asked for a judgement about people is no answer about the work.
    /// </summary>
    /// <param name="moment">Of which the consents are.</param>
    public static async Task<List<AnsweringAuthor>> AnsweringAuthorsAsync(this SkillDistillDb db, TeamTree tree, IReadOnlyCollection<Team> teams, DateOnly quarter, DateTimeOffset moment, CancellationToken cancellationToken)
    {
        var (from, to) = (Quarter.Begin(quarter), Quarter.Begin(Quarter.Next(quarter)));
        var given = await (from turn in db.Turns
                           where turn.State == TurnState.Answered && turn.Verdict != null && turn.VerdictReason != VerdictReason.AboutPeople && turn.AnsweredAt >= @from && turn.AnsweredAt < to
                           join conversation in db.Conversations on turn.ConversationId equals conversation.Id
                           where !conversation.IsTrial
                           join agent in db.Agents on conversation.AgentId equals agent.Id
                           where agent.OwnerId != conversation.AskerId
                           group turn by new { agent.OwnerId, conversation.AskerId, turn.Verdict } into answers
                           select new { answers.Key.OwnerId, answers.Key.AskerId, answers.Key.Verdict, Count = answers.Count() }).ToListAsync(cancellationToken);
        var places = await db.People.AsNoTracking().Where(person => person.DeactivatedAt == null && person.TeamId != null).ToDictionaryAsync(person => person.Id, person => person.TeamId!.Value, cancellationToken);
        var counted = (await db.Consenting(Purpose.CountInCoverage, moment).ToListAsync(cancellationToken)).ToHashSet();
        var disputed = (await db.Disagreements.Where(disagreement => disagreement.SettledAt == null).Select(disagreement => disagreement.OwnerId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var byId = teams.ToDictionary(team => team.Id, team => team.ManagerId);
        var managers = teams.ToDictionary(team => team.Id, team => tree.Lineage(team.Id).Select(above => byId[above]).OfType<Id<Person>>().ToHashSet());
        return
        [
            .. from answers in given
               where places.ContainsKey(answers.OwnerId) && !managers[places[answers.OwnerId]].Contains(answers.AskerId)
               group answers by answers.OwnerId into author
               select new AnsweringAuthor(
                   places[author.Key],
                   counted.Contains(author.Key),
                   author.Where(answers => answers.Verdict == Verdict.DocumentedProcess).Sum(answers => answers.Count),
                   author.Where(answers => answers.Verdict == Verdict.JudgementCall).Sum(answers => answers.Count),
                   author.Where(answers => answers.Verdict == Verdict.CannotTell).Sum(answers => answers.Count),
                   disputed.Contains(author.Key)),
        ];
    }
}
