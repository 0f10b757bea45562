using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Erasures;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Cards;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>What an encoder makes of cards is made where it is needed, finds what words do not, and goes when the cards or the consent go.</summary>
public sealed class FindingByMeaning : IDisposable
{
    // Mei speaks of rolling back or understanding what was released.
    private const string InOtherWords = "We deployed and errors are up, do we revert or investigate?";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Cards_of_every_compiled_version_are_read_once_and_a_question_in_other_words_is_answered()
    {
        var before = await AskedAsync();
        await _house.RunAsync<EncodeCards>();
        var read = await MeaningsOfAsync("mei");

        Assert.InRange(read, 20, 40);
        Assert.Empty(await _house.InStoreAsync(db => db.AgentVersions.Where(version => version.Encoder == "").ToListAsync()));
        var after = await AskedAsync();
        Assert.Equal("CannotTell", before);
        Assert.Equal("JudgementCall", after);
        await _house.RunAsync<EncodeCards>();
        Assert.Equal(read, await MeaningsOfAsync("mei"));
    }

    [Fact]
    public async Task Until_the_last_card_is_read_all_are_found_by_their_words()
    {
        var owner = (await _house.PersonAsync("mei")).Id;
        var (version, cards) = await _house.InStoreAsync(async db =>
        {
            var published = (await db.Agents.FirstAsync(agent => agent.OwnerId == owner)).PublishedVersionId!.Value;
            return (published, await db.PinnedCards.CountAsync(pinned => pinned.VersionId == published));
        });

        await _house.UsingAsync<EncodeCards>(encode => encode.OfVersionAsync(version, cards - 1, default));
        Assert.Equal("CannotTell", await AskedAsync());

        await _house.UsingAsync<EncodeCards>(encode => encode.OfVersionAsync(version, 1, default));
        Assert.Equal("JudgementCall", await AskedAsync());
    }

    [Fact]
    public async Task A_version_is_read_when_it_is_made()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/agent");

        await mei.PressAsync("[data-distil]");

        Assert.Equal(25, await MeaningsOfAsync("mei"));
        var version = await _house.InStoreAsync(db => db.AgentVersions.AsNoTracking().OrderByDescending(version => version.DistilledAt).FirstAsync());
        Assert.NotEmpty(version.Encoder);
        Assert.Equal(0, await MeaningsOfAsync("priya"));
    }

    [Fact]
    public async Task After_a_withdrawal_nothing_is_left_of_it_and_others_keep_theirs()
    {
        await _house.RunAsync<EncodeCards>();
        var others = await MeaningsOfAsync("priya");
        var mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/consent");

        await mei.PressAsync("[data-withdraw=DistilAgent]");
        await _house.RunAsync<ClearAfterWithdrawal>();
        await _house.RunAsync<EncodeCards>();

        Assert.Equal(0, await MeaningsOfAsync("mei"));
        Assert.True(others > 0);
        Assert.Equal(others, await MeaningsOfAsync("priya"));
    }

    [Fact]
    public async Task An_erased_card_takes_its_meaning_along()
    {
        await _house.RunAsync<EncodeCards>();
        var card = await _house.CardOfAsync("mei", "Roll back first if something was released in the last hour");
        var mei = await _house.SignedInAsync("mei");
        var before = await MeaningsOfAsync("mei");

        await mei.OpenAsync($"/cards/{card}");
        await mei.OpenAsync(mei.Page.QuerySelector("[data-to-erase]")!.GetAttribute("href")!);
        await mei.PressAsync("[data-erase]");
        await _house.RunAsync<FinishErasures>();

        Assert.Equal(before - 1, await MeaningsOfAsync("mei"));
    }

    private async Task<string?> AskedAsync()
    {
        var tunde = await _house.SignedInAsync("tunde");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", InOtherWords));
        return tunde.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict");
    }

    private async Task<int> MeaningsOfAsync(string key)
    {
        var owner = (await _house.PersonAsync(key)).Id;
        return await _house.InStoreAsync(db => db.CardMeanings.CountAsync(meaning => db.CardRevisions.Any(revision =>
            revision.Id == meaning.RevisionId && db.Cards.Any(card => card.Id == revision.CardId && card.OwnerId == owner))));
    }
}
