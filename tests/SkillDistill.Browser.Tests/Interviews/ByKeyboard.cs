using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Browser.Tests.Interviews;

/// <summary>A whole interview by keyboard, through whatever happens to a browser and a server in the meantime.</summary>
[Collection(BrowserTests.Name)]
public sealed class ByKeyboard(Chromium chromium)
{
    private const string Field = "textarea[name^='Form.Rows[0]']";
    private const string Saved = "() => document.querySelector('[data-state]').textContent.trim() === 'Saved'";
    private const string Unsaved = "[data-state][data-now=unsaved]";

    [Fact]
    public async Task Nothing_typed_is_lost_by_two_reloads_a_lost_connection_and_a_restart_of_the_server()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var page = await chromium.WindowAsync();
        var keyboard = new Keyboard(page);
        await BeginAsync(page, keyboard, product);

        // Reloaded in the middle of a word, before anything was saved.
        await keyboard.TypeAsync(Field, "They look for me when the capacity report");
        await page.ReloadAsync();
        Assert.Equal("They look for me when the capacity report", await page.InputValueAsync(Field));
        await page.WaitForFunctionAsync(Saved);

        // Without a connection, and reloaded once it is back.
        await page.Context.SetOfflineAsync(true);
        await keyboard.ReachAsync(Field);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.InsertTextAsync(" is late");
        await page.WaitForSelectorAsync(Unsaved);
        await page.Context.SetOfflineAsync(false);
        await page.ReloadAsync();
        await page.WaitForFunctionAsync(Saved);
        Assert.Equal("They look for me when the capacity report is late", await page.InputValueAsync(Field));

        // The server dies while one types, and comes back.
        await product.KillAsync();
        await keyboard.ReachAsync(Field);
        await page.Keyboard.PressAsync("End");
        await page.Keyboard.InsertTextAsync(" again.");
        await page.WaitForSelectorAsync(Unsaved);
        await product.StartAgainAsync(whereItWas: true);
        await page.WaitForFunctionAsync(Saved);

        var steps = await GoThroughAsync(page, keyboard, product);

        var answers = await AnswersAsync(product);
        Assert.Equal("They look for me when the capacity report is late again.", answers.Single(answer => answer.Probe == "map-scope").Parts[AnswerParts.Whole]);
        Assert.True(steps > 40, $"Only {steps} steps were asked.");
        Assert.True(answers.Count(answer => !answer.IsBlank) > 30, $"Only {answers.Count} answers were kept.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_is_too_long_and_what_another_window_overtook_wait_in_the_browser()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var page = await chromium.WindowAsync();
        await BeginAsync(page, new Keyboard(page), product);
        await page.FillAsync(Field, "They look for me.");
        await page.WaitForFunctionAsync(Saved);

        var longer = string.Concat(Enumerable.Repeat("On and on. ", 800));
        await page.FillAsync(Field, longer);
        await page.WaitForSelectorAsync("[data-state][data-now=refused]");
        await page.ReloadAsync();
        Assert.Equal(longer, await page.InputValueAsync(Field));
        await page.FillAsync(Field, "They look for me at night.");
        await page.WaitForFunctionAsync(Saved);

        var other = await page.Context.NewPageAsync();
        await other.GotoAsync(page.Url);
        await page.FillAsync(Field, "They look for me at night, in the first window.");
        await page.WaitForFunctionAsync(Saved);
        await other.FillAsync(Field, "They look for me at night, in the second.");
        await other.WaitForSelectorAsync("[data-overtaken] > *");
        await other.ReloadAsync();
        Assert.Equal("They look for me at night, in the second.", await other.InputValueAsync(Field));
        await other.WaitForSelectorAsync("[data-overtaken] > *");
        await page.Context.CloseAsync();
    }

    private static async Task BeginAsync(IPage page, Keyboard keyboard, RunningProduct product)
    {
        await page.GotoAsync(product.At("/sign-in"));
        await keyboard.GoAsync("button[data-demo='sam']");
        await page.GotoAsync(product.At("/me"));
        await keyboard.GoAsync("[data-to-interview]");
        await keyboard.GoAsync("[data-keep-profile] button.btn-primary");
        await keyboard.GoAsync("[data-begin]");
    }

    /// <summary>Answers whatever is asked in every sitting, to its end.</summary>
    /// <returns>How many steps there were.</returns>
    private static async Task<int> GoThroughAsync(IPage page, Keyboard keyboard, RunningProduct product)
    {
        var steps = 0;
        foreach (var sitting in new[] { "map", "incidents", "knowledgeaudit", "decisions", "boundaries" })
        {
            await page.GotoAsync(product.At($"/interview/{sitting}"));
            while (await page.QuerySelectorAsync("[data-sitting-end]") is null)
            {
                await AnswerAsync(page, keyboard, ++steps);
                await keyboard.GoAsync("[data-next]");
                Assert.True(steps < 150, "The interview does not end.");
            }
        }

        return steps;
    }

    private static async Task AnswerAsync(IPage page, Keyboard keyboard, int step)
    {
        var tick = await page.QuerySelectorAsync(".answer input[type=checkbox]:not(:checked)");
        foreach (var field in await page.QuerySelectorAllAsync(".answer:first-of-type textarea, .answer:first-of-type input.form-control"))
        {
            if ((await field.InputValueAsync()).Length == 0 && await field.IsVisibleAsync())
            {
                await keyboard.TypeAsync($"[name='{await field.GetAttributeAsync("name")}']", $"Step {step}: I open the crate in May because two were mixed up, unless it is sealed.");
            }
        }

        if (tick is not null)
        {
            await keyboard.TickAsync(".answer input[type=checkbox]");
        }
    }

    private static async Task<List<InterviewAnswer>> AnswersAsync(RunningProduct product)
    {
        await using var db = product.Store();
        return await db.InterviewAnswers.AsNoTracking().ToListAsync();
    }
}
