using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>Cards about an owner's manner are used and shown only while the owner agrees to being imitated.</summary>
public sealed class Imitating : IDisposable
{
    private const string Title = "How I write in an incident channel";
    private const string Question = "How do you write in an incident channel?";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_shared_and_published_voice_card_is_found_and_cited_only_while_its_owner_agrees_to_being_imitated()
    {
        await PublishMeisVoiceAsync();
        var tunde = await _house.SignedInAsync("tunde");
        var agreed = (Cited: await CitedAsync(tunde), Answer: tunde.Location.Split('#')[0], Found: await FoundAsync(tunde));

        await _house.WithdrawsAsync("mei", Purpose.ImitateVoice);

        Assert.Equal((true, true), (agreed.Cited, agreed.Found));
        Assert.Equal((false, false), (await CitedAsync(tunde), await FoundAsync(tunde)));
        Assert.Contains("no longer shared with you", (await tunde.OpenAsync(agreed.Answer)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Title, tunde.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_owners_own_trial_of_that_version_leaves_it_out_too()
    {
        await PublishMeisVoiceAsync();
        const string Trial = "/ask/try/2";
        var mei = await _house.SignedInAsync("mei");
        Assert.True(await CitedAsync(mei, Trial));

        await _house.WithdrawsAsync("mei", Purpose.ImitateVoice);

        Assert.False(await CitedAsync(mei, Trial));
    }

    private static async Task<bool> FoundAsync(Visitor visitor) =>
        (await visitor.OpenAsync($"/ask?q={Uri.EscapeDataString("incident channel")}")).Text.Contains(Title, StringComparison.Ordinal);

    private async Task<bool> CitedAsync(Visitor visitor) => await CitedAsync(visitor, await _house.AgentPathAsync("mei"));

    private static async Task<bool> CitedAsync(Visitor visitor, string agent)
    {
        await visitor.OpenAsync(agent);
        await visitor.PressAsync("form[data-ask] button", ("Question", Question));
        return visitor.Page.QuerySelectorAll("details.citation").Any(card => card.TextContent.Contains(Title, StringComparison.Ordinal));
    }

    private async Task PublishMeisVoiceAsync()
    {
        await _house.InStoreAsync(async db =>
        {
            var revision = await db.CardRevisions.Where(revision => revision.Text.Kind == CardKind.Voice && revision.Text.Title == Title).Select(revision => revision.CardId).SingleAsync();
            (await db.Cards.SingleAsync(card => card.Id == revision)).ShareWith(Audience.Organisation());
            return await db.SaveChangesAsync();
        });
        await _house.GivesAsync("mei", Purpose.ImitateVoice);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");
        await mei.PressAsync("[data-publish]");
    }
}
