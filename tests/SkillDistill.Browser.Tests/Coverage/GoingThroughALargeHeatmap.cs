using System.IO.Compression;
using Microsoft.Playwright;
using SkillDistill.Tests;

namespace SkillDistill.Browser.Tests.Coverage;

/// <summary>Coverage of 200 people by 150 skills, as a manager uses it: by keyboard, with the heads in sight, and as a picture.</summary>
[Collection(BrowserTests.Name)]
public sealed class GoingThroughALargeHeatmap(Chromium chromium)
{
    private const int Limit = 400 * 1024;

    [Fact]
    public async Task It_is_light_to_load_its_heads_stay_in_sight_and_the_arrows_reach_every_cell()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        string team;
        await using (var db = product.Store())
        {
            team = (await LargeTeam.FormAsync(db, "dafydd@lindenau.example", 200, 150)).ToString();
        }

        var page = await chromium.SignedInAsync(product, "dafydd");
        var answer = await page.GotoAsync(product.At($"/coverage?team={team}"));
        var weight = Compressed(await answer!.BodyAsync());
        Assert.True(weight < Limit, $"{weight} bytes, compressed");
        Assert.Equal(200, await page.Locator(".heatmap tbody tr:not(.heatmap-unnamed)").CountAsync());
        Assert.Equal(150, await page.Locator(".heatmap-skill").CountAsync());

        // One stop for the tab key; from the first cell to the last person and the last skill.
        await page.Locator("[data-grid] [tabindex='0']").FocusAsync();
        await page.Keyboard.PressAsync("ArrowDown");
        await page.Keyboard.PressAsync("ArrowRight");
        Assert.Equal("3 2", await HereAsync(page));
        await page.Keyboard.PressAsync("Control+End");
        Assert.Equal("202 150", await HereAsync(page));
        Assert.Equal(1, await page.Locator("[data-grid] [tabindex='0']").CountAsync());

        // Scrolled to the far corner, the heads still stand at the edges of the box.
        var box = await page.EvaluateAsync<double[]>("""
            () => {
              const box = document.querySelector('.heatmap').getBoundingClientRect();
              const skill = [...document.querySelectorAll('.heatmap-skill')].at(-1).getBoundingClientRect();
              const person = document.querySelector('.heatmap-unnamed th').getBoundingClientRect();
              return [skill.top - box.top, person.left - box.left];
            }
            """);
        Assert.InRange(box[0], -1, 40);
        Assert.InRange(box[1], -1, 2);

        await page.Keyboard.PressAsync("Control+Home");
        await page.Keyboard.PressAsync("ArrowRight");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/coverage/skill?*");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task It_can_be_taken_along_as_a_picture()
    {
        var page = await chromium.SignedInAsync("dafydd");
        await page.GotoAsync("/coverage");

        var taken = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("[data-picture]"));

        Assert.Equal("coverage.png", taken.SuggestedFilename);
        await using var stream = await taken.CreateReadStreamAsync();
        var head = new byte[8];
        await stream.ReadExactlyAsync(head);
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], head);
        await page.Context.CloseAsync();
    }

    private static Task<string> HereAsync(IPage page) => page.EvaluateAsync<string>("() => { const cell = document.activeElement.closest('td, th'); return `${cell.parentElement.rowIndex} ${cell.cellIndex}`; }");

    private static long Compressed(byte[] body)
    {
        using var bytes = new MemoryStream();
        using (var gzip = new GZipStream(bytes, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(body);
        }

        return bytes.Length;
    }
}
