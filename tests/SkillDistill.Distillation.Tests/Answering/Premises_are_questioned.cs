using SkillDistill.Distillation.Answering;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering;

public class Premises_are_questioned
{
    private static readonly CardMaterial Rollback = Given.Card(new CardText
    {
        Kind = CardKind.Process,
        Title = "Rolling back a release",
        Action = "Roll back first if something was released in the last hour. Never roll back on Fridays without the database owner.",
        Threshold = "Wait 15 minutes at most.",
    });

    private static readonly CardMaterial Chinese = Given.Card(new CardText
    {
        Kind = CardKind.Process,
        Title = "数据库变更",
        Action = "先在预发环境演练。不要在周五下午做数据库变更。",
    });

    [Theory]
    [InlineData("Since we always roll back on Fridays, how long do I wait?", true)]
    [InlineData("How long do I wait, given that we roll back on Fridays?", true)]
    [InlineData("We roll back on Fridays, right?", true)]
    [InlineData("Why do we roll back on Fridays?", true)]
    [InlineData("We roll back on Fridays. How long do we wait?", true)]
    [InlineData("Since we never roll back on Fridays, what do I do?", false)]
    [InlineData("Since something was released in the last hour, do I roll back first?", false)]
    [InlineData("How long do I wait since the release?", false)]
    [InlineData("As we wait 40 minutes at most, when do I give up?", true)]
    [InlineData("As we wait 15 minutes at most, when do I give up?", false)]
    [InlineData("Because the invoices are late on Fridays, whom do I call?", false)]
    public void A_card_that_says_otherwise_is_seen(string question, bool denied) => Assert.Equal(denied, Premises.Of(question).DeniedBy(Rollback) is not null);

    [Theory]
    [InlineData("既然周五下午可以做数据库变更，需要提前通知谁？", true)]
    [InlineData("周五下午做数据库变更，对吧？", true)]
    [InlineData("为什么周五下午做数据库变更？", true)]
    [InlineData("既然不要在周五下午做数据库变更，那什么时候做？", false)]
    [InlineData("周一做数据库变更之前要做什么？", false)]
    public void In_Chinese_too(string question, bool denied) => Assert.Equal(denied, Premises.Of(question).DeniedBy(Chinese) is not null);

    [Fact]
    public void A_not_about_something_else_in_passing_is_no_denial()
    {
        var card = Given.Card(new CardText
        {
            Kind = CardKind.Judgement,
            Title = "Roll back first if something was released in the last hour",
            Action = "I have it rolled back before anybody explains to me how it could not be the release.",
            Reason = "Looking for the cause first costs half an hour.",
            Falsifier = "I would know it was not the release if the errors have not halved within 10 minutes.",
        });

        Assert.Null(Premises.Of("We released within the last hour and errors are up. Do we roll back first?").DeniedBy(card));
        Assert.Null(Premises.Of("Why do you not look for the cause first?").DeniedBy(card));
    }

    [Fact]
    public void A_short_exception_denies_with_the_title_beside_it()
    {
        var card = Given.Card(new CardText { Kind = CardKind.Process, Title = "Rolling back a release", Action = "Press the button.", Exception = "Never on Fridays." });

        Assert.Equal(CardField.Exception, Premises.Of("Since we roll back on Fridays, who presses the button?").DeniedBy(card));
    }

    [Fact]
    public async Task The_denial_comes_first_and_a_person_should_decide()
    {
        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("Since we always roll back on Fridays, how long do I wait?", Rollback, Given.Backups) with { MayUseExternalModel = false });

        Assert.StartsWith("First of all, the notes say otherwise: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains("Never roll back on Fridays", answer.Text.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal((Verdict.JudgementCall, VerdictReason.PremiseDenied), (answer.Verdict, answer.Reason));
    }

    [Fact]
    public async Task A_warning_is_heard_although_other_cards_rank_before_it()
    {
        var warning = Given.Card(new CardText { Kind = CardKind.RedFlag, Title = "Wiping a laptop", Action = "Never wipe a laptop under legal hold." });
        CardMaterial[] about = [.. Enumerable.Range(1, 3).Select(at => Given.Card(new CardText
        {
            Kind = CardKind.Process,
            Title = $"Returning a laptop, step {at}: wiping, wiping again",
            Action = "Wipe the laptop with the tool, wipe the laptop twice; a laptop is a laptop.",
        }))];

        var answer = await Given.Answering().AnswerOfAsync(Given.Brief("How do I wipe a laptop that is under legal hold?", [.. about, warning]) with { MayUseExternalModel = false });

        Assert.StartsWith("Before anything else: ", answer.Text, StringComparison.Ordinal);
        Assert.Contains(answer.Citations, citation => citation.RevisionId == warning.RevisionId);
        Assert.Equal(VerdictReason.RedFlagCited, answer.Reason);
    }

    [Fact]
    public async Task Insisting_changes_nothing_and_a_reason_that_a_card_names_does()
    {
        const string first = "How do I restart the export worker?";
        var answering = Given.Answering();
        var sure = Given.Card(new CardText { Kind = CardKind.Judgement, Title = "I declare an incident before I am sure", Action = "Restart nothing before it is declared." });
        Brief Ask(string question, params string[] earlier) => Given.Brief(question, Given.Restart, Given.Backups, sure) with { EarlierQuestions = earlier, MayUseExternalModel = false };

        var asked = await answering.AnswerOfAsync(Ask(first));
        var insisted = await answering.AnswerOfAsync(Ask("Are you sure?", first));
        var withReason = await answering.AnswerOfAsync(Ask("But we are in month-end closing.", first, "Are you sure?"));

        Assert.Equal((asked.Text, Verdict.DocumentedProcess), (insisted.Text, asked.Verdict));
        Assert.Equal((Verdict.JudgementCall, VerdictReason.ExceptionMatches), (withReason.Verdict, withReason.Reason));
        Assert.StartsWith("Mind the exception: ", withReason.Text, StringComparison.Ordinal);
    }
}
