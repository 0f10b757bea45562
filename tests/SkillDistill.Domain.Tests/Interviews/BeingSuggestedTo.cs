using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Interviews;

/// <summary>What a model made of an answer is held to the answer, and to what the rules hold to.</summary>
public sealed class BeingSuggestedTo
{
    private const string Story = "I opened the crate first. The seal had been glued, and by noon two panes were cracked because of the frost that night, so we lost the whole load.";

    private static readonly Probe Newcomer = SmallInterview.Protocol.Probes.First(probe => probe.Key == "newcomer");

    private readonly SmallInterview _interview = new();

    [Theory]
    [InlineData("Which sound tells you that the pump will stall?")]
    [InlineData("  From what weight on do you open it? ")]
    [InlineData("到几度你就不卸货了？")]
    [InlineData("Which health check do you trust least, and why?")]
    public void A_question_about_the_work_is_taken(string question) =>
        Assert.Equal(question.Trim(), ModelQuestion.Of(question, CardField.Threshold, "m")!.Question);

    [Theory]
    [InlineData("")]
    [InlineData("Tell me more.")]
    [InlineData("How did you feel about it?")]
    [InlineData("Is your wife annoyed by the night shifts?")]
    [InlineData("Why is your manager so incompetent?")]
    [InlineData("What would Maria Keller have done?")]
    [InlineData("Which number, as in https://example.com/x?")]
    [InlineData("Which <b>number</b>?")]
    [InlineData("First line\nWhich number?")]
    [InlineData("Which\u202e number?")]
    [InlineData("你女儿怎么看？")]
    [InlineData("当时你是什么心情？")]
    [InlineData("Who in the team is the weakest at this?")]
    [InlineData("What is the password of the gate?")]
    public void Anything_else_is_not(string question) => Assert.Null(ModelQuestion.Of(question, CardField.Case, "m"));

    [Fact]
    public void A_question_longer_than_anybody_reads_is_not() => Assert.Null(ModelQuestion.Of(new string('a', ModelQuestion.Length) + "?", CardField.Case, "m"));

    [Fact]
    public void It_is_asked_once_first_and_makes_no_third()
    {
        var answer = Answer("It depends, you get a feel for it. We must always open crates.");
        Assert.Equal(FollowUps.Most, AskFurther.Of(Newcomer, answer).Count);
        Assert.False(AskFurther.LeavesRoom(Newcomer, answer));

        answer.AskedBy(new ModelQuestion("What did the seal look like?", CardField.Situation, "m"));
        answer.AskedBy(new ModelQuestion("Another?", CardField.Situation, "m"));

        Assert.Equal("What did the seal look like?", answer.Suggested.Question!.Question);
        var asked = AskFurther.Of(Newcomer, answer);
        Assert.Equal((FollowUps.Most, FollowUpKind.ByModel), (asked.Count, asked[0]));
    }

    [Fact]
    public void Sent_away_it_does_not_come_back_nor_is_another_asked()
    {
        var answer = Answer(Story);
        Assert.True(AskFurther.LeavesRoom(Newcomer, answer));
        answer.AskedBy(new ModelQuestion("What did the seal look like?", CardField.Situation, "m"));

        answer.Dismiss(FollowUpKind.ByModel, SmallInterview.Now);

        Assert.DoesNotContain(FollowUpKind.ByModel, AskFurther.Of(Newcomer, answer));
        Assert.False(AskFurther.LeavesRoom(Newcomer, answer));
    }

    [Theory]
    [InlineData("My daughter was born that week, so I missed the seal.")]
    [InlineData("我女儿那周出生，我没看封条。")]
    [InlineData("   ")]
    public void No_model_reads_on_where_nothing_is_probed(string text) => Assert.False(AskFurther.LeavesRoom(Newcomer, Answer(text)));

    [Fact]
    public void What_is_taken_out_of_an_answer_does_not_live_on_in_what_was_made_of_it()
    {
        var answer = Answer(Story);
        answer.FoundBy([Card(CardField.Action, "I opened the crate first."), Card(CardField.Reason, "we lost the whole load"), Card(CardField.Action, "I never wrote this.")]);
        Assert.Equal(["I opened the crate first.", "we lost the whole load"], answer.Suggested.Cards.SelectMany(card => card.Quotes).Select(quote => quote.Words));

        answer.Write(AnswerParts.From("I opened the crate first."), answer.Revision, SmallInterview.Now);
        Assert.Equal("I opened the crate first.", Assert.Single(Assert.Single(answer.Suggested.Cards).Quotes).Words);

        answer.Write(AnswerParts.None, answer.Revision, SmallInterview.Now);
        Assert.Equal(ModelSuggestions.None, answer.Suggested);
    }

    private InterviewAnswer Answer(string text) => _interview.Answer("newcomer", "", "", (AnswerParts.Whole, text));

    private static ModelCard Card(CardField field, string words) => ModelCard.Of(CardKind.Judgement, [new ModelQuote(field, AnswerParts.Whole, words)], "m");
}
