using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Tests.Profiles;

public sealed class Forecasting
{
    private static readonly DateTimeOffset Now = new(2026, 11, 2, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_an_accepted_card_one_of_the_chances_is_said_and_told_once()
    {
        Assert.IsType<OnlyAcceptedAreForecast>(Forecast.State(Made(accepted: false), 80, Now).Refusal);
        Assert.IsType<PercentNotChosen>(Forecast.State(Made(), 81, Now).Refusal);

        var said = Forecast.State(Made(), 80, Now).Value;
        said.Tell(false, Now.AddDays(1));
        said.Tell(true, Now.AddDays(2));

        Assert.Equal((80, false, Now.AddDays(1)), (said.Percent, said.HasHeld!.Value, said.ToldAt!.Value));
    }

    [Fact]
    public void Below_twenty_there_is_nothing_and_what_is_not_known_does_not_count()
    {
        var nineteen = Enumerable.Range(0, 19).Select(_ => Told(90, true)).ToList();

        Assert.Null(Calibration.Of([.. nineteen, Forecast.State(Made(), 90, Now).Value]));
        Assert.NotNull(Calibration.Of([.. nineteen, Told(90, true)]));
    }

    [Fact]
    public void The_score_is_Briers()
    {
        Assert.Equal(0.25, Calibration.Of(Enumerable.Range(0, 20).Select(at => Told(50, at % 3 == 0)))!.Brier, 12);
        Assert.Equal(0.04, Calibration.Of(Enumerable.Range(0, 20).Select(_ => Told(80, true)))!.Brier, 12);

        // Nine tenths right at 90%: 0.9 · 0.01 + 0.1 · 0.81.
        var calibration = Calibration.Of([.. Enumerable.Range(0, 18).Select(_ => Told(90, true)), Told(90, false), Told(90, false)])!;
        Assert.Equal(0.09, calibration.Brier, 12);
        var point = Assert.Single(calibration.Points);
        Assert.Equal((90, 20, 18, 90d), (point.Percent, point.Count, point.Held, point.HeldPercent));
    }

    private static Forecast Told(int percent, bool held)
    {
        var said = Forecast.State(Made(), percent, Now).Value;
        said.Tell(held, Now);
        return said;
    }

    private static Card Made(bool accepted = true)
    {
        var text = new CardText { Kind = CardKind.Process, Title = "Handing over", Action = "Go through four things." };
        var card = Card.Draft(Id<Person>.New(), text, null, Now).Value;
        if (accepted)
        {
            Assert.Null(card.Accept(text, Now).Refusal);
        }

        return card;
    }
}
