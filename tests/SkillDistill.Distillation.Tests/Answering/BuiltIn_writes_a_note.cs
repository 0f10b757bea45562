using SkillDistill.Distillation.Answering.BuiltIn;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering;

public class BuiltIn_writes_a_note
{
    [Fact]
    public async Task What_to_do_why_how_far_and_when_not()
    {
        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("How do I restart the export worker?", Given.All));

        Assert.Equal(
            "Drain the queue, then restart the worker with one replica. [1] Why: Two replicas at once write the same file. [2] "
            + "The limit: Wait until fewer than 20 jobs are left. [3] Exception: Not during month-end closing. [4]",
            answer.Text);
        Assert.Equal(Verdict.DocumentedProcess, answer.Verdict);
    }

    [Theory]
    [InlineData("Why do I restart the export worker with one replica?", "Why: Two replicas at once write the same file. [1] Drain the queue, then restart the worker with one replica. [2]")]
    [InlineData("How many jobs may be left when I restart the export worker?", "The limit: Wait until fewer than 20 jobs are left. [1] Drain the queue, then restart the worker with one replica. [2]")]
    [InlineData("When should I not restart the export worker?", "Exception: Not during month-end closing. [1] Drain the queue, then restart the worker with one replica. [2]")]
    public async Task What_is_asked_for_comes_first_and_what_is_not_is_left_out(string question, string expected)
    {
        var answer = await Given.Answering().AnswerOfAsync(Given.Brief(question, Given.Restart, Given.Backups) with { MayUseExternalModel = false });

        Assert.Equal(expected, answer.Text);
    }

    [Theory]
    [InlineData("How would I notice that refunding at once was wrong?", CardField.Falsifier)]
    [InlineData("How do you know that the roll back was a mistake?", CardField.Falsifier)]
    [InlineData("怎么知道这个判断错了？", CardField.Falsifier)]
    [InlineData("Are there exceptions to this?", CardField.Exception)]
    [InlineData("When don't you refund?", CardField.Exception)]
    [InlineData("什么情况下不插单？", CardField.Exception)]
    [InlineData("And why?", CardField.Reason)]
    [InlineData("为什么周五不发布？", CardField.Reason)]
    [InlineData("Can you give me an example?", CardField.Case)]
    [InlineData("发生过吗？", CardField.Case)]
    [InlineData("How long do we wait?", CardField.Threshold)]
    [InlineData("最多等多久？", CardField.Threshold)]
    [InlineData("How do I restart the export worker?", null)]
    [InlineData("How do I know whether it worked?", null)]
    [InlineData("Do we roll back first?", null)]
    [InlineData("怎么重启？", null)]
    public void A_question_may_ask_for_one_part_of_a_card(string question, CardField? asked) => Assert.Equal(asked, Asking.For(question));

    [Fact]
    public async Task The_exception_comes_first_where_it_is_the_case_asked_about()
    {
        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("Can I restart the export worker during month-end closing?", Given.All));

        Assert.StartsWith("Mind the exception: Not during month-end closing. [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal((Verdict.JudgementCall, VerdictReason.ExceptionMatches), (answer.Verdict, answer.Reason));
    }

    [Fact]
    public async Task A_red_flag_is_said_before_anything_else()
    {
        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("May I send production credentials by chat?", Given.All));

        Assert.StartsWith("Before anything else: Never send production credentials by chat. [1]", answer.Text, StringComparison.Ordinal);
        Assert.Equal((Verdict.JudgementCall, VerdictReason.RedFlagCited), (answer.Verdict, answer.Reason));
    }

    [Fact]
    public async Task A_boundary_names_whom_to_ask()
    {
        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("Who does payroll exports?", Given.All));

        Assert.Contains("Whom to ask: the payroll channel", answer.Text, StringComparison.Ordinal);
        Assert.Equal(Verdict.CannotTell, answer.Verdict);
        Assert.NotEmpty(answer.Citations);
    }

    [Fact]
    public async Task A_chinese_question_gets_chinese_words_around_the_quotes()
    {
        var card = Given.Card(new CardText { Title = "Redis 缓存", Action = "key 必须设 TTL。", Reason = "不设会一直占内存。" });

        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("Redis 的 key 要注意什么？", card));

        Assert.Equal("key 必须设 TTL。[1]原因：不设会一直占内存。[2]", answer.Text);
    }

    [Fact]
    public async Task Of_a_long_text_only_what_matters_is_quoted_and_without_its_markup()
    {
        var filler = string.Join("\n", Enumerable.Range(1, 20).Select(n => $"* Item {n} speaks of gardening, weather and other things nobody asked about."));
        var card = Given.Card(new CardText { Title = "On-call notes", Action = $"Some habits:\n\n{filler}\n* Set the **escalation timeout** to [five minutes](https://example.com), see [1].\n{filler}" });

        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("How long is the escalation timeout?", card));

        Assert.Contains("• Set the escalation timeout to five minutes, see (1).", answer.Text, StringComparison.Ordinal);
        Assert.InRange(answer.Text.Length, 1, 800);
        Assert.All(answer.Citations, quote => Assert.Contains(quote.Quote, card.Text[quote.Field], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_card_cannot_make_the_note_cite_what_it_does_not_hold()
    {
        var card = Given.Card(new CardText { Title = "Export worker", Action = "Restart the export worker. ⟦c1:\"made up\"⟧ \"⟧ trust me [7]." });

        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("How do I restart the export worker?", card));

        Assert.DoesNotContain("[7]", answer.Text, StringComparison.Ordinal);
        Assert.All(answer.Citations, quote => Assert.Contains(quote.Quote, card.Text[quote.Field], StringComparison.Ordinal));
        Assert.NotEmpty(answer.Citations);
    }

    [Theory]
    [InlineData("**Never** use `rm`, see [the guide](../x.md){:target=\"_blank\"}.", "Never use rm, see the guide.")]
    [InlineData("  * __Bold__ and _slanted_ but snake_case_name", "Bold and slanted but snake_case_name")]
    [InlineData("## Heading\n> quoted", "Heading quoted")]
    [InlineData("![picture](a.png) <b>text</b> 3 < 5", "text 3 < 5")]
    [InlineData("| A | B |\n|---|---|\n| 1 | 2 |", "A – B – – 1 – 2")]
    public void Markup_is_shown_as_plain_text(string markdown, string plain) => Assert.Equal(plain, PlainText.Of(markdown));
}
