using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class MeasuringSpecificity
{
    [Theory]
    [InlineData(SpecificityAspect.Condition, 2, "If the queue is longer than 200 orders, I call the second shift.")]
    [InlineData(SpecificityAspect.Condition, 1, "When the driver leaves the ramp without the papers, I call him back.")]
    [InlineData(SpecificityAspect.Condition, 0, "If the situation requires it, appropriate measures should be taken.")]
    [InlineData(SpecificityAspect.Condition, 2, "显示屏到 7 度以上,我就搬鱼。")]
    [InlineData(SpecificityAspect.Condition, 0, "如果情况需要,就采取相应的措施。")]
    [InlineData(SpecificityAspect.Action, 2, "Restart the worker in Nomad.")]
    [InlineData(SpecificityAspect.Action, 1, "I restart the worker.")]
    [InlineData(SpecificityAspect.Action, 2, "I unplug the printer, wipe the roller and ring the supplier.")]
    [InlineData(SpecificityAspect.Action, 0, "I handle the matter in a suitable way.")]
    [InlineData(SpecificityAspect.Action, 1, "我先拔掉电源线。")]
    [InlineData(SpecificityAspect.Action, 0, "我会妥善处理相关问题。")]
    [InlineData(SpecificityAspect.Threshold, 2, "Above 10,000 euros two people sign.")]
    [InlineData(SpecificityAspect.Threshold, 1, "I wait three minutes.")]
    [InlineData(SpecificityAspect.Threshold, 0, "Step 3 of version 2 is our number one priority 24/7.")]
    [InlineData(SpecificityAspect.Threshold, 2, "单笔超过 2 万元要两个人签字。")]
    [InlineData(SpecificityAspect.Threshold, 0, "第三步要从三个方面综合考虑。")]
    [InlineData(SpecificityAspect.Reason, 2, "I wait, because the valve sticks when it is cold.")]
    [InlineData(SpecificityAspect.Reason, 0, "I wait, because it is better and leads to better results.")]
    [InlineData(SpecificityAspect.Reason, 0, "I wait, because it is better, and close the lid of the second tank.")]
    [InlineData(SpecificityAspect.Reason, 2, "我会等,否则泄压阀会卡住。")]
    [InlineData(SpecificityAspect.Reason, 0, "我会等,因为这样效果更好。")]
    [InlineData(SpecificityAspect.Case, 2, "Last March the disk of the billing replica filled up.")]
    [InlineData(SpecificityAspect.Case, 1, "I deleted the binlogs of the billing replica by hand.")]
    [InlineData(SpecificityAspect.Case, 0, "In many cases disks fill up.")]
    [InlineData(SpecificityAspect.Case, 2, "去年三月计费从库的磁盘满了。")]
    [InlineData(SpecificityAspect.Exception, 2, "I call them, unless the order is from Harlow Mills.")]
    [InlineData(SpecificityAspect.Exception, 0, "I call them, unless there are good reasons to do otherwise.")]
    [InlineData(SpecificityAspect.Exception, 2, "我打电话,除非订单不到 50 元。")]
    [InlineData(SpecificityAspect.Falsifier, 2, "I would be wrong if errors stay above 2 % after the rollback.")]
    [InlineData(SpecificityAspect.Falsifier, 0, "I would be wrong if the circumstances were different.")]
    [InlineData(SpecificityAspect.Falsifier, 2, "如果回滚后错误率还在 2% 以上,说明我判断错了。")]
    [InlineData(SpecificityAspect.Source, 2, "It is in the runbook \u201cCold start of the pumps\u201d.")]
    [InlineData(SpecificityAspect.Source, 1, "I look it up in the log of the pump.")]
    [InlineData(SpecificityAspect.Source, 0, "Proper documentation is essential.")]
    [InlineData(SpecificityAspect.Source, 2, "步骤写在《冷启动手册》里。")]
    public void What_a_sentence_is_worth(SpecificityAspect aspect, int points, string sentence) => Assert.Equal(points, Line(Specificity.Of(sentence), aspect).Points);

    [Fact]
    public void There_is_a_line_for_each_aspect_and_sixteen_points_at_most()
    {
        var nothing = Specificity.Of("");

        Assert.Equal(Enum.GetValues<SpecificityAspect>(), nothing.Lines.Select(line => line.Aspect));
        Assert.Equal((0, Specificity.Most), (nothing.Total, nothing.Lines.Count * SpecificityLine.Most));
    }

    [Fact]
    public void A_missing_point_names_its_question_and_a_full_line_names_none()
    {
        var measured = Specificity.Of("I wait three minutes. Restart the worker in Nomad.");

        Assert.Equal("Specificity.Ask.Reason", Line(measured, SpecificityAspect.Reason).Ask);
        Assert.Equal("Specificity.AskMore.Threshold", Line(measured, SpecificityAspect.Threshold).Ask);
        Assert.Null(Line(measured, SpecificityAspect.Action).Ask);
    }

    [Fact]
    public void A_field_that_is_filled_with_vague_words_earns_nothing()
    {
        const string vague = "As appropriate, depending on various factors.";
        const string empty = "根据情况,适当处理。";
        var card = new CardText { Title = "As appropriate", Situation = vague, Action = empty, Reason = vague, Threshold = empty, Exception = vague, Falsifier = empty, Case = vague, CaseDate = new DateOnly(2026, 3, 14) };

        Assert.Equal(0, Specificity.Of(card).Total);
    }

    [Fact]
    public void A_field_stands_for_its_conjunction()
    {
        var card = new CardText { Reason = "The relief valve sticks and the hose bursts.", Exception = "Orders from Harlow Mills.", Falsifier = "Errors stay above 2 % for ten minutes." };

        var measured = Specificity.Of(card);

        Assert.Equal([2, 2, 2], new[] { SpecificityAspect.Reason, SpecificityAspect.Exception, SpecificityAspect.Falsifier }.Select(aspect => Line(measured, aspect).Points));
        Assert.Equal(CardField.Exception, Line(measured, SpecificityAspect.Exception).Evidence!.Field);
    }

    [Fact]
    public void The_date_of_a_case_counts_where_the_case_says_something()
    {
        var card = new CardText { Case = "A bakery in Leeds could not print its receipts, and the USB port had changed." };

        Assert.Equal(0, Line(Specificity.Of(card), SpecificityAspect.Source).Points % 2);
        Assert.Equal((2, 2), (Line(Specificity.Of(card with { CaseDate = new DateOnly(2026, 6, 14) }), SpecificityAspect.Source).Points, Line(Specificity.Of(card), SpecificityAspect.Case).Points));
    }

    private static SpecificityLine Line(Specificity specificity, SpecificityAspect aspect) => specificity.Lines.Single(line => line.Aspect == aspect);
}
