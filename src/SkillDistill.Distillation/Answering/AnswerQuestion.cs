using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.SemanticKernel;
using Microsoft.SemanticKernel.ChatCompletion;
using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Distillation.Answering.BuiltIn;
using SkillDistill.Distillation.Answering.Verifying;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Distillation.Answering;

/// <summary>From a question and the cards the asker may see to a verified answer, piece by piece; the last piece is always a <see cref="FinalPiece"/>.</summary>
public sealed class AnswerQuestion
{
    private readonly ModelChoice _models;
    private readonly IndexShelf _indexes;
    private readonly ILogger _logger;

    internal AnswerQuestion(ModelChoice models, IndexShelf indexes, ILogger<AnswerQuestion> logger) => (_models, _indexes, _logger) = (models, indexes, logger);

    /// <summary>
    /// Answers. Where a judgement about people is asked for, or the cards do not come near enough, no model is asked. Where a model fails before its first verified text the built-in
    /// answerer takes over; where it fails later the answer ends with a notice. The text of the final piece counts: should an answer turn out
    /// to rest on nothing after parts of it went out, the final text says so instead of repeating them.
    /// </summary>
    /// <param name="meter">Counts what an external model takes for it, also where the answer is cancelled.</param>
    /// <exception cref="OperationCanceledException">The reader left, or consent ended.</exception>
    public IAsyncEnumerable<AnswerPiece> AnswerAsync(Brief brief, TokenMeter? meter = null, CancellationToken cancellationToken = default)
    {
        var wording = Wording.For(brief);
        if (JudgingPeople.IsAsked(brief))
        {
            return CannotTellAsync(wording.AboutPeople(brief.OwnerName), VerdictReason.AboutPeople);
        }

        // In the same order each time, whoever asks and whatever the store's order: the same cards are the same index.
        var cards = brief.Cards.OrderBy(card => card.RevisionId).ToList();
        var index = _indexes.Of(cards);
        var ranking = Ranking.Of(FollowUp.Read(brief), index, cards, CardChoice.Examined);
        if (AnswerSheet.Of(brief, ranking) is not { } sheet)
        {
            return CannotTellAsync(wording.CannotTell(brief.OwnerName), VerdictReason.NothingNearEnough);
        }

        return WordAsync(sheet, MaySearch(brief) ? new CardSearch(index, cards, sheet.Cards) : null, meter, cancellationToken);
    }

    /// <summary>How an answer to this comes about, for the owner of the cards.</summary>
    public Explanation Explain(Brief brief)
    {
        var explanation = Explanation.Of(brief);
        return explanation with { Function = explanation.IsNearEnough && MaySearch(brief) ? $"{CardSearch.Name}: {CardSearch.Description}" : null };
    }

    /// <summary>The whole answer at once, for those who show no part of it before.</summary>
    /// <inheritdoc cref="AnswerAsync"/>
    public async Task<Answer> WholeAsync(Brief brief, TokenMeter? meter = null, CancellationToken cancellationToken = default) =>
        (await AnswerAsync(brief, meter, cancellationToken).OfType<FinalPiece>().LastAsync(cancellationToken)).Answer;

    internal static ChatHistory Prompt(AnswerSheet sheet) =>
    [
        new ChatMessageContent(AuthorRole.System, sheet.Brief.Instructions),
        new ChatMessageContent(AuthorRole.User, sheet.Message(), metadata: new Dictionary<string, object?> { [AnswerSheet.MetadataKey] = sheet }),
    ];

    private bool MaySearch(Brief brief) => brief.Barred is null && _models.External(brief.MayUseExternalModel) is { SearchesCards: true };

    private static IAsyncEnumerable<AnswerPiece> CannotTellAsync(string text, VerdictReason reason)
    {
        var answer = new Answer(text, [], Verdict.CannotTell, reason, BuiltInChatCompletion.Name);
        return AsyncEnumerable.ToAsyncEnumerable<AnswerPiece>([new TextPiece(answer.Text), new FinalPiece(answer)]);
    }

