using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Tests.Profiles;

public sealed class KeepingAProfile(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_stranger_is_turned_away()
    {
        var stranger = await house.Stranger().OpenAsync("/consent/keep?returnUrl=/me");

        Assert.Contains("sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Agreeing_keeps_one_consent_under_the_notice_shown_and_comes_back()
    {
        var sam = await house.SignedInAsync("sam");
        await sam.OpenAsync("/consent/keep?returnUrl=/error/404");
        Assert.Contains("You alone", sam.Text, StringComparison.Ordinal);

        await sam.PressAsync("[data-keep-profile] button");

        Assert.Equal("/error/404", sam.Location);
        var consent = await house.InStoreAsync(db => db.Consents.SingleAsync(consent => consent.Purpose == Purpose.HoldProfile
            && db.People.Any(person => person.Id == consent.SubjectId && person.Email == "sam@lindenau.example")));
        Assert.Equal(ConsentState.Given, consent.State);
        Assert.Equal(Notice.Shipped("en").Digest, consent.NoticeDigest);
        Assert.Equal(house.Clock.GetUtcNow().AddMonths(12), consent.EndsAt);
    }

    [Fact]
    public async Task A_notice_that_was_not_on_the_screen_is_not_agreed_to()
    {
        var noor = await house.SignedInAsync("noor");
        await noor.OpenAsync("/consent/keep");

        await noor.PressAsync("[data-keep-profile] button", ("notice", "0000"));

        Assert.Equal(HttpStatusCode.OK, noor.Status);
        Assert.Contains("read it again", noor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_way_back_never_leaves_the_house()
    {
        var tunde = await house.SignedInAsync("tunde");

        await tunde.OpenAsync("/consent/keep?returnUrl=https://example.org/");

        Assert.DoesNotContain("example.org", tunde.Page.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }
}
