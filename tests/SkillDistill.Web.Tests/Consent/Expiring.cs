using System.Net;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Consent;
using SkillDistill.Web.Tests.Ask;

namespace SkillDistill.Web.Tests.Consent;

public sealed class Expiring : IDisposable
{
    private static readonly DateTimeOffset End = new(2027, 6, 5, 9, 0, 0, TimeSpan.Zero);

    private readonly House _house = new();

    // The demo organisation moves in, and agrees, on the first day.
    public Expiring() => Assert.NotNull(_house.Services);

    public void Dispose() => _house.Dispose();

    [Theory]
    [InlineData(31, null, null)]
    [InlineData(30, "Month", "30 days left")]
    [InlineData(8, "Month", "8 days left")]
    [InlineData(7, "Week", "7 days left")]
    [InlineData(1, "Week", "1 day left")]
    [InlineData(0, null, null)]
    public async Task The_owner_is_reminded_on_the_page_thirty_and_seven_days_before_the_end(int days, string? reminder, string? words)
    {
        _house.Clock.SetUtcNow(End.AddDays(-days));

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        var row = mei.Page.QuerySelector("#AnswerColleagues")!;
        Assert.Equal(days > 0 ? "On" : "Ended", row.QuerySelector("[data-standing]")!.GetAttribute("data-standing"));
        Assert.Equal(reminder, row.QuerySelector("[data-reminder]")?.GetAttribute("data-reminder"));
        Assert.Contains(words ?? "", row.TextContent, StringComparison.Ordinal);
        Assert.Equal(reminder is not null, mei.Page.QuerySelector("[data-ends=AnswerColleagues]") is not null);
        await mei.OpenAsync("/me");
        Assert.Equal((reminder is not null, days == 0), (mei.Page.QuerySelector("[data-ends=AnswerColleagues]") is not null, mei.Page.QuerySelector("[data-ended=AnswerColleagues]") is not null));
        Assert.Equal(days > 0 ? HttpStatusCode.OK : HttpStatusCode.NotFound, (await (await _house.SignedInAsync("tunde")).OpenAsync(await _house.AgentPathAsync("mei"))).Status);
    }

    [Fact]
    public async Task The_end_is_written_into_the_ledger_by_the_clock_once()
    {
        _house.Clock.SetUtcNow(End.AddDays(-1));
        await ExpireAsync();
        Assert.Equal(ConsentState.Given, (await _house.ConsentsOfAsync("mei"))[Purpose.AnswerColleagues].State);

        _house.Clock.SetUtcNow(End);
        await ExpireAsync();
        await ExpireAsync();

        var events = await _house.EventsOfAsync("mei", Purpose.AnswerColleagues);
        Assert.Equal([ConsentState.Requested, ConsentState.Given, ConsentState.Expired], events.Select(decision => decision.State));
        Assert.Equal((LedgerActor.Clock, End), (events[^1].Actor, events[^1].At));
        Assert.All((await _house.ConsentsOfAsync("mei")).Values, consent => Assert.Equal(ConsentState.Expired, consent.State));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        Assert.Equal("Ended", mei.Page.QuerySelector("#AnswerColleagues [data-standing]")!.GetAttribute("data-standing"));
        Assert.Contains("Ended", mei.Page.QuerySelector("[data-decision]")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(20, false, ConsentState.Renewed)]
    [InlineData(0, false, ConsentState.Given)]
    [InlineData(-3, true, ConsentState.Given)]
    public async Task Renewing_is_one_press_for_the_usual_period_and_the_same_audience(int daysBefore, bool recorded, ConsentState state)
    {
        _house.Clock.SetUtcNow(End.AddDays(-daysBefore));
        if (recorded)
        {
            await ExpireAsync();
        }

        var xiaoyun = await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/consent");
        var audience = (await _house.ConsentsOfAsync("xiaoyun"))[Purpose.AnswerColleagues].Audience;

        await xiaoyun.PressAsync("[data-once=AnswerColleagues] button");

        var renewed = (await _house.ConsentsOfAsync("xiaoyun"))[Purpose.AnswerColleagues];
        Assert.Equal((state, audience), (renewed.State, renewed.Audience));
        var last = DateOnly.FromDateTime(_house.Clock.GetUtcNow().UtcDateTime).AddMonths(12).AddDays(1);
        Assert.Equal(new DateTimeOffset(last, TimeOnly.MinValue, TimeSpan.Zero), renewed.EndsAt);
        Assert.NotEqual(AudienceScope.Private, audience.Scope);
    }

    [Fact]
    public async Task Renewing_rests_on_the_notice_of_that_day_and_shows_what_it_says_otherwise()
    {
        _house.Clock.SetUtcNow(End.AddDays(1));
        await _house.PublishAsync(Purpose.HoldProfile, "You alone, and nobody besides.");
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        Assert.Contains("Nobody else sees drafts", mei.Shown("[data-changed-since=HoldProfile] [data-old] p"), StringComparison.Ordinal);
        Assert.Contains("You alone, and nobody besides.", mei.Shown("[data-changed-since=HoldProfile] [data-new] p"), StringComparison.Ordinal);
        Assert.Single(mei.Page.QuerySelectorAll("[data-changed-since]"));
        await mei.PressAsync("[data-once=HoldProfile] button");

        Assert.Equal("2027-06", (await _house.ConsentsOfAsync("mei"))[Purpose.HoldProfile].NoticeVersion);
    }

    [Fact]
    public async Task Renewing_in_a_window_that_shows_an_older_decision_decides_nothing()
    {
        _house.Clock.SetUtcNow(End.AddDays(-5));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        var old = mei.Page;
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await mei.PressAsync("[data-give=AnswerColleagues] button", ("Scope", "People"), ("People", "Tunde Adeyemi"), ("EndsOn", "2027-12-31"));

        await mei.PressAsync(old.QuerySelector("[data-once=AnswerColleagues] button")!);

        Assert.Contains("another window", mei.Page.QuerySelector("#AnswerColleagues")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(AudienceScope.People, (await _house.ConsentsOfAsync("mei"))[Purpose.AnswerColleagues].Audience.Scope);
    }

    private async Task ExpireAsync()
    {
        await using var scope = _house.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<ExpireConsents>().RunAsync(CancellationToken.None);
    }
}
