using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>A question that was answered once is put to somebody else, by keyboard and on a phone.</summary>
[Collection(BrowserTests.Name)]
public sealed class SecondOpinion(Chromium chromium)
{
    private const string Question = "When do you roll back and when do you look for the cause first?";

    [Fact]
    public async Task Both_answers_come_live_beside_each_other_and_are_compared_when_they_are_there()
    {
        var page = await chromium.SignedInAsync("tunde");
        await AskAgainAsync(page);

        await page.WaitForURLAsync("**/opinions/*");
        await page.WaitForSelectorAsync("[data-half]:nth-child(2) [data-verdict]");
        await page.WaitForSelectorAsync("body:not(:has([data-stream]:not([data-stream=''])))");

        Assert.Equal(2, await page.Locator("[data-half] h2 a").CountAsync());
        Assert.NotEqual(await page.Locator("[data-half] h2 a").Nth(0).InnerTextAsync(), await page.Locator("[data-half] h2 a").Nth(1).InnerTextAsync());
        var tops = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('[data-half]')].map(half => half.getBoundingClientRect().top)");
        Assert.Equal(tops[0], tops[1]);
        Assert.DoesNotContain("compared once both", await page.InnerTextAsync("[data-compared]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task On_a_phone_they_stand_below_each_other_and_a_citation_opens_in_its_own_half()
    {
        var page = await chromium.SignedInAsync("tunde", width: 390);
        await AskAgainAsync(page);
        await page.WaitForURLAsync("**/opinions/*");
        await page.WaitForSelectorAsync("body:not(:has([data-stream]:not([data-stream=''])))");

        var tops = await page.EvaluateAsync<double[]>("[...document.querySelectorAll('[data-half]')].map(half => half.getBoundingClientRect().top)");
        Assert.True(tops[1] > tops[0]);
        Assert.True(await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth") <= 390);
        var half = page.Locator("[data-half]").Filter(new LocatorFilterOptions { Has = page.Locator("a.cite") }).First;
        await half.Locator("a.cite").First.ClickAsync();
        Assert.True(await half.Locator("details.citation").First.EvaluateAsync<bool>("citation => citation.open"));
        await page.Context.CloseAsync();
    }

    /// <summary>Asks one agent, and then, by keyboard, whoever is offered first.</summary>
    internal static async Task AskAgainAsync(IPage page)
    {
        await new Colleague(page).AskAsync("Mei Tan", Question);
        await page.WaitForSelectorAsync("a[data-second]");
        await page.FocusAsync("a[data-second]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync("[data-ask-too] button");
        await page.FocusAsync("[data-ask-too] button");
        await page.Keyboard.PressAsync("Enter");
    }
}
