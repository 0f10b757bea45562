using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>The owner takes their consent back between the question and its stream: the stream is not there any more.</summary>
[Collection(BrowserTests.Name)]
public sealed class AgentGoneMeanwhile(Chromium chromium)
{
    [Fact]
    public async Task The_asker_reads_why_and_nothing_waits_for_ever()
    {
        var page = await chromium.SignedInAsync("tunde");
        await page.RouteAsync("**/turns/*/stream", route => route.FulfillAsync(new RouteFulfillOptions { Status = 404 }));
        await page.GotoAsync("/ask");
        await page.Locator(".agentcard a", new PageLocatorOptions { HasTextString = "Mei Tan" }).ClickAsync();
        await page.FillAsync("#Question", "When do you roll back?");

        await page.ClickAsync("form[data-ask] button");

        await page.Locator("[data-answer][role=status]").WaitForAsync();
        Assert.Contains("ended their consent", await page.Locator("[data-answer]").TextContentAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await page.Locator("[data-waiting]").CountAsync());
        await page.Context.CloseAsync();
    }
}
