using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Erasures;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Agents.Indexing;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Ask.Knowing;

/// <summary>The index of published cards holds what may be found, and nothing besides.</summary>
public sealed class KeepingTheIndex(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Only_common_words_are_counted()
    {
        await house.RunAsync<IndexCards>();

        await house.RunAsync<RecountIndex>();

        var (rare, entries, counts) = await house.InStoreAsync(async db => (await db.TermCounts.CountAsync(count => count.Holders < TermCount.Least), await db.IndexedTerms.CountAsync(), await db.IndexStatistics.SingleAsync()));
        Assert.Equal(0, rare);
        Assert.True(entries > 300, $"Only {entries} entries.");
        Assert.Equal(await house.InStoreAsync(db => db.IndexedCards.CountAsync()), counts.Cards);
    }

    [Theory]
    [InlineData(Purpose.HoldProfile)]
    [InlineData(Purpose.DistilAgent)]
    [InlineData(Purpose.AnswerColleagues)]
    public async Task After_a_withdrawal_the_next_clearing_leaves_none_of_the_words(Purpose purpose)
    {
        var scene = await IndexedAsync();

        await scene.WithdrawAsync(purpose);
        await house.RunAsync<ClearAfterWithdrawal>();

        Assert.Equal((0, 0), await EntriesAsync(scene.Owner));
    }

    [Fact]
    public async Task An_erased_card_leaves_at_once()
    {
        var scene = await IndexedAsync();

        await house.UsingAsync<RequestErasure>(erase => erase.EverythingAsync(new ErasureWish(Id<Erasure>.New(), scene.Owner), CancellationToken.None));

        Assert.Equal((0, 0), await EntriesAsync(scene.Owner));
    }

    [Fact]
    public async Task A_card_made_private_an_agent_taken_down_and_somebody_who_left_are_taken_out()
    {
        foreach (var change in new Func<Scene, Task>[] { scene => scene.ChangeCardAsync(card => card.ShareWith(Audience.Private())), scene => scene.ChangeCardAsync(card => card.SetAside()), scene => scene.TakeDownAsync() })
        {
            var scene = await IndexedAsync();

            await change(scene);
            await house.RunAsync<IndexCards>();

            Assert.Equal((0, 0), await EntriesAsync(scene.Owner));
        }
    }

    [Fact]
    public async Task A_recount_finds_what_no_note_told_of_and_puts_it_right()
    {
        var scene = await IndexedAsync();
        var before = await EntriesAsync(scene.Owner);
        await house.InStoreAsync(db => db.IndexedCards.Where(card => card.OwnerId == scene.Owner).ExecuteDeleteAsync());
        Assert.Equal((0, 0), await EntriesAsync(scene.Owner));

        var (first, second) = (await house.AskAsync<IServiceProvider, IndexingReport>(services => CheckIndexCommand.RunAsync(services, CancellationToken.None)), await house.AskAsync<IServiceProvider, IndexingReport>(services => CheckIndexCommand.RunAsync(services, CancellationToken.None)));

        Assert.Equal((1, 0, 0), (first.Missing, first.Outdated, first.Superfluous));
        Assert.True(second is { IsInOrder: true, Cards: > 10 }, $"{second}");
        Assert.Equal(before, await EntriesAsync(scene.Owner));
    }

    [Fact]
    public async Task What_is_not_there_any_more_is_not_kept_for_later()
    {
        await IndexedAsync();

        Assert.Equal(0, await house.InStoreAsync(db => db.IndexingDue.CountAsync()));
    }

    private async Task<Scene> IndexedAsync()
    {
        var scene = await Scene.SetAsync(house);
        await house.RunAsync<IndexCards>();
        Assert.Equal(1, (await EntriesAsync(scene.Owner)).Cards);
        return scene;
    }

    private Task<(int Cards, int Terms)> EntriesAsync(Id<Person> owner) => house.InStoreAsync(async db =>
    {
        var cards = db.IndexedCards.Where(card => card.OwnerId == owner).Select(card => card.RevisionId);
        var mine = db.CardRevisions.Where(revision => db.Cards.Any(card => card.Id == revision.CardId && card.OwnerId == owner)).Select(revision => revision.Id);
        return (await cards.CountAsync(), await db.IndexedTerms.CountAsync(entry => cards.Contains(entry.RevisionId) || mine.Contains(entry.RevisionId)));
    });
}
