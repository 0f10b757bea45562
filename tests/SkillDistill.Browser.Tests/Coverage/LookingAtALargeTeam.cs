using Microsoft.EntityFrameworkCore;
using SkillDistill.Browser.Tests.Looking;

namespace SkillDistill.Browser.Tests.Coverage;

/// <summary>The page of a team of very many people, in a product in which five are many, with the whole demo organisation as one manager's team.</summary>
[Collection(BrowserTests.Name)]
public sealed class LookingAtALargeTeam(Chromium chromium)
{
    [Fact]
    public async Task A_screen_reader_finds_its_way_a_phone_shows_it_and_enter_leads_to_the_team_below()
    {
        await using var product = await OfDafyddAsync();
        var page = await chromium.SignedInAsync(product, "dafydd");
        await page.GotoAsync(product.At("/coverage"));
        Assert.EndsWith("/coverage/large", new Uri(page.Url).AbsolutePath, StringComparison.Ordinal);
        // The chore counts every few seconds; until it did the page says so.
        while (await page.QuerySelectorAsync("[data-counting]") is not null)
        {
            await page.WaitForTimeoutAsync(500);
            await page.ReloadAsync();
        }

        await page.FindsItsWayAsync("A large team");
        foreach (var locale in new[] { "en-GB", "zh-Hans" })
        {
            var phone = await chromium.SignedInAsync(product, "dafydd", locale, width: 360);
            await phone.GotoAsync(page.Url);
            await phone.FitsAsync($"A large team ({locale})");
            await phone.Context.CloseAsync();
        }

        // The first team with a link: the large team itself leads nowhere.
        await page.Locator("[data-grid] [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("Control+Home");
        var below = (await page.Locator("[data-grid] tbody th a").First.GetAttributeAsync("href"))!;
        for (var pressed = 0; pressed < 10 && !await page.EvaluateAsync<bool>("href => document.activeElement.closest('th')?.querySelector('a')?.getAttribute('href') === href", below); pressed++)
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.PressAsync("Enter");
        var team = below[(below.IndexOf('=', StringComparison.Ordinal) + 1)..];
        await page.WaitForURLAsync(url => url.Contains(team, StringComparison.Ordinal));
        Assert.Empty(chromium.ScriptErrors);
        await page.Context.CloseAsync();
    }

    /// <summary>Enter in the field looks for the name and does not ask yet.</summary>
    [Fact]
    public async Task By_keyboard_somebody_is_looked_for_by_name_and_asked_about_and_what_falls_leads_to_the_skill()
    {
        await using var product = await OfDafyddAsync();
        var page = await chromium.SignedInAsync(product, "dafydd");
        await page.GotoAsync(product.At("/coverage/what-if"));

        await page.FocusAsync("[name=Called]");
        await page.Keyboard.TypeAsync("mei tan");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-found]").WaitForAsync();
        Assert.Equal(0, await page.Locator("[data-falls]").CountAsync());
        await page.FocusAsync("[name=Without]");
        await page.Keyboard.PressAsync("Space");
        await page.FocusAsync("[data-ask-what-if]");
        await page.Keyboard.PressAsync("Enter");
        await page.Locator("[data-falls]").WaitForAsync();
        await page.FindsItsWayAsync("What if of a large team");
        await page.Locator("[data-fall] a").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/coverage/skill?*");

        await page.FindsItsWayAsync("A skill of a large team");
        foreach (var locale in new[] { "en-GB", "zh-Hans" })
        {
            var phone = await chromium.SignedInAsync(product, "dafydd", locale, width: 360);
            foreach (var path in new[] { page.Url, product.At("/coverage/what-if") })
            {
                await phone.GotoAsync(path);
                await phone.FitsAsync($"{path} ({locale})");
            }

            await phone.Context.CloseAsync();
        }

        Assert.Empty(chromium.ScriptErrors);
        await page.Context.CloseAsync();
    }

    private static async Task<RunningProduct> OfDafyddAsync()
    {
        var product = await RunningProduct.StartAsync("--Encoder:Provider", "None", "--Coverage:LargeTeam", "5");
        await using var db = product.Store();
        var dafydd = await db.People.SingleAsync(person => person.Email == "dafydd@lindenau.example");
        (await db.Teams.SingleAsync(team => team.ParentId == null)).Appoint(dafydd.Id);
        await db.SaveChangesAsync();
        return product;
    }
}
