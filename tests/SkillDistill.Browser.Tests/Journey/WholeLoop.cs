using Microsoft.Playwright;
using SkillDistill.Browser.Tests.Disagreements;
using SkillDistill.Browser.Tests.Interviews;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>
/// Two people in two windows, from a question nobody could tell to an answer with an exception first: it is sent on and answered, becomes a card and is published, the asker hears of it, asks
/// again, disagrees, hears of that too, and the same question is a matter of judgement from then on.
/// </summary>
[Collection(BrowserTests.Name)]
public sealed class WholeLoop(Chromium chromium)
{
    private const string Question = "How do you calibrate the tide gauge at the pier during a spring tide?";
    private const string Reply = "I calibrate the tide gauge at the pier against the brass mark on the wall, at low water.";
    private const string Exception = "Not during a spring tide: then I calibrate the tide gauge at the pier a day later, because the brass mark is under water.";

    [Fact]
    public async Task A_gap_becomes_a_card_and_a_disagreement_an_exception_that_comes_first()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        var (tunde, mei) = (await chromium.SignedInAsync(product, "tunde"), await chromium.SignedInAsync(product, "mei"));
        var colleague = new Colleague(tunde, product.Address);

        Assert.Equal("CannotTell", (await colleague.AskAsync("Mei Tan", Question)).Verdict);
        await tunde.ClickAsync("[data-send-on] > summary");
        await tunde.ClickAsync("[data-send]");
        await tunde.WaitForSelectorAsync("[data-sent]");

        await OpenNewestAsync(product, mei, "QuestionSent");
        await new Keyboard(mei).TypeAsync("[data-gap] textarea", Reply);
        await new Keyboard(mei).GoAsync("[data-gap] [data-reply-and-draft]");
        await AcceptAndShareAsync(mei);
        await PublishAsync(product, mei);

        await OpenNewestAsync(product, tunde, "QuestionReplied");
        Assert.Contains(Reply, await tunde.InnerTextAsync("[data-reply]"), StringComparison.Ordinal);
        var answered = await colleague.AskAsync("Mei Tan", Question);
        Assert.NotEqual("CannotTell", answered.Verdict);
        Assert.Contains("brass mark", answered.Text, StringComparison.Ordinal);
        Assert.NotEmpty(answered.Cards);

        await Settling.DisagreeAsync(tunde);
        await tunde.WaitForSelectorAsync("[data-disagreement=Open]");
        await OpenNewestAsync(product, mei, "Disagreed");
        if (await mei.Locator("[data-way=Exception] input[type=radio]").CountAsync() > 0)
        {
            await mei.Locator("[data-way=Exception] label", new PageLocatorOptions { HasTextString = "tide gauge" }).First.ClickAsync();
        }

        await new Keyboard(mei).TypeAsync("#exception", Exception);
        await new Keyboard(mei).GoAsync("[data-settle-exception]");
        await mei.WaitForSelectorAsync("[data-settlement=ExceptionAdded]");
        await PublishAsync(product, mei);

        await OpenNewestAsync(product, tunde, "Settled");
        var after = await colleague.AskAsync("Mei Tan", Question);
        Assert.Equal("JudgementCall", after.Verdict);
        Assert.Contains("a day later", after.Text, StringComparison.Ordinal);
        Assert.True(after.Text.IndexOf("a day later", StringComparison.Ordinal) < after.Text.IndexOf("at low water", StringComparison.Ordinal), after.Text);
        await mei.GotoAsync(product.At("/credit"));
        Assert.Equal("1", await mei.GetAttributeAsync("[data-now]", "data-now"));
        await tunde.Context.CloseAsync();
        await mei.Context.CloseAsync();
    }

    /// <summary>By the bell, which says that there is something, to the newest of a kind.</summary>
    private static async Task OpenNewestAsync(RunningProduct product, IPage page, string kind)
    {
        await page.GotoAsync(product.At("/me"));
        Assert.NotEqual("0", await page.GetAttributeAsync("[data-bell]", "data-bell"));
        await page.ClickAsync("[data-bell]");
        await page.ClickAsync($"[data-kind={kind}] a");
        await page.WaitForLoadStateAsync();
    }

    /// <summary>The card drafted of the reply, as steps that a colleague may take.</summary>
    private static async Task AcceptAndShareAsync(IPage page)
    {
        await page.WaitForSelectorAsync("[data-card-form]");
        await page.CheckAsync("input[name='Form.Kind'][value=Process]");
        await page.FillAsync("[name='Form.Title']", "Calibrating the tide gauge at the pier");
        await page.CheckAsync("input[name='Form.Audience.Scope'][value=Organisation]");
        await page.ClickAsync("[data-card-form] [data-accept]");
        await page.WaitForURLAsync(url => !url.Contains("/edit", StringComparison.Ordinal));
    }

    private static async Task PublishAsync(RunningProduct product, IPage page)
    {
        await page.GotoAsync(product.At("/agent"));
        await page.ClickAsync("[data-distil]");
        await page.ClickAsync("[data-publish]");
        await page.WaitForSelectorAsync("body:not(:has([data-publish]))");
    }
}
