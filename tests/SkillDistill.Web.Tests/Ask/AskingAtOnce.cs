using System.Net;
using Microsoft.EntityFrameworkCore;

namespace SkillDistill.Web.Tests.Ask;

public sealed class AskingAtOnce(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Questions_asked_in_two_windows_at_once_are_all_kept_in_some_order()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", "When may I wake a second person at night?"));
        var conversation = tunde.Location.Split('#')[0];

        var responses = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => tunde.PostAsync(conversation, ("Question", $"When do you roll back, window {number}?"), ("Live", "true"))));

        Assert.All(responses, response => Assert.Equal(HttpStatusCode.Found, response.StatusCode));
        var ordinals = await house.InStoreAsync(db => db.Turns.OrderBy(turn => turn.Ordinal).Select(turn => turn.Ordinal).ToListAsync());
        Assert.Equal(Enumerable.Range(1, 7), ordinals);
    }
}
