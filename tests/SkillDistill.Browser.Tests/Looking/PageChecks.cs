using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Looking;

/// <summary>What is asked of every page, whoever opened it and how.</summary>
internal static class PageChecks
{
    private const string Unfold = "document.querySelectorAll('details').forEach(folded => folded.open = true)";

    /// <summary>Nothing serious for assistive technology, by day and in the dark.</summary>
    /// <param name="name">What the page is called where it fails.</param>
    public static async Task FindsItsWayAsync(this IPage page, string name)
    {
        foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new PageEmulateMediaOptions { ColorScheme = scheme, ReducedMotion = ReducedMotion.Reduce });
            await page.ReloadAsync();
            await page.EvaluateAsync(Unfold);

            var found = await page.RunAxe();

            var serious = found.Violations.Where(violation => violation.Impact is "serious" or "critical");
            Assert.True(!serious.Any(), $"{name} ({scheme}): {string.Join("; ", serious.Select(Told))}");
        }
    }

    /// <summary>In a window as wide as a small phone's it is no wider, and no menu opens beyond the edge.</summary>
    public static async Task FitsAsync(this IPage page, string name)
    {
        await page.EvaluateAsync(Unfold);

        var wide = await page.EvaluateAsync<int>("document.scrollingElement.scrollWidth");
        var cut = await page.EvaluateAsync<int>("[...document.querySelectorAll('.menu-sheet')].filter(sheet => sheet.getBoundingClientRect().left < 0).length");

        var window = page.ViewportSize!.Width;
        Assert.True(wide <= window, $"{name} is {wide} px wide.");
        Assert.True(cut == 0, $"{name} opens a menu beyond the left edge.");
    }

    private static string Told(AxeResultItem violation) => $"{violation.Id}: {string.Join(", ", violation.Nodes.Take(3).Select(node => node.Html))}";
}
