using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Ask;

namespace SkillDistill.Web.Tests.Consent;

public sealed class AskingAgain : IDisposable
{
    private const string NewWords = "Those in the audience see your cards, and when you confirmed them.";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Other_words_suspend_exactly_what_rests_on_them_at_the_next_request()
    {
        var tunde = await _house.SignedInAsync("tunde");
        var (mei, xiaoyun) = (await _house.AgentPathAsync("mei"), await _house.AgentPathAsync("xiaoyun"));
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(mei)).Status);
        var before = await _house.ConsentsOfAsync("mei");

        await _house.PublishAsync(Purpose.AnswerColleagues, NewWords);

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(mei)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(xiaoyun)).Status);
        var after = await _house.ConsentsOfAsync("mei");
        Assert.Equal(ConsentState.Requested, after[Purpose.AnswerColleagues].State);
        Assert.All(after.Where(pair => pair.Key != Purpose.AnswerColleagues), pair => Assert.Equal((before[pair.Key].State, before[pair.Key].NoticeVersion), (pair.Value.State, pair.Value.NoticeVersion)));
        Assert.All(after.Where(pair => pair.Key != Purpose.AnswerColleagues), pair => Assert.True(pair.Value.IsInForce(_house.Clock.GetUtcNow())));
        var events = await _house.EventsOfAsync("mei", Purpose.AnswerColleagues);
        Assert.Equal([ConsentState.Requested, ConsentState.Given, ConsentState.Invalidated, ConsentState.Requested], events.Select(decision => decision.State));
        Assert.All(events.Skip(2), decision => Assert.Equal((LedgerActor.Organisation, ConsentMethod.Automatic), (decision.Actor, decision.Terms.Method)));
    }

    [Theory]
    [InlineData(Purpose.HoldProfile)]
    [InlineData(Purpose.DistilAgent)]
    public async Task An_agent_suspended_for_other_words_is_not_taken_apart_and_goes_on_after_a_yes(Purpose purpose)
    {
        await _house.PublishAsync(purpose, NewWords);
        await _house.RunAsync<ClearAfterWithdrawal>();
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        var tunde = await _house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(await _house.AgentPathAsync("mei"))).Status);

        await mei.PressAsync($"[data-yes={purpose}]");

        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(await _house.AgentPathAsync("mei"))).Status);
    }

    [Fact]
    public async Task A_no_to_the_other_words_takes_it_apart()
    {
        await _house.PublishAsync(Purpose.DistilAgent, NewWords);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        await mei.PressAsync("[data-no=DistilAgent]");
        await _house.RunAsync<ClearAfterWithdrawal>();

        var owner = await _house.IdAsync("mei");
        Assert.Null(await _house.InStoreAsync(async db => (await db.Agents.SingleAsync(agent => agent.OwnerId == owner)).PublishedVersionId));
    }

    [Fact]
    public async Task Whoever_reads_in_the_language_that_stayed_the_same_sees_which_words_changed()
    {
        await _house.PublishAsync(Purpose.AnswerColleagues, "范围内的同事。", "zh-Hans");

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        Assert.Contains("The words have changed in 简体中文", mei.Page.QuerySelector("[data-asked]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("范围内的同事", mei.Page.QuerySelector("[data-asked] [data-new]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_that_a_persons_agent_does_not_rest_on_leave_it_answering()
    {
        var tunde = await _house.SignedInAsync("tunde");

        await _house.PublishAsync(Purpose.ShowNamedCoverage, NewWords);

        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(await _house.AgentPathAsync("mei"))).Status);
        Assert.Equal(ConsentState.Requested, (await _house.ConsentsOfAsync("mei"))[Purpose.ShowNamedCoverage].State);
    }

    [Fact]
    public async Task Who_had_not_agreed_is_not_asked()
    {
        var sam = await _house.IdAsync("sam");

        await _house.PublishAsync(Purpose.AnswerColleagues, NewWords);

        Assert.False(await _house.InStoreAsync(db => db.ConsentStreams.AnyAsync(stream => stream.SubjectId == sam)));
    }

    [Fact]
    public async Task The_owner_sees_the_old_words_beside_the_new_and_yes_no_and_later_right_there()
    {
        await _house.PublishAsync(Purpose.AnswerColleagues, NewWords);

        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        Assert.Equal("Asked", Standing(mei));
        var asked = mei.Page.QuerySelector("#AnswerColleagues [data-asked]")!;
        Assert.Contains("(2027-02)", asked.QuerySelector("[data-old]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("and that they are yours", mei.Shown("[data-asked] [data-old] p"), StringComparison.Ordinal);
        Assert.Contains("(2027-02.2)", asked.QuerySelector("[data-new]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("you confirmed them", mei.Shown("[data-asked] [data-new] p"), StringComparison.Ordinal);
        Assert.NotEmpty(asked.QuerySelectorAll("[data-new] ins"));
        Assert.Single(asked.QuerySelectorAll("[data-changed]"));
        Assert.All(new[] { "data-yes", "data-no", "data-later" }, answer => Assert.Equal("btn", asked.QuerySelector($"[{answer}]")!.ClassName));
        Assert.NotNull(mei.Page.QuerySelector("[data-waits=AnswerColleagues]"));
        Assert.NotNull((await mei.OpenAsync("/me")).Page.QuerySelector("[data-waits=AnswerColleagues] a[href='/consent#AnswerColleagues']"));
    }

    [Fact]
    public async Task Words_changed_in_the_other_language_only_ask_again_too()
    {
        await _house.PublishAsync(Purpose.AnswerColleagues, "范围内的同事。", "zh-Hans");

        var xiaoyun = await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/consent");
        await xiaoyun.PressAsync("button[name=code][value=zh-Hans]");

        Assert.Equal("Asked", Standing(xiaoyun));
        Assert.Contains("范围内的同事", xiaoyun.Page.QuerySelector("[data-asked] [data-new]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Yes_is_one_press_on_the_new_words_for_the_same_audience_and_the_agent_answers_again()
    {
        await _house.PublishAsync(Purpose.AnswerColleagues, NewWords);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        var form = mei.Page;

        await mei.PressAsync("[data-yes=AnswerColleagues]");

        Assert.Equal("On", Standing(mei));
        var given = (await _house.EventsOfAsync("mei", Purpose.AnswerColleagues))[^1];
        Assert.Equal((ConsentState.Given, LedgerActor.Subject, "2027-02.2", AudienceScope.Organisation), (given.State, given.Actor, given.Terms.NoticeVersion, given.Terms.Audience.Scope));
        Assert.Equal(new DateTimeOffset(2027, 11, 3, 0, 0, 0, TimeSpan.Zero), given.EndsAt);
        var tunde = await _house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(await _house.AgentPathAsync("mei"))).Status);

        await mei.PressAsync(form.QuerySelector("[data-yes=AnswerColleagues]")!);
        Assert.Equal(5, (await _house.EventsOfAsync("mei", Purpose.AnswerColleagues)).Count);
    }

    [Theory]
    [InlineData("no", "Refused", ConsentState.Refused)]
    [InlineData("later", "Later", ConsentState.Deferred)]
    public async Task No_and_later_are_one_press_are_recorded_once_and_nothing_follows(string answer, string standing, ConsentState state)
    {
        await _house.PublishAsync(Purpose.ShowNamedCoverage, NewWords);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        var form = mei.Page;

        await mei.PressAsync($"[data-{answer}=ShowNamedCoverage]");
        await mei.PressAsync(form.QuerySelector($"[data-{answer}=ShowNamedCoverage]")!);

        Assert.Equal(standing, mei.Page.QuerySelector("#ShowNamedCoverage [data-standing]")!.GetAttribute("data-standing"));
        var events = await _house.EventsOfAsync("mei", Purpose.ShowNamedCoverage);
        Assert.Equal((state, LedgerActor.Subject, "2027-02.2"), (events[^1].State, events[^1].Actor, events[^1].Terms.NoticeVersion));
        Assert.Equal(5, events.Count);
        Assert.Null((await mei.OpenAsync("/me")).Page.QuerySelector("[data-waiting]"));
        Assert.Equal(HttpStatusCode.OK, (await (await _house.SignedInAsync("tunde")).OpenAsync(await _house.AgentPathAsync("mei"))).Status);
    }

    [Fact]
    public async Task What_was_put_off_can_be_agreed_to_and_what_was_refused_too()
    {
        await _house.PublishAsync(Purpose.AnswerColleagues, NewWords);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");

        await mei.PressAsync("[data-later=AnswerColleagues]");
        Assert.NotNull(mei.Page.QuerySelector("#AnswerColleagues [data-changed]"));
        await mei.PressAsync("[data-no=AnswerColleagues]");
        await mei.PressAsync("[data-give=AnswerColleagues] button", ("Scope", "Organisation"));

        Assert.Equal("On", Standing(mei));
    }

    [Fact]
    public async Task What_is_in_force_is_withdrawn_and_not_refused()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        var notice = Notice.Shipped("en");

        using var posted = await mei.PostAsync("/consent?handler=Refuse", ("Purpose", "AnswerColleagues"), ("Notice", notice.Version), ("Digest", notice.Digest), ("Language", "en"));

        Assert.Contains("stands differently by now", await posted.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(2, (await _house.EventsOfAsync("mei", Purpose.AnswerColleagues)).Count);
    }

    [Fact]
    public async Task Behind_the_lock_a_yes_counts_only_on_the_words_that_hang_now()
    {
        await _house.PublishAsync(Purpose.CreditByName, NewWords);
        var now = _house.Clock.GetUtcNow();
        await using var scope = _house.Services.CreateAsyncScope();

        var decided = await scope.ServiceProvider.GetRequiredService<ConsentLedger>().DecideAsync(
            await _house.IdAsync("sam"), stream => stream.Give(stream.SubjectId!.Value, Purpose.HoldProfile, Scene.Terms(Audience.Private(), now.AddMonths(1)), now).Refusal, CancellationToken.None);

        Assert.IsType<NoticeChangedMeanwhile>(decided.Refusal);
        Assert.Empty(await _house.EventsOfAsync("sam", Purpose.HoldProfile));
    }

    [Fact]
    public async Task Nobody_slips_through_who_agrees_in_the_moment_of_the_publication()
    {
        var now = _house.Clock.GetUtcNow();
        var people = await _house.InStoreAsync(db => db.People.Select(person => person.Id).Take(24).ToListAsync());

        async Task GiveAsync(Domain.Id<Person> person)
        {
            await using var scope = _house.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<ConsentLedger>().DecideAsync(
                person, stream => stream.Give(person, Purpose.ImitateVoice, Scene.Terms(Audience.Private(), now.AddMonths(1)), now).Refusal, CancellationToken.None);
        }

        await Task.WhenAll([.. people.Take(12).Select(GiveAsync), _house.PublishAsync(Purpose.ImitateVoice, NewWords), .. people.Skip(12).Select(GiveAsync)]);

        var held = await _house.InStoreAsync(db => db.Consents.AsNoTracking().Where(consent => consent.Purpose == Purpose.ImitateVoice).ToListAsync());
        Assert.DoesNotContain(held, consent => consent.IsInForce(now));
    }

    private static string? Standing(Visitor visitor) => visitor.Page.QuerySelector("#AnswerColleagues [data-standing]")!.GetAttribute("data-standing");
}
