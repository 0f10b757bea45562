using System.Globalization;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Skills;

public sealed class NamingSkills
{
    private static readonly string[] Both = ["en", "zh"];

    [Theory]
    [InlineData("Customs & export", "customs-export")]
    [InlineData("C#", "c")]
    [InlineData("来料检验", "skill")]
    public void A_key_is_made_of_the_English_name(string label, string key) => Assert.Equal(key, Skill.KeyFor([new SkillLabel("en", label, true)]));

    [Fact]
    public void A_skill_needs_a_name_in_one_language_and_shows_it_in_the_other()
    {
        var skill = Skill.Define("inspection", null, []);

        Assert.IsType<SkillWithoutLabel>(skill.Relabel([new SkillLabel("en", "IQC", false)], Both).Refusal);
        Assert.Null(skill.Relabel([new SkillLabel("zh", "来料检验", true)], Both).Refusal);
        Assert.Equal("来料检验", skill.Label(CultureInfo.GetCultureInfo("en-GB")));
    }

    [Fact]
    public void Names_in_a_language_that_is_not_spoken_of_stay()
    {
        var skill = Skill.Define("welding", null, [new SkillLabel("de", "Schweißen", true), new SkillLabel("de", "Fügen", false), new SkillLabel("zh", "焊接", true)]);

        Assert.Null(skill.Relabel([new SkillLabel("en", "Welding", true)], Both).Refusal);

        Assert.Equal(["Schweißen", "Welding", "Fügen"], skill.Labels.Select(label => label.Text));
    }

    [Fact]
    public void A_skill_cannot_be_placed_below_itself()
    {
        var (top, below) = (Skill.Define("top", null, []), Skill.Define("below", null, []));

        Assert.IsType<SkillBelowItself>(top.PlaceUnder(below.Id, [below.Id, top.Id]).Refusal);
        Assert.Null(below.PlaceUnder(top.Id, [top.Id]).Refusal);
    }
}
