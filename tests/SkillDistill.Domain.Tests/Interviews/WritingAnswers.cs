using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Interviews;

public sealed class WritingAnswers
{
    private readonly InterviewAnswer _answer = InterviewAnswer.To(Id<Interview>.New(), "map-scope", "", "", 0);

    [Fact]
    public void An_answer_is_kept_to_the_letter_with_one_kind_of_line_end()
    {
        var written = _answer.Write(AnswerParts.From("  Two blanks,\r\nand a line. "), 0, SmallInterview.Now).Value;

        Assert.Equal("  Two blanks,\nand a line. ", written.Parts[AnswerParts.Whole]);
        Assert.Equal((1, SmallInterview.Now), (written.Revision, written.WrittenAt));
        Assert.Equal(AudienceScope.Private, written.Audience.Scope);
    }

    [Fact]
    public void Who_has_not_seen_the_newest_words_cannot_write_over_them()
    {
        _answer.Write(AnswerParts.From("From the first window"), 0, SmallInterview.Now);

        var second = _answer.Write(AnswerParts.From("From the second"), 0, SmallInterview.Now);

        Assert.IsType<AnswerChangedMeanwhile>(second.Refusal);
        Assert.Equal("From the first window", _answer.Parts[AnswerParts.Whole]);
    }

    [Fact]
    public void The_same_words_twice_are_one_wish()
    {
        _answer.Write(AnswerParts.From("Once"), 0, SmallInterview.Now);

        var again = _answer.Write(AnswerParts.From("Once"), 0, SmallInterview.Now);

        Assert.Null(again.Refusal);
        Assert.Equal(1, _answer.Revision);
    }

    [Theory]
    [InlineData("Log in with password: hunter2-Correct!")]
    [InlineData("api_key = sk-proj-4fJd83kLmQ92xZpTnVb71Yw0")]
    public void A_password_or_key_is_not_kept_not_even_privately(string text)
    {
        var refused = _answer.Write(AnswerParts.From(text), 0, SmallInterview.Now);

        Assert.Equal("", Assert.IsType<CredentialInAnswer>(refused.Refusal).Field);
        Assert.True(_answer.IsBlank);
    }

    [Fact]
    public void What_is_longer_than_a_story_is_refused_with_both_numbers()
    {
        var refused = _answer.Write(AnswerParts.From(new string('a', InterviewAnswer.PartLength + 1)), 0, SmallInterview.Now);

        Assert.Equal([InterviewAnswer.PartLength, InterviewAnswer.PartLength + 1], Assert.IsType<AnswerTooLong>(refused.Refusal).Arguments);
    }

    [Fact]
    public void At_most_two_follow_ups_are_ever_asked_of_an_answer_and_one_sent_away_stays_away()
    {
        var probe = SmallInterview.Protocol.Find("open")!;
        _answer.Write(AnswerParts.From("It depends, you get a feel for it. Never go above a certain number."), 0, SmallInterview.Now);
        var first = AskFurther.Of(probe, _answer);

        _answer.Dismiss(first[0], SmallInterview.Now);
        _answer.Write(_answer.Parts.With(AnswerParts.Of(first[1]), "Last week."), _answer.Revision, SmallInterview.Now);

        Assert.Equal(2, first.Count);
        Assert.Empty(AskFurther.Of(probe, _answer));
        Assert.Equal([first[1]], AskFurther.AnsweredIn(_answer));
    }
}
