using Microsoft.Playwright;
using SkillDistill.Browser.Tests.Journey;
using SkillDistill.Tests;

namespace SkillDistill.Browser.Tests.Looking;

/// <summary>
/// The pictures of the README, taken anew at each run into artifacts/images; SKILLDISTILL_UPDATE_IMAGES=1 also puts them into docs/images.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class Pictures(Chromium chromium)
{
    [Fact]
    public async Task An_answer_with_its_citations()
    {
        var tunde = new Colleague(await chromium.SignedInAsync("tunde", height: 860));

        await tunde.AskAsync("Mei Tan", "When do you roll back and when do you look for the cause first?");
        await tunde.Page.Locator("details.citation summary").First.ClickAsync();
        await tunde.Page.EvaluateAsync("scrollTo(0, 0)");

        await TakeAsync(tunde.Page, "ask");
    }

    [Fact]
    public async Task The_page_where_consent_is_given_and_withdrawn()
    {
        var mei = await chromium.SignedInAsync("mei", height: 860);

        await mei.GotoAsync("/consent");

        await TakeAsync(mei, "consent");
    }

    private static async Task TakeAsync(IPage page, string name)
    {
        var picture = await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(Repository.Root, "artifacts", "images", $"{name}.png"), Animations = ScreenshotAnimations.Disabled });
        Assert.True(picture.Length > 20_000, "An empty page.");
        if (Environment.GetEnvironmentVariable("SKILLDISTILL_UPDATE_IMAGES") == "1")
        {
            var folder = Path.Combine(Repository.Root, "docs", "images");
            Directory.CreateDirectory(folder);
            await File.WriteAllBytesAsync(Path.Combine(folder, $"{name}.png"), picture);
        }
    }
}
