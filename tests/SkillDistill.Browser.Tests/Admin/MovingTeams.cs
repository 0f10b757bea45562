using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Admin;

/// <summary>The team tree under the hands of an admin: by keyboard, by mouse and by finger.</summary>
[Collection(BrowserTests.Name)]
public sealed class MovingTeams(Chromium chromium)
{
    [Fact]
    public async Task A_team_is_moved_by_the_keyboard_alone()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var page = await TreeAsync(product);
        var team = Row(page, "Shenzhen Production");

        await team.Locator("[data-move]").First.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#place")).ToBeFocusedAsync();
        Assert.True(await page.Locator("#place option", new() { HasTextString = "Shenzhen Production" }).IsDisabledAsync());
        await page.Keyboard.TypeAsync("Customer");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync(address => address.Contains("at=", StringComparison.Ordinal));
        Assert.Equal("Customer Support", await AboveAsync(page, "Shenzhen Production"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Escape_leaves_everything_as_it_was_and_the_focus_where_it_was()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var page = await TreeAsync(product);
        var move = Row(page, "Customer Support").Locator("[data-move]").First;

        await move.FocusAsync();
        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(page.Locator("#move-team")).ToBeHiddenAsync();
        await Assertions.Expect(move).ToBeFocusedAsync();
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_team_is_dragged_onto_another_and_not_below_itself()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var page = await TreeAsync(product);

        await DragAsync(page, "Hardware & Supply", "Shenzhen Production");
        await Assertions.Expect(page.Locator("#move-team")).ToBeHiddenAsync();
        await DragAsync(page, "Hardware & Supply", "Finance & People");
        await page.Locator("[data-moves]").ClickAsync();

        await page.WaitForURLAsync(address => address.Contains("at=", StringComparison.Ordinal));
        Assert.Equal("Finance & People", await AboveAsync(page, "Hardware & Supply"));
        Assert.Equal("Hardware & Supply", await AboveAsync(page, "Shenzhen Production"));
        await page.Context.CloseAsync();
    }

    private static async Task DragAsync(IPage page, string team, string onto)
    {
        var (from, to) = (await Row(page, team).Locator("[data-grip]").First.BoundingBoxAsync(), await Row(page, onto).Locator("[data-name]").First.BoundingBoxAsync());
        await page.Mouse.MoveAsync(from!.X + (from.Width / 2), from.Y + (from.Height / 2));
        await page.Mouse.DownAsync();
        await page.Mouse.MoveAsync(to!.X + 10, to.Y + (to.Height / 2), new() { Steps = 8 });
        await page.Mouse.UpAsync();
    }

    private static ILocator Row(IPage page, string name) => page.Locator($"[data-team]:has(> .teamrow [data-name]:text-is(\"{name}\"))");

    private static async Task<string?> AboveAsync(IPage page, string name) =>
        await Row(page, name).EvaluateAsync<string?>("row => row.parentElement.closest('[data-team]')?.querySelector('[data-name]').textContent ?? null");

    private async Task<IPage> TreeAsync(RunningProduct product)
    {
        var page = await chromium.SignedInAsync(product, "ada");
        await page.GotoAsync(product.At("/admin/teams"));
        return page;
    }
}
