using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Tests.Consent;

/// <summary>An account, a duty or a session gives no consent and needs none.</summary>
public sealed class BeginningWithNothing : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_new_account_has_no_consent_and_nothing_about_it_in_the_ledger()
    {
        using var empty = new EmptyHouse();
        var first = await empty.Stranger().OpenAsync("/first-start");

        await first.PressAsync("main button", ("Form.Name", "Ada"), ("Form.Email", "ada@example.org"), ("Form.Password", "a long enough sentence"));

        Assert.Equal(1, await empty.InStoreAsync(db => db.People.CountAsync()));
        Assert.Equal(0, await empty.InStoreAsync(db => db.Consents.CountAsync()) + await empty.InStoreAsync(db => db.ConsentStreams.CountAsync()) + await empty.InStoreAsync(db => db.LedgerEntries.CountAsync()));
        await first.OpenAsync("/consent");
        Assert.Equal(HttpStatusCode.OK, first.Status);
        Assert.All(first.Page.QuerySelectorAll("[data-standing]"), standing => Assert.Equal("Off", standing.GetAttribute("data-standing")));
    }

    [Theory]
    [InlineData("sam")]
    [InlineData("ada")]
    [InlineData("noor")]
    public async Task No_toggle_is_ever_chosen_beforehand(string who)
    {
        var somebody = await (await _house.SignedInAsync(who)).OpenAsync("/consent");

        var choices = somebody.Page.QuerySelectorAll("main input").OfType<IHtmlInputElement>().Where(input => input.Type is "radio" or "checkbox").ToList();
        Assert.NotEmpty(choices);
        Assert.DoesNotContain(choices, choice => choice.IsChecked || choice.HasAttribute("checked"));
        Assert.DoesNotContain(somebody.Page.QuerySelectorAll("[data-standing]"), standing => standing.GetAttribute("data-standing") == "On");
    }

    [Theory]
    [InlineData("ada", "/admin")]
    [InlineData("dafydd", "/coverage")]
    [InlineData("sam", "/ask")]
    public async Task Signing_in_and_every_duty_work_without_a_single_consent(string who, string page)
    {
        var somebody = await _house.SignedInAsync(who);
        await somebody.OpenAsync("/consent");
        foreach (var purpose in (await _house.ConsentsOfAsync(who)).Where(pair => pair.Value.IsInForce(_house.Clock.GetUtcNow())).Select(pair => pair.Key))
        {
            await somebody.PressAsync($"[data-withdraw={purpose}]");
        }

        Assert.Equal(HttpStatusCode.OK, (await somebody.OpenAsync(page)).Status);
        Assert.DoesNotContain((await _house.ConsentsOfAsync(who)).Values, consent => consent.IsInForce(_house.Clock.GetUtcNow()));
        Assert.Equal(HttpStatusCode.OK, (await (await _house.SignedInAsync(who)).OpenAsync(page)).Status);
    }

    [Fact]
    public async Task A_duty_given_gives_no_consent()
    {
        var sam = await _house.InStoreAsync(async db =>
        {
            var person = await db.People.SingleAsync(known => known.Email == "sam@lindenau.example");
            person.MakeAdmin();
            person.MakeAuditor();
            await db.SaveChangesAsync();
            return person.Id;
        });

        Assert.Equal(HttpStatusCode.OK, (await (await _house.SignedInAsync("sam")).OpenAsync("/admin")).Status);
        Assert.False(await _house.InStoreAsync(db => db.ConsentStreams.AnyAsync(stream => stream.SubjectId == sam)));
    }

    [Fact]
    public async Task A_purpose_without_audience_is_agreed_to_with_one_press_until_the_day_on_the_button()
    {
        var sam = await (await _house.SignedInAsync("sam")).OpenAsync("/consent");
        Assert.Contains("2 Nov 2027", sam.Page.QuerySelector("[data-once=HoldProfile] button")!.TextContent, StringComparison.Ordinal);

        await sam.PressAsync("[data-once=HoldProfile] button");

        var given = (await _house.ConsentsOfAsync("sam"))[Purpose.HoldProfile];
        Assert.Equal((ConsentState.Given, new DateTimeOffset(2027, 11, 3, 0, 0, 0, TimeSpan.Zero)), (given.State, given.EndsAt));
    }
}
