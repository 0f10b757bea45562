using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkillDistill.Domain.Conversations;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>The owner takes their consent back between the question and its stream: the stream is not there any more.</summary>
[Collection(BrowserTests.Name)]
public sealed class AgentGoneMeanwhile(Chromium chromium)
{
    private const string Question = "When do you roll back, and who tells the customer?";

    [Fact]
    public async Task The_asker_reads_why_and_nothing_waits_for_ever()
    {
        var page = await chromium.SignedInAsync("tunde");
        await new Colleague(page).AskAsync("Mei Tan", Question);
        await BeStillAnsweringAsync();
        await page.RouteAsync("**/turns/*/stream", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));

        await page.ReloadAsync();

        await page.Locator("[data-answer][role=status]").WaitForAsync();
        Assert.Contains("ended their consent", await page.Locator("[data-answer]").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-waiting]").CountAsync());
        await page.Context.CloseAsync();
    }

    /// <summary>As if another node were at it. The built-in answerer may be done before the page is there, and then nobody waits for a stream.</summary>
    private async Task BeStillAnsweringAsync()
    {
        DateTimeOffset? claimed = DateTimeOffset.UtcNow.AddDays(1);
        await using var db = chromium.Product.Store();
        Assert.Equal(1, await db.Turns.Where(turn => turn.Question == Question).ExecuteUpdateAsync(set => set
            .SetProperty(turn => turn.State, TurnState.Pending)
            .SetProperty(turn => turn.ClaimedUntil, claimed)));
    }
}
