using Microsoft.Playwright;
using SkillDistill.Browser.Tests.Interviews;
using SkillDistill.Browser.Tests.Journey;

namespace SkillDistill.Browser.Tests.Disagreements;

/// <summary>Two people in two windows: a colleague would not do what the agent says, its owner adds an exception and publishes, and the same question is answered otherwise.</summary>
[Collection(BrowserTests.Name)]
public sealed class Settling(Chromium chromium)
{
    private const string Question = "How do you work off the backlog after an ingest outage at the end of the month?";
    private const string Exception = "At the end of the month the backlog goes in first after an ingest outage, because billing needs it.";

    [Fact]
    public async Task An_exception_settles_it_and_comes_first_from_then_on()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var (tunde, mei) = (await chromium.SignedInAsync(product, "tunde"), await chromium.SignedInAsync(product, "mei"));
        var colleague = new Colleague(tunde, product.Address);
        Assert.Equal("DocumentedProcess", (await colleague.AskAsync("Mei Tan", Question)).Verdict);

        await DisagreeAsync(tunde);
        Assert.Equal("JudgementCall", (await colleague.AskAsync("Mei Tan", Question)).Verdict);
        await AddExceptionAsync(mei);
        await mei.GotoAsync(product.At("/agent"));
        await mei.ClickAsync("[data-distil]");
        await mei.ClickAsync("[data-publish]");
        await mei.WaitForSelectorAsync("body:not(:has([data-publish]))");

        var answered = await colleague.AskAsync("Mei Tan", Question);
        Assert.Equal("JudgementCall", answered.Verdict);
        Assert.Contains("end of the month", answered.Text, StringComparison.Ordinal);
        Assert.True(answered.Text.IndexOf("end of the month", StringComparison.Ordinal) < answered.Text.IndexOf("live readings", StringComparison.Ordinal), answered.Text);
        await tunde.GotoAsync(product.At("/disagreements"));
        Assert.Contains("exception added", await tunde.InnerTextAsync("[data-sent]"), StringComparison.Ordinal);
        await tunde.Context.CloseAsync();
        await mei.Context.CloseAsync();
    }

    /// <summary>By keyboard, below the last answer.</summary>
    internal static async Task DisagreeAsync(IPage page)
    {
        var keyboard = new Keyboard(page);
        await keyboard.ReachAsync("article.turn:last-child [data-disagree] > summary");
        await page.Keyboard.PressAsync("Enter");
        await keyboard.TypeAsync("article.turn:last-child [name=wouldDo]", "I would let the stored readings in first.");
        await keyboard.TypeAsync("article.turn:last-child [name=why]", "Billing runs on the first, and live charts can wait an hour.");
        await keyboard.GoAsync("article.turn:last-child [data-disagree-send]");
    }

    private static async Task AddExceptionAsync(IPage page)
    {
        var keyboard = new Keyboard(page);
        await page.ReloadAsync();
        await keyboard.GoAsync("[data-disagreements]");
        await keyboard.GoAsync("[data-open] a");
        await keyboard.TypeAsync("#exception", Exception);
        await keyboard.GoAsync("[data-settle-exception]");
        Assert.Equal(1, await page.Locator("[data-settlement=ExceptionAdded]").CountAsync());
    }
}
