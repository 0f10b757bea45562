using SkillDistill.Distillation.Rearranging;

namespace SkillDistill.Distillation.Tests.Rearranging;

public sealed class AskingTheSame
{
    [Theory]
    [InlineData("How do you restart the ingest after an outage?", "After an outage, how is the ingest restarted?", true)]
    [InlineData("How do you restart the ingest after an outage?", "How do I restart ingest after outages?", true)]
    [InlineData("How do you restart the ingest after an outage?", "Who is told after an outage of the ingest?", false)]
    [InlineData("When do you roll back?", "When do you escalate?", false)]
    [InlineData("供应商交货延迟怎么办？", "供应商交货延迟时怎么办？", true)]
    [InlineData("供应商交货延迟怎么办？", "来料抽检怎么定抽样数？", false)]
    public void Words_in_common_put_questions_together(string one, string other, bool together) =>
        Assert.Equal(together ? 1 : 2, AlikeQuestions.Grouped([one, other], question => question).Count);

    [Fact]
    public void Groups_keep_the_order_and_lose_nothing()
    {
        string[] questions = ["Where is the key kept?", "Who may sign orders?", "Where is the key of the store kept?", "", "Who may sign an order?"];

        var groups = AlikeQuestions.Grouped(questions, question => question);

        Assert.Equal([["Where is the key kept?", "Where is the key of the store kept?"], ["Who may sign orders?", "Who may sign an order?"], [""]], groups);
    }
}
