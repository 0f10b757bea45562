using SkillDistill.Domain.Skills;

namespace SkillDistill.Domain.Tests.Skills;

/// <summary>Skills go out of use, come back, and become part of others.</summary>
public sealed class StandingOfSkills
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_skill_goes_out_of_use_once_and_comes_back()
    {
        var skill = Named("Welding");

        Assert.Null(skill.Retire(Now).Refusal);
        Assert.IsType<SkillRetiredAlready>(skill.Retire(Now.AddDays(1)).Refusal);
        Assert.IsType<SkillRetiredAlready>(skill.MergeInto(Named("Joining"), [], Now).Refusal);
        Assert.Equal(Now, skill.RetiredAt);
        Assert.Null(skill.Return().Refusal);
        Assert.False(skill.IsRetired);
        Assert.IsType<SkillInUseAlready>(skill.Return().Refusal);
    }

    [Fact]
    public void What_became_part_of_another_gives_it_its_names_and_does_not_come_back()
    {
        var (old, kept) = (Named("Welding"), Named("Joining"));
        old.Relabel([new SkillLabel("zh", "焊接", true)], ["zh"]);

        Assert.Null(old.MergeInto(kept, [kept.Id], Now).Refusal);

        Assert.Equal([("Joining", true), ("焊接", true), ("Welding", false)], kept.Labels.Select(label => (label.Text, label.IsPreferred)));
        Assert.Equal((kept.Id, Now), (old.MergedIntoId, old.RetiredAt));
        Assert.IsType<SkillIsMerged>(old.Return().Refusal);
        Assert.IsType<SkillMergedAlready>(old.Retire(Now).Refusal);
        Assert.IsType<SkillMergedAlready>(old.MergeInto(kept, [kept.Id], Now).Refusal);
    }

    [Fact]
    public void A_skill_becomes_part_of_neither_itself_nor_what_is_out_of_use_nor_something_far_below_it()
    {
        var (top, middle, low, gone) = (Named("Top"), Named("Middle"), Named("Low"), Named("Gone"));
        middle.PlaceUnder(top.Id, [top.Id]);
        low.PlaceUnder(middle.Id, [middle.Id, top.Id]);
        gone.Retire(Now);

        Assert.IsType<SkillIsItself>(top.MergeInto(top, [top.Id], Now).Refusal);
        Assert.IsType<SkillIsRetired>(top.MergeInto(gone, [gone.Id], Now).Refusal);
        Assert.IsType<SkillBelowItself>(top.MergeInto(low, [low.Id, middle.Id, top.Id], Now).Refusal);
        Assert.Null(middle.MergeInto(low, [low.Id, middle.Id, top.Id], Now).Refusal);
        Assert.Equal(top.Id, low.BroaderId);
    }

    private static Skill Named(string name) => Skill.Define(name.ToLowerInvariant(), null, [new SkillLabel("en", name, true)]);
}
