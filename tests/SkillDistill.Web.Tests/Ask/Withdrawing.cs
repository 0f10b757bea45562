using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Tests.Cards;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

public sealed class Withdrawing(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Withdrawn_consent_stops_every_page_at_the_next_request()
    {
        var tunde = await house.SignedInAsync("tunde");
        var agent = await house.AgentPathAsync("mei");
        await tunde.OpenAsync(agent);
        await tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"));
        var conversation = tunde.Location.Split('#')[0];
        var turn = tunde.Page.QuerySelector("article.turn")!.GetAttribute("data-turn");

        var mei = await house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=AnswerColleagues]");

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(agent)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(conversation)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync($"{conversation}?handler=Turn&turn={turn}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync($"{conversation}/turns/{turn}/stream")).Status);
        Assert.DoesNotContain("Mei Tan", (await tunde.OpenAsync("/ask")).Text, StringComparison.Ordinal);
        using (var posted = await tunde.PostAsync(conversation, ("Question", "And now?")))
        {
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        Assert.DoesNotContain("Mei Tan", (await tunde.OpenAsync("/ask?q=rollback")).Text, StringComparison.Ordinal);

        await mei.OpenAsync("/consent");
        await mei.PressAsync("#AnswerColleagues form[data-give] button.btn-primary", ("Scope", "Organisation"));
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync(conversation)).Status);
    }

    [Fact]
    public async Task An_answer_is_withheld_when_a_card_it_cites_is_taken_back()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("xiaoyun"));
        await tunde.PressAsync("form[data-ask] button", ("Question", "气密不过的机器能出货吗？"));
        var conversation = tunde.Location.Split('#')[0];

        await house.InStoreAsync(async db =>
        {
            var cited = await db.Citations.Select(citation => citation.CardId).Distinct().ToListAsync();
            foreach (var card in await db.Cards.Where(card => cited.Contains(card.Id)).ToListAsync())
            {
                card.ShareWith(Audience.Private());
            }

            return await db.SaveChangesAsync();
        });

        await tunde.OpenAsync(conversation);
        Assert.Contains("no longer shared with you", tunde.Text, StringComparison.Ordinal);
        Assert.Empty(tunde.Page.QuerySelectorAll("[data-answer], details.citation"));
    }

    [Fact]
    public async Task Who_no_longer_lets_a_profile_be_kept_has_no_agent_to_try()
    {
        var lucia = await house.SignedInAsPersonAsync("lucia");
        Assert.Equal(HttpStatusCode.OK, (await lucia.OpenAsync("/ask/try/1")).Status);

        await house.WithdrawsAsync("lucia", Purpose.HoldProfile);

        using var posted = await lucia.PostAsync("/ask/try/1", ("Question", "What do you look at first?"));
        Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await lucia.OpenAsync("/ask/try/1")).Status);
        Assert.Equal(0, await house.InStoreAsync(db => db.Conversations.CountAsync(conversation => conversation.IsTrial)));
    }
}
