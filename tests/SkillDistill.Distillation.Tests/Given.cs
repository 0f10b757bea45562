using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.SemanticKernel.ChatCompletion;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Models;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests;

/// <summary>Cards, briefs and answers as tests need them.</summary>
internal static class Given
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly CardMaterial Restart = Card(new CardText
    {
        Kind = CardKind.Process,
        Title = "Restarting the export worker",
        Action = "Drain the queue, then restart the worker with one replica.",
        Reason = "Two replicas at once write the same file.",
        Threshold = "Wait until fewer than 20 jobs are left.",
        Exception = "Not during month-end closing.",
    });

    public static readonly CardMaterial Backups = Card(new CardText
    {
        Kind = CardKind.Process,
        Title = "Restoring a backup",
        Action = "Restore into a fresh instance and compare row counts before switching over.",
    });

    public static readonly CardMaterial Refund = Card(new CardText
    {
        Kind = CardKind.Judgement,
        Title = "Refunding a disputed invoice",
        Action = "Refund at once when the customer has paid on time for a year.",
        Exception = "Not when a lawyer has written.",
        Falsifier = "The same customer disputes again within a quarter.",
    });

    public static readonly CardMaterial Credentials = Card(new CardText
    {
        Kind = CardKind.RedFlag,
        Title = "Sharing production credentials",
        Action = "Never send production credentials by chat. Grant a temporary role instead.",
    });

    public static readonly CardMaterial Payroll = Card(new CardText
    {
        Kind = CardKind.Boundary,
        Title = "Payroll exports are not mine",
        AskInstead = "the payroll channel",
    });

    public static IReadOnlyList<CardMaterial> All => [Restart, Backups, Refund, Credentials, Payroll];

    public static CardMaterial Card(CardText text, DateTimeOffset? reviewBy = null, params string[] skills) =>
        new(Id<Card>.New(), Id<CardRevision>.New(), text, skills, Now.AddDays(-10), reviewBy ?? Now.AddDays(80));

    public static Brief Brief(string question, params IReadOnlyList<CardMaterial> cards) => new()
    {
        Question = question,
        OwnerName = "Sam Rivera",
        Instructions = Composer.Compose("Sam Rivera", cards).Instructions,
        Cards = cards,
        Language = "en",
        MayUseExternalModel = true,
        Now = Now,
    };

    public static AnswerQuestion Answering(IChatCompletionService? external = null) =>
        new(new ModelChoice(new ModelOptions { Model = "scripted", TimeoutSeconds = 5, StallSeconds = 2 }, external), new IndexShelf(new MemoryCache(new MemoryCacheOptions())), NullLogger<AnswerQuestion>.Instance);

    public static async Task<Answer> AnswerOfAsync(this AnswerQuestion answering, Brief brief) => (await PiecesAsync(answering, brief)).OfType<FinalPiece>().Single().Answer;

    public static async Task<List<AnswerPiece>> PiecesAsync(this AnswerQuestion answering, Brief brief)
    {
        var pieces = new List<AnswerPiece>();
        await foreach (var piece in answering.AnswerAsync(brief))
        {
            pieces.Add(piece);
        }

        return pieces;
    }
}
