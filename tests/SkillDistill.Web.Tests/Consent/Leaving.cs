using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Consent;

public sealed class Leaving : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Deactivating_somebody_ends_their_agent_and_every_consent_with_it_and_returning_brings_none_back()
    {
        var tunde = await _house.SignedInAsync("tunde");
        var agent = await _house.AgentPathAsync("mei");
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(agent)).Status);

        await AdminPressesAsync("Deactivate");

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(agent)).Status);
        var states = await StatesAsync();
        Assert.NotEmpty(states);
        Assert.All(states, state => Assert.Equal(ConsentState.Terminated, state));

        await AdminPressesAsync("Return");
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(agent)).Status);
        Assert.All(await StatesAsync(), state => Assert.Equal(ConsentState.Terminated, state));
    }

    [Fact]
    public async Task Whoever_agreed_to_it_is_answered_for_after_leaving_until_the_end_they_set()
    {
        var mei = (await _house.PersonAsync("mei")).Id;
        var now = _house.Clock.GetUtcNow();
        var end = now.AddMonths(2);
        await _house.DecideAsync(mei, stream => stream.Give(mei, Purpose.ContinueAfterLeaving, new ConsentTerms(Audience.Private(), end, Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), now).Refusal);
        var tunde = await _house.SignedInAsync("tunde");
        var agent = await _house.AgentPathAsync("mei");

        await AdminPressesAsync("Deactivate");

        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(agent)).Status);
        Assert.Equal([ConsentState.Terminated], (await _house.InStoreAsync(db => db.Consents
            .Where(consent => consent.SubjectId == mei && (consent.Purpose == Purpose.ShowNamedCoverage || consent.Purpose == Purpose.CountInCoverage)).Select(consent => consent.State).ToListAsync())).Distinct());

        _house.Clock.Advance(end - now);
        tunde = await _house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(agent)).Status);
    }

    [Fact]
    public async Task Whoever_left_ends_it_without_an_account_by_the_address_on_the_page_and_in_the_receipt()
    {
        var mei = await GoesOnAsync();
        await mei.OpenAsync("/consent");
        var shown = new Uri(mei.Page.QuerySelector("[data-leavers-address]")!.GetAttribute("value")!).PathAndQuery;
        var record = JsonNode.Parse(await mei.Http.GetStringAsync(new Uri("/consent/receipt/ContinueAfterLeaving", UriKind.Relative)))!["dpv:hasRecordOfActivity"]![0]!;
        var address = new Uri((string)record["dpv:hasProcess"]!["dpv:hasConsentControl"]!["dpv:isExercisedAt"]!).PathAndQuery;
        await AdminPressesAsync("Deactivate");
        var tunde = await _house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(await _house.AgentPathAsync("mei"))).Status);
        var left = await _house.Stranger().OpenAsync(shown);
        Assert.Equal(HttpStatusCode.OK, left.Status);
        Assert.Equal(HttpStatusCode.NotFound, (await _house.Stranger().OpenAsync(address + "x")).Status);

        await left.OpenAsync(address);
        await left.PressAsync("[data-end]");

        Assert.NotNull(left.Page.QuerySelector("[data-over]"));
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(await _house.AgentPathAsync("mei"))).Status);
        var events = await _house.EventsOfAsync("mei", Purpose.ContinueAfterLeaving);
        Assert.Equal((ConsentState.Withdrawn, LedgerActor.Subject), (events[^1].State, events[^1].Actor));
        Assert.DoesNotContain(await StatesAsync(), state => state is ConsentState.Given or ConsentState.Renewed);
        Assert.Empty((await _house.AskAsync<VerifyLedger, LedgerReport>(verify => verify.RunAsync(CancellationToken.None))).Findings);
    }

    [Fact]
    public async Task An_admin_ends_for_somebody_who_left_and_never_for_somebody_who_is_here()
    {
        await GoesOnAsync();
        var ada = await _house.SignedInAsync("ada");
        var page = $"/admin/people/{(await _house.PersonAsync("mei")).Id}";
        await ada.OpenAsync(page);
        Assert.Equal(HttpStatusCode.NotFound, (await ada.PostAsync($"{page}?handler=End")).StatusCode);
        Assert.Contains(ConsentState.Given, await StatesAsync());

        await AdminPressesAsync("Deactivate");
        await AdminPressesAsync("End");

        Assert.DoesNotContain(await StatesAsync(), state => state is ConsentState.Given or ConsentState.Renewed);
    }

    [Fact]
    public async Task Whoever_comes_back_sees_what_has_ended_and_says_yes_again_with_one_press()
    {
        await AdminPressesAsync("Deactivate");
        await AdminPressesAsync("Return");

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        Assert.Equal("Ended", mei.Page.QuerySelector("#AnswerColleagues [data-standing]")!.GetAttribute("data-standing"));
        await mei.PressAsync("[data-once=AnswerColleagues] button");
        Assert.Equal("On", mei.Page.QuerySelector("#AnswerColleagues [data-standing]")!.GetAttribute("data-standing"));
    }

    private async Task<Visitor> GoesOnAsync()
    {
        var mei = (await _house.PersonAsync("mei")).Id;
        var now = _house.Clock.GetUtcNow();
        await _house.DecideAsync(mei, stream => stream.Give(
            mei, Purpose.ContinueAfterLeaving, new ConsentTerms(Audience.Private(), now.AddMonths(2), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), now).Refusal);
        return await _house.SignedInAsync("mei");
    }

    private async Task AdminPressesAsync(string handler)
    {
        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync($"/admin/people/{(await _house.PersonAsync("mei")).Id}");
        await ada.PressAsync($"form[action*='handler={handler}'] button");
    }

    private async Task<List<ConsentState>> StatesAsync()
    {
        var mei = (await _house.PersonAsync("mei")).Id;
        return await _house.InStoreAsync(db => db.Consents.Where(consent => consent.SubjectId == mei).Select(consent => consent.State).ToListAsync());
    }
}
