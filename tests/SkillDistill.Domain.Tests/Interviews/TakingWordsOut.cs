using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Tests.Interviews;

public sealed class TakingWordsOut
{
    [Theory]
    [InlineData("Priya Raman, who is lazy, always pays late.", "A colleague, who is lazy, always pays late.")]
    [InlineData("I asked Priya Raman about it.", "I asked a colleague about it.")]
    public void A_name_leaves_a_colleague_behind(string text, string without) =>
        Assert.Equal(without, Exclusions.Without(text, Exclusions.In(text).First(found => found.Kind == ExclusionKind.PersonName)));

    [Fact]
    public void What_is_said_of_them_is_still_pointed_out_and_still_not_probed()
    {
        const string text = "Priya Raman, who is lazy, always pays late.";

        var without = Exclusions.Without(text, Exclusions.In(text).First(found => found.Kind == ExclusionKind.PersonName));

        Assert.Contains(Exclusions.In(without), found => found.Kind == ExclusionKind.JudgementOfColleague);
        Assert.Empty(FollowUps.For(without, ProbeAim.Judgement));
    }

    [Theory]
    [InlineData("Priya Raman always gets the payroll wrong.")]
    [InlineData("老王脾气很差，一定要先哄好。")]
    public void Nothing_is_asked_of_what_somebody_does(string text) =>
        Assert.DoesNotContain(FollowUps.For(text, ProbeAim.Judgement), followUp => followUp.Kind is FollowUpKind.WhenNotTrue or FollowUpKind.LastTime or FollowUpKind.ACaseEachWay);

    [Theory]
    [InlineData("我的密码：小鱼888", true)]
    [InlineData("邮箱密码：春天来了2024", true)]
    [InlineData("密码：见手册第3章", false)]
    [InlineData("密码：每90天换一次", false)]
    public void Passwords_of_Chinese_words_and_figures_are_passwords(string text, bool isOne) => Assert.Equal(isOne, Exclusions.HasCredential(text));
}
