using System.Diagnostics;
using SkillDistill.Distillation.Answering.AboutPeople;
using SkillDistill.Domain.Conversations;
using SkillDistill.Tests;

namespace SkillDistill.Distillation.Tests.Answering.AboutPeople;

public class Judgements_about_people_are_not_given
{
    private const string Judging = "How reliable is Sam about the export worker?";

    private static readonly string[] Known = ["Mei Tan", "Tunde Okafor", "林晓芸", "xiaoyun", "Sam Rivera", "Dafydd Pryce", "王小美", "周建国", "Will Grant", "Ada Novak"];

    [Theory]
    [InlineData("judging.en", 60)]
    [InlineData("judging.zh", 30)]
    public void Who_asks_for_one_is_refused(string file, int atLeast)
    {
        var questions = Questions(file);

        Assert.True(questions.Count >= atLeast);
        Assert.Equal([], questions.FindAll(question => !JudgingPeople.IsAsked(question, Known)));
    }

    [Theory]
    [InlineData("work.en", 60)]
    [InlineData("work.zh", 30)]
    public void Who_asks_about_the_work_is_not_refused(string file, int atLeast)
    {
        var questions = Questions(file);
        var names = new Names(Known);

        Assert.True(questions.Count >= atLeast);
        Assert.Equal([], questions.FindAll(question => JudgingPeople.FormOf(question, names) is not null));
    }

    /// <summary>A few of them do ask about a person's age or faith, or who did most: of players and saints, not of colleagues.</summary>
    [Theory]
    [InlineData("coffee-se", 0)]
    [InlineData("mtrag-un", 2)]
    [InlineData("pep-experts", 0)]
    [InlineData("stackfaq", 1)]
    [InlineData("xquad-zh", 5)]
    public void Questions_of_other_collections_are_left_alone(string collection, int atMost)
    {
        var questions = JsonLines.Read(Repository.Shared($"eval/{collection}/queries.jsonl")).Select(row => row.GetProperty("text").GetString()!).ToList();
        var refused = questions.Where(question => JudgingPeople.IsAsked(question, Known)).ToList();

        Assert.True(questions.Count > 100);
        Assert.True(refused.Count <= atMost, string.Join('\n', refused));
    }

    [Theory]
    [InlineData("can we replace mei")]
    [InlineData("CAN WE REPLACE MEI TAN?")]
    [InlineData("Can we replace\u200B Mei?")]
    [InlineData("Ｃａｎ we replace Ｍei?")]
    [InlineData("Can we replace Mei?\uFFFE \uFDD0")]
    [InlineData("Can we replace Xiaoyun?")]
    [InlineData("能不能换掉Mei？")]
    [InlineData("能不能换掉 林晓芸？")]
    [InlineData("Is Will lazy?")]
    public void A_name_is_known_however_it_is_typed(string question) => Assert.True(JudgingPeople.IsAsked(question, Known));

    [Theory]
    [InlineData("Can we replace Jenkins?")]
    [InlineData("Will we replace the cache?")]
    [InlineData("Can we grant more rights?")]
    [InlineData("能不能换掉Jenkins？")]
    public void What_is_nobodys_name_is_a_thing(string question) => Assert.False(JudgingPeople.IsAsked(question, Known));

    [Fact]
    public void A_name_is_carried_along_only_where_a_text_holds_a_part_of_it() =>
        Assert.Equal(["Mei Tan", "林晓芸"], JudgingPeople.NamesIn(Known, ["Ask mei or 晓芸."]));

    [Theory]
    [InlineData(Judging, "I answer from what Sam Rivera recorded about the work. I do not judge, rank or compare people")]
    [InlineData("Sam Rivera 靠谱吗？", "我只根据Sam Rivera记录的工作内容回答，不评价、排名或比较任何人")]
    public async Task The_answer_says_why_cites_nothing_and_asks_no_model(string question, string why)
    {
        var model = new ScriptedModel(["He is. ⟦c1:\"Drain the queue\"⟧"]);

        var answer = await Given.Answering(model).AnswerOfAsync(Given.Brief(question, Given.All));

        Assert.Equal((Verdict.CannotTell, VerdictReason.AboutPeople), (answer.Verdict, answer.Reason));
        Assert.StartsWith(why, answer.Text, StringComparison.Ordinal);
        Assert.Empty(answer.Citations);
        Assert.Null(answer.StandIn);
        Assert.Empty(model.Asked);
    }

    [Theory]
    [InlineData("And Tunde?", true)]
    [InlineData("Are you sure?", true)]
    [InlineData("那呢？", true)]
    [InlineData("And the worst of them?", true)]
    [InlineData("How do I restart the export worker?", false)]
    public async Task Asking_on_about_people_is_refused_and_asking_about_the_work_is_not(string question, bool isRefused)
    {
        var brief = Given.Brief(question, Given.All) with { EarlierQuestions = [Judging], Names = Known, MayUseExternalModel = false };

        var answer = await Given.Answering().AnswerOfAsync(brief);

        Assert.Equal(isRefused, answer.Reason == VerdictReason.AboutPeople);
    }

    [Fact]
    public async Task A_question_that_a_model_takes_for_a_judgement_about_people_is_refused_too()
    {
        var brief = Given.Brief("And with the export worker?", Given.All) with { EarlierQuestions = ["Which rules are about backups?"], ReadAs = Judging };

        Assert.Equal(VerdictReason.AboutPeople, (await Given.Answering().AnswerOfAsync(brief)).Reason);
    }

    [Fact]
    public void Its_owner_is_told_that_no_card_is_weighed()
    {
        var explanation = Given.Answering().Explain(Given.Brief(Judging, Given.All));

        Assert.True(explanation.IsAboutPeople);
        Assert.Empty(explanation.Cards);
        Assert.Null(explanation.System);
        Assert.Null(explanation.Message);
    }

    [Theory]
    [InlineData("who is the the most least very ")]
    [InlineData("is Mei really actually so the best or ")]
    [InlineData("谁是最在我们里的")]
    [InlineData("@ & ~ # . ' 's , ")]
    public void The_longest_question_is_read_in_no_time(string part)
    {
        var question = string.Concat(Enumerable.Repeat(part, Turn.QuestionLength / part.Length));
        JudgingPeople.IsAsked(question, Known);
        var begun = Stopwatch.GetTimestamp();

        JudgingPeople.IsAsked(question, Known);

        Assert.InRange(Stopwatch.GetElapsedTime(begun), TimeSpan.Zero, TimeSpan.FromSeconds(2));
    }

    private static List<string> Questions(string file) =>
        [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Answering", "AboutPeople", $"{file}.txt")).Where(line => line.Length > 0 && line[0] != '#')];
}
