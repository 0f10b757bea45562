using Microsoft.Playwright;

namespace SkillDistill.Browser.Tests.Journey;

/// <summary>Somebody who asks.</summary>
/// <param name="product">Where the product runs, if it is not the one that most tests share.</param>
internal sealed class Colleague(IPage page, Uri? product = null)
{
    public IPage Page => page;

    /// <summary>Asks in a new conversation and waits for the whole answer.</summary>
    public async Task<Answered> AskAsync(string owner, string question)
    {
        await page.GotoAsync(product is null ? "/ask" : new Uri(product, "/ask").ToString());
        await page.Locator(".agentcard a", new PageLocatorOptions { HasTextString = owner }).ClickAsync();
        await page.FillAsync("#Question", question);
        await page.ClickAsync("form[data-ask] button");
        await page.WaitForURLAsync(url => url.Contains("/conversations/", StringComparison.Ordinal));
        var turn = page.Locator("article.turn").Last;
        await turn.Locator("[data-verdict]").WaitForAsync();
        var cards = new List<string>();
        foreach (var citation in await turn.Locator("details.citation").AllAsync())
        {
            cards.Add(await citation.TextContentAsync() ?? "");
        }

        return new Answered(
            await turn.Locator("[data-verdict]").GetAttributeAsync("data-verdict") ?? "",
            await turn.Locator("[data-answer]").TextContentAsync() ?? "",
            cards);
    }
}

/// <param name="Cards">The whole text of each cited card, in the order in which the answer first cites them.</param>
internal sealed record Answered(string Verdict, string Text, IReadOnlyList<string> Cards);
