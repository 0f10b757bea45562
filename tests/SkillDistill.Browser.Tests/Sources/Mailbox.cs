using System.Text;
using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Sources;

/// <summary>What an owner does with a mailbox of theirs.</summary>
internal static class Mailbox
{
    public static async Task ChooseMailboxAsync(this IPage page, string text)
    {
        await page.GotoAsync("/sources/messages");
        var keep = page.Locator("[data-keep-profile] button");
        if (await keep.CountAsync() > 0)
        {
            await keep.ClickAsync();
        }

        await page.SetInputFilesAsync("#Chosen", new FilePayload { Name = "sent.mbox", MimeType = "application/mbox", Buffer = Encoding.UTF8.GetBytes(text) });
    }

    public static async Task BringMailboxAsync(this IPage page, string text)
    {
        await page.ChooseMailboxAsync(text);
        await page.ClickAsync("[data-messages] [data-busy]");
        await page.WaitForURLAsync("**/sources/*/messages");
    }
}
