using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Cards;

/// <summary>What an owner does with drafts of theirs.</summary>
internal static class Drafts
{
    public static async Task TwoDraftsAsync(this IPage page)
    {
        foreach (var title in new[] { "The spare modem", "The red box" })
        {
            await page.GotoAsync("/cards/new?kind=Fact");
            await page.FillAsync("[name='Form.Title']", title);
            await page.FillAsync("[name='Form.Action']", "It lies in the red box. The key hangs at the desk.");
            await page.ClickAsync("button[data-save]");
            await page.WaitForURLAsync("**/cards/*");
        }
    }
}
