using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Distillation.Tests.Answering;

public class Follow_ups_are_rewritten_in_words_asked
{
    private const string Before = "Do we restart the export worker before month-end closing?";

    [Theory]
    [InlineData(Before, "And during it?", "Do we restart the export worker during month-end closing?")]
    [InlineData(Before, "And backups?", "Do we  restart\nbackups?")]
    [InlineData("月末结账前可以重启导出进程吗？", "那之后呢？", "月末结账之后可以重启导出进程吗？")]
    public async Task What_uses_words_of_the_questions_is_taken(string before, string question, string said)
    {
        var read = await ReadAsync([before], question, said);

        Assert.Equal(string.Join(' ', said.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries)), read);
    }

    [Theory]
    [InlineData("And during it?", "Do we send production credentials during month-end closing?")]
    [InlineData("And during it?", "And during it?")]
    [InlineData("And during it?", "")]
    [InlineData("那之后呢？", "周建国之后呢？")]
    public async Task What_brings_other_words_in_or_nothing_is_not_heard(string question, string said) => Assert.Null(await ReadAsync([Before], question, said));

    [Theory]
    [InlineData("Do we restart the export worker during month-end closing?")]
    [InlineData("{\"question\": 7}")]
    [InlineData("{\"question\": null}")]
    public async Task What_is_not_of_the_form_is_not_heard(string reply) => Assert.Null(await Rewriting(new ScriptedModel([reply])).OfAsync(Asked([Before], "And during it?"), null, default));

    [Fact]
    public async Task A_first_question_and_one_that_no_model_may_see_are_sent_nowhere()
    {
        var model = new ScriptedModel([Reply("Do we restart the export worker?")]);

        Assert.Null(await Rewriting(model).OfAsync(Asked([], "And during it?"), null, default));
        Assert.Null(await Rewriting(model).OfAsync(Asked([Before], "And during it?") with { MayUseExternalModel = false }, null, default));
        Assert.Null(await Rewriting(model).OfAsync(Asked([Before], "And during it?") with { Barred = StandIn.LimitOfPerson }, null, default));

        Assert.Empty(model.Asked);
    }

    [Fact]
    public async Task A_rewritten_question_finds_its_card_by_its_own_words()
    {
        var brief = Asked(["Do we restart the export worker with two replicas?"], "Why not?");
        var read = brief with { ReadAs = await ReadAsync(brief.EarlierQuestions, brief.Question, "Why do we not restart the export worker with two replicas?") };

        var answer = await Given.Answering().AnswerOfAsync(read with { MayUseExternalModel = false });

        Assert.NotNull(read.ReadAs);
        Assert.NotEqual(Verdict.CannotTell, answer.Verdict);
        Assert.Contains("Two replicas at once write the same file", answer.Text, StringComparison.Ordinal);
    }

    private static Brief Asked(IReadOnlyList<string> before, string question) => Given.Brief(question, [.. Given.All]) with { EarlierQuestions = before };

    private static Task<string?> ReadAsync(IReadOnlyList<string> before, string question, string said) => Rewriting(new ScriptedModel([Reply(said)])).OfAsync(Asked(before, question), null, default);

    private static string Reply(string question) => JsonSerializer.Serialize(new { question });

    private static RewriteFollowUp Rewriting(ScriptedModel model) =>
        new(new WholeReply(new ModelChoice(new ModelOptions { Model = "scripted", TimeoutSeconds = 5, StallSeconds = 2 }, model), NullLogger<WholeReply>.Instance));
}
