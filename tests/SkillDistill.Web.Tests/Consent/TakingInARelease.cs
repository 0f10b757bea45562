using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Demo;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Consent;

/// <summary>An installation that an earlier release began, at the first start of this one.</summary>
public sealed class TakingInARelease : IDisposable
{
    private readonly EmptyHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_next_edition_says_what_the_release_says_and_asks_again_exactly_who_agreed_to_what_is_said_in_other_words()
    {
        await BeganEarlierAsync();
        var (before, sam) = (await _house.ConsentsOfAsync("mei"), await _house.IdAsync("sam"));

        await StartAsync();

        var rows = await _house.InStoreAsync(db => db.Notices.AsNoTracking().Where(notice => notice.Number == 2).OrderBy(notice => notice.Language).ToListAsync());
        Assert.Equal(Notice.Languages.Select(language => (Notice.ShippedVersion, Notice.Shipped(language).Digest)), rows.Select(row => (row.Version, row.Digest)));
        var after = await _house.ConsentsOfAsync("mei");
        Assert.All([Purpose.CountInCoverage, Purpose.ShowNamedCoverage], purpose => Assert.Equal((ConsentState.Requested, Notice.ShippedVersion), (after[purpose].State, after[purpose].NoticeVersion)));
        Assert.All(before.Keys.Except([Purpose.CountInCoverage, Purpose.ShowNamedCoverage]), purpose => Assert.Equal((before[purpose].State, before[purpose].NoticeDigest), (after[purpose].State, after[purpose].NoticeDigest)));
        Assert.Equal([ConsentState.Requested, ConsentState.Given, ConsentState.Invalidated, ConsentState.Requested], (await _house.EventsOfAsync("mei", Purpose.CountInCoverage)).Select(decided => decided.State));
        Assert.Equal(LedgerActor.Organisation, (await _house.EventsOfAsync("mei", Purpose.CountInCoverage))[^1].Actor);
        Assert.False(await _house.InStoreAsync(db => db.ConsentStreams.AnyAsync(stream => stream.SubjectId == sam)));
    }

    [Fact]
    public async Task Until_they_answer_coverage_neither_names_nor_counts_them_and_their_page_shows_both_texts()
    {
        await BeganEarlierAsync();

        await StartAsync();

        var dafydd = await (await _house.SignedInAsPersonAsync("dafydd")).OpenAsync("/coverage");
        Assert.DoesNotContain("Mei Tan", dafydd.Text, StringComparison.Ordinal);
        var mei = await (await _house.SignedInAsPersonAsync("mei")).OpenAsync("/consent");
        Assert.Contains("(2026-11)", mei.Page.QuerySelector("#ShowNamedCoverage [data-old]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("when you last confirmed a shared card", mei.Shown("#ShowNamedCoverage [data-new] p"), StringComparison.Ordinal);
        await mei.PressAsync("[data-yes=ShowNamedCoverage]");
        Assert.Contains("Mei Tan", (await dafydd.OpenAsync("/coverage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_an_admin_wrote_stays_but_for_what_the_release_says_anew()
    {
        await BeganEarlierAsync();
        await PublishedEarlierAsync(Purpose.AnswerColleagues, "Whoever we say.");

        await StartAsync();

        var edition = await _house.AskAsync<NoticeBoard, NoticeEdition>(board => board.CurrentAsync());
        Assert.Equal((3, "Whoever we say."), (edition.Number, edition.In("en").Purposes[Purpose.AnswerColleagues].Sees));
        Assert.Equal(Notice.Shipped("en").Purposes[Purpose.CountInCoverage], edition.In("en").Purposes[Purpose.CountInCoverage]);
        Assert.Equal(ConsentState.Given, (await _house.ConsentsOfAsync("mei"))[Purpose.HoldProfile].State);
    }

    [Fact]
    public async Task Starting_again_publishes_nothing_and_asks_nobody_not_even_after_an_admin_wrote_over_it()
    {
        await BeganEarlierAsync();
        await StartAsync();
        await _house.PublishAsync(Purpose.CountInCoverage, "Numbers, and none that point at you.");
        var events = await _house.InStoreAsync(db => db.LedgerEntries.CountAsync());

        await StartAsync();

        Assert.Equal(3, await EditionsAsync());
        Assert.Equal(events, await _house.InStoreAsync(db => db.LedgerEntries.CountAsync()));
    }

    [Fact]
    public async Task Of_nodes_that_start_at_once_one_publishes_and_everybody_is_asked_once()
    {
        await BeganEarlierAsync();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(StartAsync)));

        Assert.Equal(2, await EditionsAsync());
        Assert.Equal(4, (await _house.EventsOfAsync("mei", Purpose.ShowNamedCoverage)).Count);
    }

    [Fact]
    public async Task A_new_installation_takes_nothing_in()
    {
        await MoveInAsync();

        await StartAsync();

        Assert.Equal(1, await EditionsAsync());
        Assert.Equal(ConsentState.Given, (await _house.ConsentsOfAsync("mei"))[Purpose.ShowNamedCoverage].State);
    }

    private Task StartAsync() => _house.UsingAsync<NoticeBoard>(board => board.BeginAsync(CancellationToken.None));

    private Task<int> EditionsAsync() => _house.InStoreAsync(db => db.Notices.Select(notice => notice.Number).Distinct().CountAsync());

    /// <summary>The store as the earlier release left it: its notice is swapped in before anybody comes, and everybody agrees to that.</summary>
    private async Task BeganEarlierAsync()
    {
        await _house.UnguardAsync("notices");
        await _house.InStoreAsync(async db =>
        {
            await db.Notices.ExecuteDeleteAsync();
            db.Notices.AddRange(PublishedNotice.Of(NoticeEdition.Shipped(_house.Clock.GetUtcNow(), "2026-11")));
            return await db.SaveChangesAsync();
        });
        await MoveInAsync();
    }

    private Task MoveInAsync() => _house.UsingAsync<DemoOrganisation>(demo => demo.FillAsync(CancellationToken.None));

    private Task<int> PublishedEarlierAsync(Purpose purpose, string sees) => _house.InStoreAsync(async db =>
    {
        var earlier = NoticeEdition.Shipped(_house.Clock.GetUtcNow(), "2026-11");
        var written = earlier.Revise((language, known, part) => (known, part) == (purpose, NoticePart.Sees) ? sees : earlier.In(language).Purposes[known][part], _house.Clock.GetUtcNow());
        db.Notices.AddRange(PublishedNotice.Of(written.Value));
        return await db.SaveChangesAsync();
    });
}
