using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkillDistill.Browser.Tests.Interviews;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Browser.Tests.Agents;

/// <summary>An owner with a keyboard and nothing else: accepts an answer, sees the next version fail on it, looks inside, and publishes it with a reason.</summary>
[Collection(BrowserTests.Name)]
public sealed class Publishing(Chromium chromium)
{
    private const string Question = "When do you roll back and when do you look for the cause first?";

    [Fact]
    public async Task A_version_that_fails_goes_out_with_a_reason_by_keyboard()
    {
        await using var product = await RunningProduct.StartAsync();
        var page = await chromium.WindowAsync();
        var keyboard = new Keyboard(page);
        await AcceptAsync(page, keyboard, product);
        await HideAcceptedCardsAsync(product);

        await GoToAsync(page, product, "/agent");
        await keyboard.GoAsync("[data-distil]");
        await keyboard.GoAsync("[data-publish]");
        Assert.Contains("Version 2 fails on 1", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        await keyboard.GoAsync("[data-finding] a[href*=playground]");
        Assert.Equal(Question, await page.InputValueAsync("#Question"));
        await keyboard.GoAsync("[data-ask-inside]");
        await keyboard.ReachAsync("[data-not-considered=Private] > summary, [data-nothing-in-common] > summary");
        await page.Keyboard.PressAsync("Enter");
        Assert.True(await page.IsVisibleAsync("details[open] li a"));

        await GoToAsync(page, product, "/agent/versions/2");
        await keyboard.TypeAsync("#Waiver", "The handbook says it now.");
        await keyboard.GoAsync("[data-publish-anyway]");

        Assert.Contains("The handbook says it now.", await page.InnerTextAsync("[data-waiver]"), StringComparison.Ordinal);
        Assert.Contains("Published", await page.InnerTextAsync("#reach"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private static async Task AcceptAsync(IPage page, Keyboard keyboard, RunningProduct product)
    {
        await GoToAsync(page, product, "/sign-in");
        await keyboard.GoAsync("button[data-demo='mei']");
        await GoToAsync(page, product, "/interview");
        if (await page.QuerySelectorAsync("[data-begin]") is not null)
        {
            await keyboard.GoAsync("[data-begin]");
        }

        await GoToAsync(page, product, "/interview/boundaries?step=boundary-holdout");
        await page.FillAsync("[name='Form.Rows[0].Parts[question]']", Question);
        await keyboard.TypeAsync("[name='Form.Rows[0].Parts[answer]']", "If something was released in the last hour, I roll back first.");
        await keyboard.GoAsync("[data-next]");
        await GoToAsync(page, product, "/interview/comparison");
        await keyboard.GoAsync("button[value=AsIWould]");
        Assert.True(await page.IsVisibleAsync("[data-case]"));
    }

    private static Task<IResponse?> GoToAsync(IPage page, RunningProduct product, string path) => page.GotoAsync(product.At(path));

    private static async Task HideAcceptedCardsAsync(RunningProduct product)
    {
        await using var db = product.Store();
        var accepted = (await db.ReplayCases.SingleAsync()).AcceptedCards.ConvertAll(key => new Id<Card>(key));
        foreach (var card in await db.Cards.Where(card => accepted.Contains(card.Id)).ToListAsync())
        {
            card.ShareWith(Audience.Private());
        }

        await db.SaveChangesAsync();
    }
}
