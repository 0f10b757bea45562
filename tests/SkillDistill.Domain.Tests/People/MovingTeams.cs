using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.People;

public sealed class MovingTeams
{
    private readonly Team _top = Team.Form("Top", null);
    private readonly Team _middle;
    private readonly Team _low;
    private readonly TeamTree _tree;

    public MovingTeams()
    {
        _middle = Team.Form("Middle", _top.Id);
        _low = Team.Form("Low", _middle.Id);
        _tree = new TeamTree([_top, _middle, _low]);
    }

    [Fact]
    public void A_team_cannot_be_placed_below_itself()
    {
        Assert.IsType<TeamBelowItself>(_top.MoveBelow(_low.Id, _tree).Refusal);
        Assert.IsType<TeamBelowItself>(_top.MoveBelow(_top.Id, _tree).Refusal);
        Assert.Null(_top.ParentId);
    }

    [Fact]
    public void A_team_moves_with_all_below_it()
    {
        var moved = _low.MoveBelow(_top.Id, _tree);

        Assert.Null(moved.Refusal);
        Assert.Equal(_top.Id, _low.ParentId);
    }

    [Fact]
    public void A_team_needs_a_name()
    {
        Assert.IsType<TeamNameMissing>(_low.Rename("  ").Refusal);
        Assert.Equal("Low", _low.Name);
    }
}
