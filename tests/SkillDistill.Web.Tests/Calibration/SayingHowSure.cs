using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Calibration;

/// <summary>An owner says how sure they are of a card and later whether it held; from twenty on they see how well they judge, and nobody else ever does.</summary>
public sealed class SayingHowSure : IDisposable
{
    private const string Card = "Monday on-call handover";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task It_is_said_on_the_card_told_once_and_said_anew()
    {
        var mei = await OnCardAsync();
        await mei.PressAsync("[data-state-confidence]", ("percent", "70"));
        Assert.Equal("70", mei.Page.QuerySelector("[data-forecast]")!.GetAttribute("data-forecast"));
        Assert.Single((await mei.OpenAsync("/calibration")).Page.QuerySelectorAll("[data-open] li"));
        Assert.Equal("0", mei.Page.QuerySelector("[data-too-few]")!.GetAttribute("data-too-few"));

        await mei.PressAsync("[data-failed]");
        Assert.Contains("it did not hold", mei.Text, StringComparison.Ordinal);
        Assert.Equal("1", mei.Page.QuerySelector("[data-too-few]")!.GetAttribute("data-too-few"));
        mei = await OnCardAsync();
        Assert.Equal("", mei.Page.QuerySelector("[data-forecast]")!.GetAttribute("data-forecast"));
    }

    [Fact]
    public async Task From_twenty_on_there_is_a_picture_and_a_number()
    {
        await _house.InStoreAsync(async db =>
        {
            var card = await CardAsync(db);
            for (var at = 0; at < Domain.Profiles.Calibration.Least; at++)
            {
                db.Forecasts.Add(Forecast.Restore(card.Id, card.OwnerId, at < 10 ? 90 : 60, _house.Clock.GetUtcNow(), at is not (0 or 10 or 11 or 12), _house.Clock.GetUtcNow()));
            }

            return await db.SaveChangesAsync();
        });

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/calibration");

        Assert.Equal("0.155", mei.Page.QuerySelector("[data-brier]")!.GetAttribute("data-brier"));
        Assert.Equal(["70 %", "10", "90 %", "10"], mei.Page.QuerySelectorAll("[data-points] tbody td").Select(cell => cell.TextContent));
        Assert.Equal(2, mei.Page.QuerySelectorAll("svg.reliability circle").Length);
    }

    [Fact]
    public async Task Nobody_says_or_tells_for_another_or_sees_it_and_a_chance_that_is_none_is_refused()
    {
        var mei = await OnCardAsync();
        await mei.PressAsync("[data-state-confidence]", ("percent", "70"));
        var (card, forecast) = await _house.InStoreAsync(async db => (await CardAsync(db), await db.Forecasts.AsNoTracking().SingleAsync()));
        foreach (var other in new[] { "tunde", "dafydd", "ada" })
        {
            var visitor = await (await _house.SignedInAsync(other)).OpenAsync("/calibration");
            Assert.Empty(visitor.Page.QuerySelectorAll("[data-open] li"));
            using var said = await visitor.PostAsync("/calibration?handler=State", ("card", $"{card.Id.Value}"), ("percent", "50"));
            using var told = await visitor.PostAsync("/calibration?handler=Tell", ("forecast", $"{forecast.Id}"), ("held", "true"));
            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (said.StatusCode, told.StatusCode));
        }

        using var posted = await mei.PostAsync("/calibration?handler=State", ("card", $"{card.Id.Value}"), ("percent", "100"));
        Assert.Contains("Choose one of the chances", (await mei.OpenAsync(posted.Headers.Location!.OriginalString)).Text, StringComparison.Ordinal);
        Assert.Equal((70, (bool?)null), await _house.InStoreAsync(async db => await db.Forecasts.Select(known => new ValueTuple<int, bool?>(known.Percent, known.HasHeld)).SingleAsync()));
    }

    private async Task<Visitor> OnCardAsync() => await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/{await _house.CardOfAsync("mei", Card)}");

    private async Task<Card> CardAsync(Data.SkillDistillDb db)
    {
        var id = new Id<Card>(Guid.Parse(await _house.CardOfAsync("mei", Card)));
        return await db.Cards.AsNoTracking().SingleAsync(card => card.Id == id);
    }
}
