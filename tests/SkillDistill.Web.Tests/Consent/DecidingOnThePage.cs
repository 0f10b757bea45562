using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Tests.Consent;

public sealed class DecidingOnThePage : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_stranger_is_turned_away()
    {
        var stranger = await _house.Stranger().OpenAsync("/consent");

        Assert.Contains("/sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_twelve_are_off_and_nothing_is_chosen_beforehand()
    {
        var sam = await OnConsentAsync("sam");

        Assert.Equal(Enum.GetValues<Purpose>().Order(), sam.Page.QuerySelectorAll(".purpose").Select(row => Enum.Parse<Purpose>(row.Id!)).Order());
        Assert.All(sam.Page.QuerySelectorAll("[data-standing]"), standing => Assert.Equal("Off", standing.GetAttribute("data-standing")));
        Assert.DoesNotContain(sam.Page.QuerySelectorAll("main input[type=radio]").OfType<IHtmlInputElement>(), choice => choice.IsChecked);
        Assert.Empty(sam.Page.QuerySelectorAll("[data-decision]"));
        var words = Notice.Shipped("en").Purposes[Purpose.AnswerColleagues];
        Assert.All(new[] { words.Name, words.Means, words.Sees, words.IfNot }, sentence => Assert.Contains(sentence, sam.Text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Yes_is_one_press_records_what_was_read_and_comes_back_to_the_purpose()
    {
        var sam = await OnConsentAsync("sam");

        await sam.PressAsync("[data-give=HoldProfile] button");

        Assert.EndsWith("#HoldProfile", sam.Location, StringComparison.Ordinal);
        Assert.Equal("On", Standing(sam, Purpose.HoldProfile));
        Assert.Contains("until 2 Nov 2027", sam.Page.QuerySelector("#HoldProfile")!.TextContent, StringComparison.Ordinal);
        var decision = Assert.Single(await DecisionsAsync("sam"));
        var notice = Notice.Shipped("en");
        Assert.Equal((Purpose.HoldProfile, ConsentState.Given, notice.Version, notice.Digest, "en"), (decision.Purpose, decision.State, decision.Terms.NoticeVersion, decision.Terms.NoticeDigest, decision.Terms.Language));
        Assert.Equal(new DateTimeOffset(2027, 11, 3, 0, 0, 0, TimeSpan.Zero), decision.EndsAt);
        Assert.Contains(notice.Version, sam.Page.QuerySelector("[data-decision='2']")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_yes_to_the_chinese_notice_is_recorded_as_such()
    {
        var sam = await OnConsentAsync("sam");
        await sam.PressAsync("button[name=code][value=zh-Hans]");

        await (await sam.OpenAsync("/consent")).PressAsync("[data-give=CountInCoverage] button");

        var decision = Assert.Single(await DecisionsAsync("sam"));
        Assert.Equal(("zh-Hans", Notice.Shipped("zh-Hans").Digest), (decision.Terms.Language, decision.Terms.NoticeDigest));
        Assert.Contains("已同意", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Withdrawing_is_one_press_and_holds_at_the_very_next_request()
    {
        var mei = await OnConsentAsync("mei");
        Assert.True(await MeiAnswersSamAsync());

        await mei.PressAsync("[data-withdraw=AnswerColleagues]");

        Assert.False(await MeiAnswersSamAsync());
        Assert.Equal("Withdrawn", Standing(mei, Purpose.AnswerColleagues));
        Assert.Equal("On", Standing(mei, Purpose.HoldProfile));
        Assert.Contains("Withdrawn", mei.Page.QuerySelector("[data-decision]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_demo_brought_in_is_taken_back_by_the_person_on_the_page()
    {
        using var house = new House();
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/consent");

        await mei.PressAsync("[data-withdraw=CreditByName]");

        var events = await house.EventsOfAsync("mei", Purpose.CreditByName);
        Assert.Equal([ConsentMethod.Demo, ConsentMethod.Demo, ConsentMethod.Page], events.Select(decision => decision.Terms.Method));
        Assert.Empty((await mei.OpenAsync("/consent/stopped")).Page.QuerySelectorAll("[data-withdrawal]"));
    }

    [Fact]
    public async Task Withdrawing_twice_is_one_decision()
    {
        var mei = await OnConsentAsync("mei");
        var before = (await DecisionsAsync("mei")).Count;

        var first = await mei.PostAsync("/consent?handler=Withdraw", ("purpose", "CreditByName"));
        var second = await mei.PostAsync("/consent?handler=Withdraw", ("purpose", "CreditByName"));

        Assert.Equal((HttpStatusCode.Found, HttpStatusCode.OK), (first.StatusCode, second.StatusCode));
        Assert.Contains("nothing to withdraw", await second.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(before + 1, (await DecisionsAsync("mei")).Count);
    }

    [Fact]
    public async Task Pausing_withdraws_everything_but_the_profile_with_one_press()
    {
        var mei = await OnConsentAsync("mei");

        await mei.PressAsync("[data-pause]");

        Assert.Equal("On", Standing(mei, Purpose.HoldProfile));
        Assert.DoesNotContain(Enum.GetValues<Purpose>(), purpose => purpose != Purpose.HoldProfile && Standing(mei, purpose) == "On");
        Assert.False(await MeiAnswersSamAsync());
        Assert.Null(mei.Page.QuerySelector("[data-pause]"));
    }

    [Fact]
    public async Task Other_terms_are_a_new_yes_and_the_old_one_stays_on_record()
    {
        var mei = await OnConsentAsync("mei");

        await mei.PressAsync("[data-give=AnswerColleagues] button", ("Scope", "People"), ("People", "Tunde Adeyemi\nPriya Raman <PRIYA@lindenau.example>"), ("EndsOn", "2027-01-31"));

        Assert.Contains("for: Tunde Adeyemi, Priya Raman", mei.Page.QuerySelector("#AnswerColleagues")!.TextContent, StringComparison.Ordinal);
        Assert.False(await MeiAnswersSamAsync());
        var decisions = (await DecisionsAsync("mei")).Where(decision => decision.Purpose == Purpose.AnswerColleagues).ToList();
        Assert.Equal([ConsentState.Given, ConsentState.Renewed], decisions.Select(decision => decision.State));
        Assert.Equal([AudienceScope.Organisation, AudienceScope.People], decisions.Select(decision => decision.Terms.Audience.Scope));
    }

    [Fact]
    public async Task A_yes_sent_twice_is_one_decision()
    {
        var sam = await OnConsentAsync("sam");
        var form = sam.Page;

        await sam.PressAsync("[data-give=HoldProfile] button");
        await sam.PressAsync(form.QuerySelector("[data-give=HoldProfile] button")!);

        Assert.Single(await DecisionsAsync("sam"));
        Assert.Equal("On", Standing(sam, Purpose.HoldProfile));
    }

    [Theory]
    [InlineData("Digest", "0000")]
    [InlineData("Notice", "2025-01")]
    [InlineData("Language", "fr")]
    public async Task A_notice_that_changed_meanwhile_is_shown_again_and_nothing_is_agreed(string field, string value)
    {
        var sam = await OnConsentAsync("sam");

        await sam.PressAsync("[data-give=HoldProfile] button", (field, value));

        Assert.Contains("The notice has changed since you opened the page", sam.Page.QuerySelector("#HoldProfile [role=alert]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Notice.Shipped("en").Digest, sam.Page.QuerySelector("[data-give=HoldProfile] input[name=Digest]")!.GetAttribute("value"));
        Assert.Empty(await DecisionsAsync("sam"));
    }

    [Theory]
    [InlineData("", "", "with nobody in the audience")]
    [InlineData("People", "", "at least one")]
    [InlineData("People", "sam@lindenau.example, nobody@lindenau.example", "\"nobody@lindenau.example\"")]
    [InlineData("Team", "", "your own team or one above")]
    public async Task Without_a_proper_audience_it_is_refused_beside_the_field_with_all_that_was_typed(string scope, string people, string sentence)
    {
        var mei = await OnConsentAsync("mei");
        var foreign = await _house.InStoreAsync(db => db.Teams.Where(team => team.Name == "Shenzhen Production").Select(team => team.Id).FirstAsync());

        await mei.PressAsync("[data-give=ServeOverApi] button", ("Scope", scope), ("People", people), ("Team", foreign.ToString()), ("EndsOn", "2027-03-01"));

        Assert.Contains(sentence, mei.Page.QuerySelector("#ServeOverApi")!.TextContent, StringComparison.Ordinal);
        Assert.True(mei.Page.QuerySelector("#ServeOverApi details.terms")!.HasAttribute("open"));
        Assert.Equal("2027-03-01", ((IHtmlInputElement)mei.Page.QuerySelector("#until-ServeOverApi")!).Value);
        Assert.Equal(people, ((IHtmlTextAreaElement)mei.Page.QuerySelector("#who-ServeOverApi")!).Value);
        Assert.Equal("Off", Standing(mei, Purpose.ServeOverApi));
    }

    [Theory]
    [InlineData("ContinueAfterLeaving", "2027-06-01", "within 6 months")]
    [InlineData("HoldProfile", "2028-11-04", "within 24 months")]
    [InlineData("HoldProfile", "2026-11-01", "within 24 months")]
    [InlineData("HoldProfile", "", "within 24 months")]
    [InlineData("HoldProfile", "9999-12-31", "within 24 months")]
    public async Task An_end_out_of_range_is_refused_in_words(string purpose, string endsOn, string sentence)
    {
        var sam = await OnConsentAsync("sam");

        await sam.PressAsync($"[data-give={purpose}] button", ("EndsOn", endsOn));

        Assert.Contains(sentence, sam.Page.QuerySelector($"#{purpose}")!.TextContent, StringComparison.Ordinal);
        Assert.Empty(await DecisionsAsync("sam"));
    }

    [Fact]
    public async Task A_purpose_that_does_not_exist_is_not_found()
    {
        var sam = await OnConsentAsync("sam");

        Assert.Equal(HttpStatusCode.NotFound, (await sam.PostAsync("/consent?handler=Give", ("EndsOn", "2027-01-01"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await sam.PostAsync("/consent?handler=Withdraw", ("purpose", "99"))).StatusCode);
        Assert.Empty(await DecisionsAsync("sam"));
    }

    [Fact]
    public async Task What_depends_on_another_says_so_and_switches_nothing()
    {
        var mei = await OnConsentAsync("mei");

        await mei.PressAsync("[data-withdraw=DistilAgent]");

        Assert.Equal("On", Standing(mei, Purpose.AnswerColleagues));
        Assert.Contains("no effect until you also agree to: Distil an agent from my cards", Fold(mei.Page.QuerySelector("#AnswerColleagues [data-missing]")!), StringComparison.Ordinal);
        Assert.NotNull(mei.Page.QuerySelector("#AnswerColleagues a[href='#DistilAgent']"));
    }

    [Fact]
    public async Task Without_an_external_model_there_is_nobody_to_agree_to()
    {
        var mei = await OnConsentAsync("mei");

        Assert.Contains("None is configured", mei.Page.QuerySelector("[data-recipient]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector("[data-give=UseExternalModel]"));
        var notice = Notice.Shipped("en");
        var forced = await mei.PostAsync("/consent?handler=Give", ("Purpose", "UseExternalModel"), ("Notice", notice.Version), ("Digest", notice.Digest), ("Language", "en"), ("EndsOn", "2027-01-01"));

        Assert.Contains("there is nobody to agree to", await forced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain(await DecisionsAsync("mei"), decision => decision.Purpose == Purpose.UseExternalModel);
    }

    [Fact]
    public async Task Decisions_at_the_same_moment_are_all_kept_and_numbered_without_gaps()
    {
        var sam = await OnConsentAsync("sam");
        var notice = Notice.Shipped("en");
        string[] purposes = ["HoldProfile", "DistilAgent", "CreditByName"];

        var answers = await Task.WhenAll(purposes.Select(purpose => sam.PostAsync(
            "/consent?handler=Give", ("Purpose", purpose), ("Notice", notice.Version), ("Digest", notice.Digest), ("Language", "en"), ("EndsOn", "2027-01-01"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        var decisions = await DecisionsAsync("sam");
        Assert.Equal([2, 4, 6], decisions.Select(decision => decision.Sequence));
        Assert.Equal(purposes.Order(), decisions.Select(decision => decision.Purpose.ToString()).Order());
    }

    [Fact]
    public async Task Older_decisions_are_a_page_further_on()
    {
        var sam = await OnConsentAsync("sam");
        for (var i = 0; i < 11; i++)
        {
            await sam.PressAsync("[data-give=CreditByName] button");
            await sam.PressAsync("[data-withdraw=CreditByName]");
        }

        Assert.Equal("33", sam.Page.QuerySelector("[data-decision]")!.GetAttribute("data-decision"));
        await sam.OpenAsync(sam.Page.QuerySelector(".card-footer a[href*=before]")!.GetAttribute("href")!);

        Assert.Equal(["3", "2"], sam.Page.QuerySelectorAll("[data-decision]").Select(row => row.GetAttribute("data-decision")));
    }

    private static string? Standing(Visitor visitor, Purpose purpose) => visitor.Page.QuerySelector($"#{purpose} [data-standing]")!.GetAttribute("data-standing");

    private static string Fold(IElement element) => string.Join(' ', element.TextContent.Split(default(char[]), StringSplitOptions.RemoveEmptyEntries));

    private async Task<Visitor> OnConsentAsync(string key) => await (await _house.SignedInAsync(key)).OpenAsync("/consent");

    private async Task<List<LedgerDecision>> DecisionsAsync(string key)
    {
        var entries = await _house.InStoreAsync(db => db.LedgerEntries.AsNoTracking()
            .Where(entry => db.ConsentStreams.Any(stream => stream.Id == entry.StreamId && db.People.Any(person => person.Id == stream.SubjectId && person.Email == $"{key}@lindenau.example")))
            .OrderBy(entry => entry.Sequence).ToListAsync());
        return [.. entries.Select(entry => entry.Decision).OfType<LedgerDecision>().Where(decision => decision.State != ConsentState.Requested)];
    }

    private Task<bool> MeiAnswersSamAsync() => _house.InStoreAsync(async db =>
    {
        var sam = await db.People.FirstAsync(person => person.Email == "sam@lindenau.example");
        var asker = new Asker(sam.Id, new TeamTree(await db.Teams.ToListAsync()).Lineage(sam.TeamId));
        return await db.PermittedAgents(asker, _house.Clock.GetUtcNow()).AnyAsync(agent => db.People.Any(person => person.Id == agent.OwnerId && person.Email == "mei@lindenau.example"));
    });
}