    private async IAsyncEnumerable<AnswerPiece> WordAsync(AnswerSheet sheet, CardSearch? search, TokenMeter? meter, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var brief = sheet.Brief;
        Drafted? drafted = null;
        var standIn = _models.External(brief.MayUseExternalModel) is null ? null : brief.Barred;
        foreach (var model in _models.For(brief.MayUseExternalModel && standIn is null))
        {
            var searching = model.IsExternal ? search : null;
            var own = searching is null ? sheet : sheet with { Cards = searching.Travelling };
            drafted = new Drafted(own, model.Name, new Verifier(own.Cards, brief.Now, brief.Instructions), new ModelOutput(model, _logger, meter, searching));
            await foreach (var chunk in drafted.Output.ReadAsync(Prompt(own), cancellationToken))
            {
                foreach (var piece in drafted.Verifier.Feed(chunk))
                {
                    yield return piece;
                }

                if (drafted.Verifier.IsFull)
                {
                    break;
                }
            }

            foreach (var piece in drafted.Verifier.End())
            {
                yield return piece;
            }

            if (drafted.Verifier.Released || (!drafted.Output.Failed && !drafted.Verifier.IsEmpty))
            {
                break;
            }

            standIn = model.IsExternal ? drafted.Output.StandIn : standIn;
        }

        var answer = Finish(drafted!) with { StandIn = standIn };
        if (!drafted!.Verifier.Released || drafted.BrokeOff)
        {
            yield return new TextPiece(drafted.Verifier.Released ? "\n\n" + sheet.Wording.BrokeOff : answer.Text);
        }

        yield return new FinalPiece(answer);
    }

    private static Answer Finish(Drafted drafted)
    {
        var (sheet, verifier) = (drafted.Sheet, drafted.Verifier);
        // A warning holds whether or not the model passes it on.
        var pushBacks = sheet.Cards.Select(sheet.PushBackOf).OfType<PushBack>().ToList();
        // What broke off may have lost the sentence that says when not to.
        var modelSays = drafted.BrokeOff ? Lower(verifier.ModelSays) : verifier.ModelSays;
        var (verdict, reason) = VerdictRule.Decide(true, verifier.Cited, pushBacks.Count > 0, modelSays, sheet.Brief.Now);
        if (reason == VerdictReason.ExceptionMatches && pushBacks.Exists(pushBack => pushBack.DeniesPremise))
        {
            reason = VerdictReason.PremiseDenied;
        }

        if (verdict == Verdict.DocumentedProcess && PushBack.LeftOut(sheet, verifier.Cited))
        {
            (verdict, reason) = (Verdict.JudgementCall, VerdictReason.RedFlagCited);
        }

        if (verdict == Verdict.CannotTell)
        {
            return reason == VerdictReason.NothingCited && Elsewhere.Of(sheet, drafted.Model, verifier) is { } elsewhere ? elsewhere : CannotTell(sheet, drafted.Model, reason);
        }

        return new Answer(drafted.BrokeOff ? $"{verifier.Text}\n\n{sheet.Wording.BrokeOff}" : verifier.Text, verifier.Citations, verdict, reason, drafted.Model);
    }

    private static Answer CannotTell(AnswerSheet sheet, string model, VerdictReason reason)
    {
        var owner = sheet.Brief.OwnerName;
        return new Answer(reason == VerdictReason.OnlyStaleCards ? sheet.Wording.OnlyStale(owner) : sheet.Wording.CannotTell(owner), [], Verdict.CannotTell, reason, model);
    }

    private static Verdict Lower(Verdict? said) => said == Verdict.CannotTell ? Verdict.CannotTell : Verdict.JudgementCall;

    /// <param name="Sheet">With what this model found besides.</param>
    private sealed record Drafted(AnswerSheet Sheet, string Model, Verifier Verifier, ModelOutput Output)
    {
        /// <summary>Whether the reader has seen a part, and the rest did not come or was more than is read.</summary>
        public bool BrokeOff => Verifier.Released && (Output.Failed || Verifier.IsFull);
    }
}
