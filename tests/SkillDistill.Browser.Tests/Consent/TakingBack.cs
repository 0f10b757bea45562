using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Consent;

/// <summary>How far it is to a consent, to giving it and to taking it back: measured in presses, as a person would make them.</summary>
[Collection(BrowserTests.Name)]
public sealed class TakingBack(Chromium chromium)
{
    private const int WayToConsent = 2;

    [Theory]
    [InlineData("mei", 1280, true)]
    [InlineData("mei", 360, true)]
    [InlineData("mei", 360, false)]
    [InlineData("ada", 360, true)]
    [InlineData("dafydd", 1280, true)]
    public async Task It_is_reached_in_two_clicks_from_any_page(string who, int width, bool script)
    {
        var page = await chromium.SignedInAsync(who, width: width, script: script);
        string[] paths = ["/", "/me", "/me/skills", "/cards", "/cards/new", "/sources", "/sources/new", "/agent", "/ask", "/ask?q=rollback", "/consent/notices", "/coverage", "/admin", "/admin/notices", "/nothing-here"];
        foreach (var path in paths)
        {
            await page.GotoAsync(path);
            var hand = new Hand(page);

            await hand.ClickAsync("details.menu > summary");
            await hand.ClickAsync(".menu-sheet a[href='/consent']");
            await page.Locator("[data-standing]").First.WaitForAsync();

            Assert.True(hand.Presses <= WayToConsent, $"{path}: {hand.Presses}");
        }

        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData(1280, true)]
    [InlineData(360, false)]
    public async Task Taking_back_takes_no_more_steps_than_giving_on_the_same_page_and_asks_nothing(int width, bool script)
    {
        var page = await chromium.SignedInAsync("noor", width: width, script: script);
        page.Dialog += (_, dialog) => Assert.Fail($"It asks: {dialog.Message}");
        await page.GotoAsync("/consent");
        var purposes = await page.Locator(".purpose:has([data-give])").EvaluateAllAsync<string[]>("rows => rows.map(row => row.id)");
        Assert.Equal(11, purposes.Length);
        foreach (var purpose in purposes)
        {
            var (giving, taking) = (new Hand(page), new Hand(page));

            await GiveAsync(giving, purpose);
            Assert.Equal($"{chromium.Product.Address}consent#{purpose}", page.Url);
            await taking.ClickAsync($"#{purpose} [data-withdraw]");
            await page.Locator($"#{purpose} [data-standing=Withdrawn]").WaitForAsync();

            Assert.Equal(1, taking.Presses);
            Assert.True(taking.Presses <= giving.Presses, $"{purpose}: {giving.Presses} to give, {taking.Presses} to take back");
            Assert.Equal($"{chromium.Product.Address}consent#{purpose}", page.Url);
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Both_answers_are_within_reach_of_the_keyboard()
    {
        var page = await chromium.SignedInAsync("noor");
        await page.GotoAsync("/consent");

        await page.Locator("[data-once=HoldProfile] button").FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("#HoldProfile [data-standing=On]").WaitForAsync();
        await page.Locator("[data-withdraw=HoldProfile]").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.Locator("#HoldProfile [data-standing=Withdrawn]").WaitForAsync();
        await page.Context.CloseAsync();
    }

    /// <summary>The shortest way to a yes that the page offers.</summary>
    private static async Task GiveAsync(Hand hand, string purpose)
    {
        if (await hand.Page.Locator($"[data-once={purpose}]").CountAsync() > 0)
        {
            await hand.ClickAsync($"[data-once={purpose}] button");
        }
        else
        {
            await hand.ClickAsync($"#{purpose} details.terms > summary");
            await hand.ClickAsync($"#{purpose} input[value=Organisation]");
            await hand.ClickAsync($"[data-give={purpose}] button");
        }

        await hand.Page.Locator($"#{purpose} [data-standing=On]").WaitForAsync();
    }

    /// <summary>Counts what it presses.</summary>
    private sealed class Hand(IPage page)
    {
        public IPage Page => page;

        public int Presses { get; private set; }

        public async Task ClickAsync(string what)
        {
            await page.ClickAsync(what);
            Presses++;
        }
    }
}
