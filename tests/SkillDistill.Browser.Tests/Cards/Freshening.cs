using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using SkillDistill.Browser.Tests.Interviews;
using SkillDistill.Domain.Profiles;
using Xunit.Abstractions;

namespace SkillDistill.Browser.Tests.Cards;

/// <summary>An owner with a keyboard and nothing else says of thirty cards that wait for a word what still holds; those whose condition has come about come first.</summary>
[Collection(BrowserTests.Name)]
public sealed class Freshening(Chromium chromium, ITestOutputHelper output)
{
    private const int Stale = 30;

    /// <summary>So many of them because what they held until has come about.</summary>
    private const int CameAbout = 2;

    [Fact]
    public async Task Thirty_cards_are_gone_through_by_keyboard()
    {
        await using var product = await RunningProduct.StartWithoutEncoderAsync();
        await AgeAsync(product);
        var page = await chromium.WindowAsync();
        var keyboard = new Keyboard(page);
        await page.GotoAsync(product.At("/sign-in"));
        await keyboard.GoAsync("button[data-demo='mei']");
        await page.GotoAsync(product.At("/me"));
        await keyboard.GoAsync("[data-next=Freshen] a");

        var begun = Stopwatch.GetTimestamp();
        for (var card = 1; card <= Stale; card++)
        {
            await Assertions.Expect(page.Locator("[data-progress]")).ToHaveTextAsync($"{card} of {Stale}");
            await Assertions.Expect(page.Locator("[data-keys-help]")).ToBeVisibleAsync();
            await Assertions.Expect(page.Locator("[data-card-reading] [data-came-about]")).ToHaveCountAsync(card <= CameAbout ? 1 : 0);
            switch (card % 10)
            {
                case 3:
                    await page.Keyboard.PressAsync("e");
                    await page.WaitForURLAsync("**/edit?**");
                    await keyboard.TypeAsync("[name='Form.Reason']", " It was so again this year.");
                    await keyboard.GoAsync("[data-save]");
                    break;
                case 7:
                    await page.Keyboard.PressAsync("x");
                    break;
                case 9:
                    await page.Keyboard.PressAsync("s");
                    break;
                default:
                    await page.Keyboard.PressAsync("a");
                    break;
            }
        }

        await Assertions.Expect(page.Locator("main .empty")).ToContainTextAsync("3 cards still wait for your word.");
        output.WriteLine($"{Stale} cards in {Stopwatch.GetElapsedTime(begun).TotalSeconds:0} s, of which the product takes nearly all.");
        await page.Context.CloseAsync();
    }

    /// <summary>Lets thirty cards of Mei's wait for her word.</summary>
    private static async Task AgeAsync(RunningProduct product)
    {
        await using var db = product.Store();
        var mei = await db.People.SingleAsync(person => person.Email == "mei@lindenau.example");
        var now = DateTimeOffset.UtcNow;
        var old = now - TimeSpan.FromDays(290);
        var already = await db.Cards.CountAsync(card => card.OwnerId == mei.Id && card.Status == CardStatus.Accepted && card.ReviewBy < now);
        for (var number = already; number < Stale; number++)
        {
            var text = new CardText { Kind = CardKind.Fact, Title = $"Where shelf {number} stands", Action = $"It stands {number} m behind the door.", Reason = "The door is wide." };
            var card = Card.Draft(mei.Id, text, null, old).Value;
            Assert.Null(card.Accept(text, old).Refusal);
            if (number >= Stale - CameAbout)
            {
                card.Confirm(CardKind.Fact, now);
                card.HoldUntil(UntilCondition.Own("the shelves move"), CardKind.Fact, now);
                Assert.Null(card.ComeAbout(now).Refusal);
            }

            db.Cards.Add(card);
        }

        await db.SaveChangesAsync();
    }
}
