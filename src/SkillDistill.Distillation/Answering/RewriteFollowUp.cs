using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Distillation.Answering;

/// <summary>
/// Lets the external model put a question of a conversation so that it can be understood by itself: "and on Fridays?" becomes "do we deploy on Fridays?". What it says decides which cards are
/// found, so it may only choose among words that were asked; with any other it is not heard, and the question is read in the light of those before it (<see cref="FollowUp"/>).
/// </summary>
public sealed class RewriteFollowUp
{
    private readonly WholeReply _reply;

    internal RewriteFollowUp(WholeReply reply) => _reply = reply;

    /// <returns>Null where nothing was asked before, a judgement about people is asked for, no model may be used, it did not say in time, or what it said may not be used.</returns>
    public async Task<string?> OfAsync(Brief brief, TokenMeter? meter, CancellationToken cancellationToken)
    {
        if (brief.EarlierQuestions.Count == 0 || brief.Barred is not null || JudgingPeople.IsAsked(brief))
        {
            return null;
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(ModelLimits.Rewriting);
        try
        {
            var material = $"<conversation>\n{CardData.Json(new { earlier = brief.EarlierQuestions, question = brief.Question })}\n</conversation>";
            var reply = await _reply.ReadAsync(PromptParts.RewriteFollowUp, material, brief.MayUseExternalModel, ModelLimits.OneQuestion, meter, time.Token);
            return ReplyJson.In<Reply>(reply?.Text ?? "")?.Question is { } said ? Usable(said, brief) : null;
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string? Usable(string said, Brief brief)
    {
        var question = string.Join(' ', said.ToPlainLetters().Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));
        return question.Length is > 0 and <= Turn.QuestionLength && question != brief.Question && IsOfWordsAsked(question, brief) ? question : null;
    }

    private static bool IsOfWordsAsked(string question, Brief brief)
    {
        var asked = brief.EarlierQuestions.Append(brief.Question).ToList();
        var terms = asked.SelectMany(earlier => Question.Read(earlier).Terms).Select(term => term.Text).ToHashSet(StringComparer.Ordinal);
        var letters = string.Concat(asked).ToHashSet();
        return Question.Read(question).Terms.Where(term => term.IsMatter)
            .All(term => terms.Contains(term.Text) || (term.Kind == TermKind.Han && term.Written.All(letters.Contains)));
    }

    private sealed record Reply(string? Question);
}
