using SkillDistill.Domain.Interviews;
using Xunit.Abstractions;

namespace SkillDistill.Domain.Tests.Interviews;

/// <summary>The rules against answers that people decided about before there were rules. Counted over every pair of an answer and a kind.</summary>
public sealed class FollowUpTables(ITestOutputHelper output)
{
    [Theory]
    [InlineData("follow-up-answers.en.txt")]
    [InlineData("follow-up-answers.zh.txt")]
    public void Nine_in_ten_follow_ups_are_right_and_nine_in_ten_right_ones_come(string table)
    {
        var (answers, precision, recall) = Measure(table);

        Assert.True(answers >= 60, $"{table} has {answers} answers.");
        Assert.True(precision >= 0.9, $"precision {precision:0.000}");
        Assert.True(recall >= 0.9, $"recall {recall:0.000}");
    }

    [Theory]
    [InlineData("follow-up-held-out.en.txt")]
    [InlineData("follow-up-held-out.zh.txt")]
    [InlineData("follow-up-held-out-2.en.txt")]
    [InlineData("follow-up-held-out-2.zh.txt")]
    public void Answers_that_were_kept_apart_fare_not_much_worse(string table)
    {
        var (answers, precision, recall) = Measure(table);

        Assert.True(answers >= 15, $"{table} has {answers} answers.");
        Assert.True(precision >= 0.75, $"precision {precision:0.000}");
        Assert.True(recall >= 0.75, $"recall {recall:0.000}");
    }

    private (int Answers, double Precision, double Recall) Measure(string table)
    {
        var answers = ProbedAnswer.Read(table);
        var (right, wrong, missed, allowed) = (0, 0, 0, 0);
        foreach (var answer in answers)
        {
            var came = FollowUps.For(answer.Text, answer.Aim).Select(followUp => followUp.Kind).ToHashSet();
            var wrongly = came.Where(kind => !answer.Must.Contains(kind) && !answer.May.Contains(kind)).ToList();
            var lacking = answer.Must.Where(kind => !came.Contains(kind)).ToList();
            right += came.Count(answer.Must.Contains);
            allowed += came.Count(answer.May.Contains);
            wrong += wrongly.Count;
            missed += lacking.Count;
            if (wrongly.Count + lacking.Count > 0)
            {
                output.WriteLine($"{answer.Place}  wrongly: {string.Join(' ', wrongly)}  missing: {string.Join(' ', lacking)}\n    {answer.Text}");
            }
        }

        var (precision, recall) = ((double)right / (right + wrong), (double)right / (right + missed));
        output.WriteLine($"{table}: {answers.Count} answers, {answers.Count * FollowUpQuestions.Kinds.Count} pairs; right {right}, wrong {wrong}, missed {missed}, allowed {allowed}; "
            + $"precision {precision:0.000}, recall {recall:0.000}");
        return (answers.Count, precision, recall);
    }
}
