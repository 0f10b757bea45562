using SkillDistill.Distillation.Answering;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Retrieval;

public class Threshold_refuses
{
    [Theory]
    [InlineData("How do I restart the export worker?", true)]
    [InlineData("How many jobs may be left before restarting the worker?", true)]
    [InlineData("Can I send production credentials by chat?", true)]
    [InlineData("What is our parental leave policy?", false)]
    [InlineData("Which cloud region hosts the export worker?", false)]
    [InlineData("Who designed the logo of the payroll portal?", false)]
    [InlineData("What should I do?", false)]
    [InlineData("公司的年假有几天？", false)]
    public void What_the_cards_do_not_cover(string question, bool near)
    {
        var ranking = Ranking.Of(Question.Read(question), Given.All);

        Assert.Equal(near, AnswerThreshold.NearEnough(ranking));
    }

    [Fact]
    public void No_cards_answer_nothing() => Assert.False(AnswerThreshold.NearEnough(Ranking.Of(Question.Read("worker"), Array.Empty<CardMaterial>())));

    [Fact]
    public void Words_scattered_over_many_cards_count_less_than_the_same_words_in_one()
    {
        var together = Ranking.Of(Question.Read("restart the worker after draining the queue"), Given.All);
        var scattered = Ranking.Of(Question.Read("restart the invoice after sharing the backup"), Given.All);

        Assert.True(AnswerThreshold.Evidence(together) > AnswerThreshold.Evidence(scattered));
    }

    [Fact]
    public void The_question_before_helps_to_find_cards_and_does_not_vouch_for_a_new_subject()
    {
        var follows = Ranking.Of(FollowUp.Read("And why?", ["How do I restart the export worker?"]), Given.All);
        var strays = Ranking.Of(FollowUp.Read("And the holidays?", ["How do I restart the export worker?"]), Given.All);

        Assert.True(AnswerThreshold.NearEnough(follows));
        Assert.False(AnswerThreshold.NearEnough(strays));
    }
}
