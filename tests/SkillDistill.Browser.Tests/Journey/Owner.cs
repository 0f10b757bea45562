using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>What an owner does with the product, step by step, as clicks in a real window.</summary>
internal sealed class Owner(IPage page)
{
    public IPage Page => page;

    /// <summary>Brings in a folder as the browser would send it, agreeing to a profile being kept where the product asks for it first.</summary>
    public async Task BringInFolderAsync(string folder)
    {
        await page.GotoAsync("/sources/new");
        var keep = page.Locator("[data-keep-profile] button");
        if (await keep.CountAsync() > 0)
        {
            await keep.ClickAsync();
        }

        await page.SetInputFilesAsync("#Form_Folder", folder);
        await page.ClickAsync("button[data-busy]");
        await page.WaitForURLAsync(url => Regex.IsMatch(url, "/sources/[0-9a-f]{32}"));
    }

    /// <summary>Claims every sentence about the work, and none about the manner or the person.</summary>
    public async Task ClaimTheWorkAsync()
    {
        if (!page.Url.Contains("/statements", StringComparison.Ordinal))
        {
            await page.GotoAsync($"{page.Url.Split('?')[0]}/statements");
        }

        foreach (var box in await page.Locator("[data-statement=Work] input[type=checkbox]").AllAsync())
        {
            await box.CheckAsync();
        }

        await page.ClickAsync("[data-claim-ticked]");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>Accepts all drafts, a visible page at a time.</summary>
    public Task AcceptAllDraftsAsync() => EachPageOfCardsAsync("/cards?state=Draft", () => page.ClickAsync(".bulkbar button[formaction*='handler=Accept']"));

    /// <summary>Shares all private cards with everybody, a visible page at a time.</summary>
    public Task ShareAllAsync() => EachPageOfCardsAsync("/cards?state=Accepted&scope=Private", async () =>
    {
        await page.SelectOptionAsync(".bulkbar select[name=audience]", "Organisation");
        await page.ClickAsync(".bulkbar button[formaction*='handler=Share']");
    });

    public async Task AgreeAsync(string purpose, string? scope = null)
    {
        await page.GotoAsync("/consent");
        var row = page.Locator($"#{purpose}");
        var fold = row.Locator("details.terms > summary");
        if (await fold.CountAsync() > 0)
        {
            await fold.First.ClickAsync();
        }

        if (scope is not null)
        {
            await row.Locator($"input[name=Scope][value={scope}]").First.CheckAsync();
        }

        await row.Locator("form[data-give] button.btn-primary").First.ClickAsync();
        await row.Locator("[data-standing=On]").WaitForAsync();
    }

    public async Task WithdrawAsync(string purpose)
    {
        await page.GotoAsync("/consent");
        await page.Locator($"#{purpose} [data-withdraw]").First.ClickAsync();
        await page.Locator($"#{purpose} [data-standing=Withdrawn]").WaitForAsync();
    }

    public async Task DistilAndPublishAsync()
    {
        await page.GotoAsync("/agent");
        await page.ClickAsync("[data-distil]");
        await page.WaitForLoadStateAsync();
        if (!page.Url.Contains("/versions/", StringComparison.Ordinal))
        {
            await page.Locator("[data-version] a").First.ClickAsync();
        }

        await page.ClickAsync("[data-publish]");
        await page.WaitForLoadStateAsync();
    }

    private async Task EachPageOfCardsAsync(string list, Func<Task> act)
    {
        string? first = null;
        for (var pages = 0; pages < 40; pages++)
        {
            await page.GotoAsync(list);
            var boxes = page.Locator("input[name=Cards]");
            if (await boxes.CountAsync() == 0 || await boxes.First.GetAttributeAsync("value") == first)
            {
                // What stays on the list was refused, and says why; a person would turn to it one by one.
                return;
            }

            first = await boxes.First.GetAttributeAsync("value");
            await page.CheckAsync("[data-all] input");
            await act();
            await page.WaitForLoadStateAsync();
        }
    }
}
