using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Agents;

public sealed class KeepingAnAgent : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_stranger_is_turned_away()
    {
        var stranger = await _house.Stranger().OpenAsync("/agent");

        Assert.Contains("/sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_without_an_agent_sees_none_and_cannot_reach_that_of_another()
    {
        var sam = await OnAgentAsync("sam");
        Assert.Equal("None", sam.Page.QuerySelector("[data-standing]")!.GetAttribute("data-standing"));

        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync("/agent/versions/1")).Status);
        foreach (var handler in new[] { "/agent/versions/1?handler=Publish", "/agent/versions/1?handler=RollBack", "/agent?handler=TakeDown", "/agent?handler=Introduce" })
        {
            await sam.OpenAsync("/agent");
            Assert.Equal(HttpStatusCode.NotFound, (await sam.PostAsync(handler, ("Headline", "x"))).StatusCode);
        }
    }

    [Fact]
    public async Task A_version_that_does_not_exist_is_not_found()
    {
        var mei = await OnAgentAsync("mei");

        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync("/agent/versions/7")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync("/agent/versions/x")).Status);
    }

    [Fact]
    public async Task Without_the_two_consents_it_is_explained_and_refused_in_words()
    {
        var sam = await OnAgentAsync("sam");

        Assert.NotNull(sam.Page.QuerySelector("a[href='/consent#DistilAgent']"));
        Assert.NotNull(sam.Page.QuerySelector("a[href='/consent#HoldProfile']"));
        Assert.Null(sam.Page.QuerySelector("[data-distil]"));
        var forced = await sam.PostAsync("/agent?handler=Distil");

        Assert.Contains("You have not agreed to keeping your profile", await forced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Agents.CountAsync(agent => db.People.Any(person => person.Id == agent.OwnerId && person.Email == "sam@lindenau.example"))));
    }

    [Fact]
    public async Task What_goes_in_and_what_stays_out_is_said_before_distilling()
    {
        var mei = await OnAgentAsync("mei");

        Assert.Contains("25 cards go in", mei.Text, StringComparison.Ordinal);
        Assert.NotNull(mei.Page.QuerySelector("[data-left-out=Private]"));
        Assert.Equal(2, mei.Page.QuerySelectorAll("[data-left-out=Stale] li").Length);
        Assert.Equal(2, mei.Page.QuerySelectorAll("[data-difference=Removed] li").Length);
    }

    [Fact]
    public async Task After_a_withdrawal_and_a_new_yes_the_same_cards_are_distilled_anew_and_published()
    {
        var mei = await OnAgentAsync("mei");
        await mei.PressAsync("[data-distil]");
        await mei.PressAsync("[data-publish]");
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=DistilAgent]");
        await _house.RunAsync<ClearAfterWithdrawal>();
        await mei.PressAsync("[data-once=DistilAgent] button");

        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");
        Assert.Equal("/agent/versions/3", mei.Location);
        await mei.PressAsync("[data-publish]");

        var tunde = await _house.SignedInAsync("tunde");
        Assert.Contains("Mei Tan", (await tunde.OpenAsync("/ask")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Distilling_keeps_a_version_that_answers_nobody_until_it_is_published()
    {
        var mei = await OnAgentAsync("mei");

        await mei.PressAsync("[data-distil]");

        Assert.Equal("/agent/versions/2", mei.Location);
        Assert.Equal((1, 2), await PublishedOfAsync("mei"));
        Assert.Contains("Once published, these can ask it: Everybody here", mei.Text, StringComparison.Ordinal);
        Assert.Equal(25, mei.Page.QuerySelectorAll("[data-card]").Length);
        Assert.Contains("\"kind\":", mei.Page.QuerySelector("[data-prompt]")!.TextContent, StringComparison.Ordinal);

        await mei.PressAsync("[data-publish]");

        Assert.Equal((2, 2), await PublishedOfAsync("mei"));
        Assert.Null(mei.Page.QuerySelector("[data-publish]"));
    }

    [Fact]
    public async Task The_same_again_is_said_and_not_kept()
    {
        var mei = await OnAgentAsync("mei");
        var page = mei.Page;
        await mei.PressAsync("[data-distil]");

        await mei.PressAsync(page.QuerySelector("[data-distil]")!);

        Assert.Contains("the same as version 2", mei.Text, StringComparison.Ordinal);
        Assert.NotNull(mei.Page.QuerySelector("[data-same]"));
        Assert.Equal((1, 2), await PublishedOfAsync("mei"));
    }

    [Fact]
    public async Task Of_two_presses_at_the_same_moment_one_counts_and_the_other_is_told()
    {
        var mei = await OnAgentAsync("mei");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => mei.PostAsync("/agent?handler=Distil")));

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Found, HttpStatusCode.OK }));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Found);
        Assert.Equal((1, 2), await PublishedOfAsync("mei"));
    }

    [Fact]
    public async Task A_private_card_never_goes_in_and_a_changed_one_is_a_difference()
    {
        var mei = await OnAgentAsync("mei");
        await mei.PressAsync("[data-distil]");
        var (hidden, changed) = await TwoOfMeisCardsAsync();
        await ChangeAsync(hidden, card => card.ShareWith(Audience.Private()));
        await ReviseAsync(changed, "Other words than before");

        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");

        Assert.Equal(24, mei.Page.QuerySelectorAll("[data-card]").Length);
        Assert.Null(mei.Page.QuerySelector($"[data-card='{hidden}']"));
        Assert.Equal($"/cards/{changed}/history?from=1&to=2", mei.Page.QuerySelectorAll("[data-difference=Changed] a")[1].GetAttribute("href"));
        Assert.Single(mei.Page.QuerySelectorAll("[data-difference=Removed] li"));
        await mei.OpenAsync("/agent");
        Assert.Contains("+0 added ~1 changed −1 removed", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_makes_a_new_version_of_the_earlier_words_but_not_of_what_was_taken_away_since()
    {
        var mei = await OnAgentAsync("mei");
        await mei.PressAsync("[data-distil]");
        var (retired, changed) = await TwoOfMeisCardsAsync();
        await ReviseAsync(changed, "Other words than before");
        await (await mei.OpenAsync("/agent")).PressAsync("[data-distil]");
        await ChangeAsync(retired, card => card.SetAside());

        await mei.OpenAsync("/agent/versions/2");
        await mei.PressAsync("[data-roll-back]");

        Assert.Equal("/agent/versions/4", mei.Location);
        Assert.Contains("Version 4 holds the words of version 2", mei.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Other words than before", mei.Page.QuerySelector("[data-prompt]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector($"[data-card='{retired}']"));
        Assert.Equal((1, 4), await PublishedOfAsync("mei"));

        await mei.OpenAsync("/agent/versions/2");
        await mei.PressAsync("[data-roll-back]");
        Assert.Contains("the same as version 4", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_version_older_than_the_published_one_is_not_published_but_gone_back_to()
    {
        var mei = await OnAgentAsync("mei");
        await mei.PressAsync("[data-distil]");
        await mei.PressAsync("[data-publish]");

        using var forced = await mei.PostAsync("/agent/versions/1?handler=Publish");

        Assert.Contains("Go back to this one instead", await forced.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((2, 2), await PublishedOfAsync("mei"));
    }

    [Fact]
    public async Task Without_a_consent_it_is_suspended_and_says_which()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=AnswerColleagues]");

        await mei.OpenAsync("/agent");

        Assert.Equal("Suspended", mei.Page.QuerySelector("[data-standing]")!.GetAttribute("data-standing"));
        Assert.Equal(["/consent#AnswerColleagues"], mei.Page.QuerySelectorAll("[data-missing] a").Select(link => link.GetAttribute("href")));
        await mei.OpenAsync("/agent/versions/1");
        Assert.Contains("nobody can ask it until you agree to", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Publishing_without_the_consent_to_distil_is_refused_in_words()
    {
        var mei = await OnAgentAsync("mei");
        await mei.PressAsync("[data-distil]");
        await (await mei.OpenAsync("/consent")).PressAsync("[data-withdraw=DistilAgent]");

        await mei.OpenAsync("/agent/versions/2");
        await mei.PressAsync("[data-publish]");

        Assert.Contains("so nothing was done", mei.Text, StringComparison.Ordinal);
        Assert.Equal((1, 2), await PublishedOfAsync("mei"));
    }

    [Fact]
    public async Task Taken_down_it_is_gone_for_everybody_at_once()
    {
        var mei = await OnAgentAsync("mei");
        var sam = await _house.InStoreAsync(db => db.People.FirstAsync(person => person.Email == "sam@lindenau.example"));
        var asker = new Asker(sam.Id, []);
        Assert.True(await _house.InStoreAsync(db => db.PermittedAgents(asker, _house.Clock.GetUtcNow()).AnyAsync(agent => db.People.Any(person => person.Id == agent.OwnerId && person.Email == "mei@lindenau.example"))));

        await mei.PressAsync("[data-take-down]");

        Assert.False(await _house.InStoreAsync(db => db.PermittedAgents(asker, _house.Clock.GetUtcNow()).AnyAsync(agent => db.People.Any(person => person.Id == agent.OwnerId && person.Email == "mei@lindenau.example"))));
        Assert.Equal("Drafts", mei.Page.QuerySelector("[data-standing]")!.GetAttribute("data-standing"));
        Assert.Null(mei.Page.QuerySelector("[data-take-down]"));
    }

    [Fact]
    public async Task The_headline_is_saved_and_one_too_long_is_refused_with_all_that_was_typed()
    {
        var mei = await OnAgentAsync("mei");

        await mei.PressAsync("form[action*=Introduce] button", ("Headline", "Ask me about incidents."));
        Assert.Equal("Ask me about incidents.", ((IHtmlTextAreaElement)mei.Page.QuerySelector("#Headline")!).Value);

        var tooLong = new string('x', Agent.HeadlineLength + 1);
        await mei.PressAsync("form[action*=Introduce] button", ("Headline", tooLong));
        Assert.Contains("Keep it to 200 characters", mei.Text, StringComparison.Ordinal);
        Assert.Equal(tooLong, ((IHtmlTextAreaElement)mei.Page.QuerySelector("#Headline")!).Value);
        Assert.Equal("Ask me about incidents.", await _house.InStoreAsync(db => db.Agents
            .Where(agent => db.People.Any(person => person.Id == agent.OwnerId && person.Email == "mei@lindenau.example")).Select(agent => agent.Headline).SingleAsync()));
    }

    private async Task<Visitor> OnAgentAsync(string key) => await (await _house.SignedInAsync(key)).OpenAsync("/agent");

    /// <summary>The number of the published version, and how many there are.</summary>
    private Task<(int Published, int Count)> PublishedOfAsync(string key) => _house.InStoreAsync(async db =>
    {
        var agent = await db.Agents.FirstAsync(known => db.People.Any(person => person.Id == known.OwnerId && person.Email == $"{key}@lindenau.example"));
        var published = await db.AgentVersions.Where(version => version.Id == agent.PublishedVersionId).Select(version => version.Number).FirstOrDefaultAsync();
        return (published, await db.AgentVersions.CountAsync(version => version.AgentId == agent.Id));
    });

    private Task<(Domain.Id<Card> First, Domain.Id<Card> Second)> TwoOfMeisCardsAsync() => _house.InStoreAsync(async db =>
    {
        var now = _house.Clock.GetUtcNow();
        var cards = await db.Cards.Where(card => card.Status == CardStatus.Accepted && card.Audience.Scope == AudienceScope.Organisation && card.ReviewBy > now
            && db.People.Any(person => person.Id == card.OwnerId && person.Email == "mei@lindenau.example")).OrderBy(card => card.Id).Take(2).Select(card => card.Id).ToListAsync();
        return (cards[0], cards[1]);
    });

    private Task<int> ChangeAsync(Domain.Id<Card> id, Action<Card> change) => _house.InStoreAsync(async db =>
    {
        change(await db.Cards.FirstAsync(card => card.Id == id));
        return await db.SaveChangesAsync();
    });

    private Task<int> ReviseAsync(Domain.Id<Card> id, string title) => _house.InStoreAsync(async db =>
    {
        var card = await db.Cards.FirstAsync(known => known.Id == id);
        var words = await db.CardRevisions.AsNoTracking().FirstAsync(revision => revision.Id == card.CurrentRevisionId);
        Assert.Null(card.Revise(words.Text with { Title = title }, card.RevisionNumber, _house.Clock.GetUtcNow()).Refusal);
        return await db.SaveChangesAsync();
    });
}
