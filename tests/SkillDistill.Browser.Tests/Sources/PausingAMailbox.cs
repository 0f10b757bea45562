using System.Globalization;
using System.Text;
using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Sources;

/// <summary>A mailbox larger than one part: it shows how far it is, can be paused, waits for a lost connection, and goes on where it was.</summary>
[Collection(BrowserTests.Name)]
public sealed class PausingAMailbox(Chromium chromium)
{
    private const int Messages = 4000;

    [Fact]
    public async Task It_goes_on_where_it_was_and_reads_nothing_twice()
    {
        var page = await chromium.SignedInAsync("tunde", "en-GB", 1280, 800);
        var mailbox = MailboxOf($"{Guid.NewGuid():N}");
        var parts = 0;
        var held = new TaskCompletionSource();
        await page.RouteAsync("**/sources/messages?handler=Part*", async route =>
        {
            // The second part does not get through until the page is left.
            if (++parts == 2)
            {
                await held.Task;
            }

            await route.ContinueAsync();
        });

        await page.ChooseMailboxAsync(mailbox);
        await page.ClickAsync("[data-messages] [data-busy]");
        await Assertions.Expect(page.Locator("[data-reading] progress")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("[data-reading] progress")).Not.ToHaveJSPropertyAsync("value", 0);
        await page.ClickAsync("[data-stop]");
        await Assertions.Expect(page.Locator("[data-open-reading]")).ToContainTextAsync("sent.mbox");
        held.SetResult();
        await page.UnrouteAllAsync();

        await page.BringMailboxAsync(mailbox);

        await Assertions.Expect(page.Locator("main")).ToContainTextAsync(string.Create(CultureInfo.InvariantCulture, $"Messages read: {Messages}. Yours: {Messages / 100}."));
        await page.Context.CloseAsync();
    }

    private static string MailboxOf(string mark)
    {
        var text = new StringBuilder();
        for (var number = 0; number < Messages; number++)
        {
            var author = number % 100 == 0 ? "tunde" : "ada";
            text.Append(CultureInfo.InvariantCulture, $"From {author}@lindenau.example Thu Nov 26 09:00:00 2026\nFrom: <{author}@lindenau.example>\nSubject: Release {number}\n\n");
            text.Append(CultureInfo.InvariantCulture, $"I looked at release {number} {mark} first because the graph fell, and rolled it back within five minutes.\n> {new string('x', 3000)}\n\n");
        }

        return text.ToString();
    }
}
