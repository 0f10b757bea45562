using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.People;

/// <summary>Teams in one place are told apart by their names, and no name reads as a way of several.</summary>
public sealed class NamingTeams
{
    private static readonly DateTimeOffset Now = new(2026, 12, 1, 9, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Company / Platform")]
    [InlineData("Company/ Platform")]
    [InlineData("Company /Platform")]
    [InlineData("Company//Platform")]
    [InlineData("/Platform")]
    [InlineData("Platform /")]
    public void A_name_that_reads_as_a_way_is_refused(string name)
    {
        var team = Team.Form("Platform", null);

        Assert.IsType<TeamNameIsWay>(team.Rename(name).Refusal);
        Assert.Equal("Platform", team.Name);
    }

    [Fact]
    public void A_stroke_within_a_word_is_none_and_what_a_team_is_called_already_it_may_be_called_on()
    {
        Assert.Null(Team.Form("Platform", null).Rename("R/D 24/7").Refusal);
        Assert.Null(Team.Form("Old / name", null).Rename("Old / name").Refusal);
    }

    [Theory]
    [InlineData("night SHIFT", true)]
    [InlineData("Ｎｉｇｈｔ　ｓｈｉｆｔ", true)]
    [InlineData("Night\u200b shift", true)]
    [InlineData("ÜBER uns", false)]
    [InlineData("Nightshift", false)]
    public void Capitals_blanks_and_widths_make_no_other_name(string name, bool isSame)
    {
        var (top, night) = (Team.Form("Top", null), Team.Form("Night  shift", null));
        night.MoveBelow(top.Id, new TeamTree([top, night]));
        var other = Team.Form(name, top.Id);

        Assert.Equal(isSame, new TeamTree([top, night, other]).HasTwin(other));
        Assert.False(new TeamTree([top, night]).HasTwin(night));
        Assert.False(new TeamTree([top, night]).HasTwin(Team.Form(name, night.Id)));
    }

    [Fact]
    public void Cases_of_letters_beyond_ASCII_are_known() => Assert.Equal("Äpfel & Ölfässer".ToNameKey(), " ÄPFEL  &  ölfässer ".ToNameKey());

    [Fact]
    public void Only_a_team_with_nobody_in_it_and_nothing_below_it_is_taken_away()
    {
        var top = Team.Form("Top", null);
        var low = Team.Form("Low", top.Id);
        var tree = new TeamTree([top, low]);

        Assert.IsType<TeamNotEmpty>(top.Remove(0, tree, Now).Refusal);
        Assert.IsType<TeamNotEmpty>(low.Remove(1, tree, Now).Refusal);
        Assert.Null(low.RemovedAt);
        Assert.Null(low.Remove(0, tree, Now).Refusal);
        Assert.Equal(Now, low.RemovedAt);
    }
}
