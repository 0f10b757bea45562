using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Interviews;

/// <summary>Somebody who has a keyboard and nothing else.</summary>
internal sealed class Keyboard(IPage page)
{
    private const int MostTabs = 200;

    /// <summary>Tabs on until the focus is on something that matches.</summary>
    public async Task ReachAsync(string selector)
    {
        for (var tab = 0; tab < MostTabs; tab++)
        {
            if (await page.EvaluateAsync<bool>("selector => document.activeElement?.matches(selector) === true", selector))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"{selector} cannot be reached by keyboard on {page.Url}.");
    }

    public async Task TypeAsync(string selector, string text)
    {
        await ReachAsync(selector);
        await page.Keyboard.InsertTextAsync(text);
    }

    /// <summary>Presses what is in focus and waits for the page that it leads to.</summary>
    public async Task GoAsync(string selector)
    {
        await ReachAsync(selector);
        await page.EvaluateAsync("() => { window.isLeft = true; }");
        await page.Keyboard.PressAsync("Enter");
        try
        {
            await page.WaitForFunctionAsync("() => !window.isLeft && document.readyState === 'complete'");
        }
        catch (TimeoutException)
        {
            Assert.Fail($"{selector} led nowhere from {page.Url}:\n{await page.InnerTextAsync("main")}");
        }
    }

    public async Task TickAsync(string selector)
    {
        await ReachAsync(selector);
        await page.Keyboard.PressAsync("Space");
    }
}
