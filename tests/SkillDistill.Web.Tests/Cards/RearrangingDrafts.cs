using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Cards;

public sealed class RearrangingDrafts : IDisposable
{
    private static readonly CardText Modem = new() { Kind = CardKind.Fact, Title = "The spare modem", Action = "It lies in the red box.", Reason = "The cupboard is damp." };
    private static readonly CardText Box = new() { Kind = CardKind.Process, Title = "The red box", Action = "It lies in the red box.\nThe box stands by the north door.", Exception = "Not during the audit." };
    private static readonly CardText Two = new() { Kind = CardKind.Fact, Title = "Two things", Action = "The modem lies in the red box. The key hangs at the desk.", Case = "In May it was gone." };

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Two_drafts_become_one_that_comes_from_where_both_came_from()
    {
        var ids = await _house.DraftsOfAsync("tunde", Modem, Box);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/cards?state=Draft");

        await tunde.PressAsync("button[formaction*='handler=Merge']", ("Cards", ids[0]), ("Cards", ids[1]));
        Assert.Equal("It lies in the red box.\nThe box stands by the north door.", tunde.Page.QuerySelector("[name='Form.Action']")!.TextContent.Trim().ReplaceLineEndings("\n"));
        await tunde.PressAsync("button[data-save]", ("Form.Title", "Where the modem is"));

        Assert.Contains("One draft made of 2", tunde.Text, StringComparison.Ordinal);
        Assert.Equal(2, tunde.Page.QuerySelectorAll("[data-origin]").Length);
        Assert.Equal([CardStatus.Draft, CardStatus.Discarded], await StatusesAsync(ids));
        Assert.Equal(
            Modem with { Title = "Where the modem is", Action = Box.Action, Exception = Box.Exception },
            await WordsAsync(ids[0]));
    }

    [Fact]
    public async Task What_a_merged_draft_is_refused_changes_neither_and_loses_nothing()
    {
        var ids = await _house.DraftsOfAsync("tunde", Modem, Box);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync($"/cards/merge?card={ids[0]}&card={ids[1]}");

        await tunde.PressAsync("button[data-save]", ("Form.Title", ""), ("Form.Action", "Typed with care."));

        Assert.Equal("Typed with care.", tunde.Page.QuerySelector("[name='Form.Action']")!.TextContent.Trim());
        Assert.Equal([CardStatus.Draft, CardStatus.Draft], await StatusesAsync(ids));
        await tunde.PressAsync("button[data-save]", ("Form.Title", "Together"));
        Assert.Equal([CardStatus.Draft, CardStatus.Discarded], await StatusesAsync(ids));
    }

    [Fact]
    public async Task A_draft_that_was_changed_meanwhile_is_shown_and_not_taken_in_unseen()
    {
        var ids = await _house.DraftsOfAsync("tunde", Modem, Box);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync($"/cards/merge?card={ids[0]}&card={ids[1]}");
        await ReviseAsync(ids[1], Box with { Action = "The box was moved." });

        await tunde.PressAsync("button[data-save]", ("Form.Title", "Together"));

        Assert.Contains("changed in another window", tunde.Text, StringComparison.Ordinal);
        Assert.Contains("The box was moved.", tunde.Text, StringComparison.Ordinal);
        Assert.Equal([CardStatus.Draft, CardStatus.Draft], await StatusesAsync(ids));
        await tunde.PressAsync("button[data-save]");
        Assert.Equal([CardStatus.Draft, CardStatus.Discarded], await StatusesAsync(ids));
        Assert.Equal("Together", (await WordsAsync(ids[0])).Title);
    }

    [Fact]
    public async Task Drafts_for_different_people_make_one_for_nobody_else()
    {
        var ids = await _house.DraftsOfAsync("tunde", Modem, Box);
        await _house.InStoreAsync(async db =>
        {
            (await db.Cards.FirstAsync(card => card.Id == Key(ids[0]))).ShareWith(Audience.Organisation());
            return await db.SaveChangesAsync();
        });
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync($"/cards/merge?card={ids[0]}&card={ids[1]}");

        await tunde.PressAsync("button[data-save]");

        Assert.Equal(AudienceScope.Private, await _house.InStoreAsync(db => db.Cards.Where(card => card.Id == Key(ids[0])).Select(card => card.Audience.Scope).SingleAsync()));
    }

    [Fact]
    public async Task One_draft_becomes_two_with_the_same_source()
    {
        var ids = await _house.DraftsOfAsync("tunde", Two);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync($"/cards/{ids[0]}/split");

        await tunde.PressAsync(".split-form button", ("Form.Goes[0]", "Stays"), ("Form.Goes[1]", "Goes"), ("Form.Goes[2]", "Both"), ("Form.Kind", "Process"));

        Assert.Contains("Two drafts made of one", tunde.Text, StringComparison.Ordinal);
        Assert.NotEmpty(tunde.Page.QuerySelectorAll("[data-origin]"));
        Assert.Equal(Two with { Action = "The modem lies in the red box." }, await WordsAsync(ids[0]));
        var other = (await DraftsAsync()).Single(id => id != ids[0]);
        Assert.Equal(Two with { Kind = CardKind.Process, Title = "The key hangs at the desk", Action = "The key hangs at the desk." }, await WordsAsync(other));
        Assert.Equal(HttpStatusCode.OK, (await tunde.OpenAsync($"/cards/{ids[0]}")).Status);
        Assert.NotEmpty(tunde.Page.QuerySelectorAll("[data-origin]"));
    }

    [Fact]
    public async Task A_split_that_leaves_one_side_empty_is_told_and_keeps_what_was_chosen()
    {
        var ids = await _house.DraftsOfAsync("tunde", Two);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync($"/cards/{ids[0]}/split");

        await tunde.PressAsync(".split-form button", ("Form.Title", "Keys"));

        Assert.Contains("at least one sentence", tunde.Text, StringComparison.Ordinal);
        Assert.Equal("Keys", tunde.Page.QuerySelector("[name='Form.Title']")!.GetAttribute("value"));
        Assert.Single(await DraftsAsync());
    }

    [Fact]
    public async Task A_draft_changed_meanwhile_is_not_taken_apart_by_its_old_sentences()
    {
        var ids = await _house.DraftsOfAsync("tunde", Two);
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync($"/cards/{ids[0]}/split");
        await ReviseAsync(ids[0], Two with { Action = "The key hangs at the desk. The modem lies in the red box." });

        await tunde.PressAsync(".split-form button", ("Form.Goes[1]", "Goes"));

        Assert.Contains("changed in another window", tunde.Text, StringComparison.Ordinal);
        Assert.Single(await DraftsAsync());
        await tunde.PressAsync(".split-form button", ("Form.Goes[1]", "Goes"));
        Assert.Equal("The key hangs at the desk.", (await WordsAsync(ids[0])).Action);
    }

    [Fact]
    public async Task Nobody_rearranges_anothers_drafts_and_no_card_in_use()
    {
        var ids = await _house.DraftsOfAsync("tunde", Modem, Box);
        var accepted = await _house.CardOfAsync("mei", null);
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/cards/merge?card={ids[0]}&card={ids[1]}");

        Assert.Contains("at least two of your drafts", mei.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("spare modem", mei.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync($"/cards/{ids[0]}/split")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync($"/cards/{accepted}/split")).Status);
        await mei.OpenAsync("/cards");
        using var posted = await mei.PostAsync($"/cards/{ids[0]}/split", ("Form.Goes[0]", "Goes"));
        using var merged = await mei.PostAsync($"/cards/merge?card={ids[0]}&card={ids[1]}", ("then", "Draft"));
        Assert.Equal([CardStatus.Draft, CardStatus.Draft], await StatusesAsync(ids));
    }

    private static Id<Card> Key(string id) => new(Guid.Parse(id));

    private Task<CardText> WordsAsync(string id) => _house.InStoreAsync(db => (
        from card in db.Cards
        join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
        where card.Id == Key(id)
        select revision.Text).SingleAsync());

    private async Task<List<CardStatus>> StatusesAsync(IReadOnlyList<string> ids)
    {
        var cards = await _house.InStoreAsync(db => db.Cards.AsNoTracking().ToListAsync());
        return [.. ids.Select(id => cards.Single(card => card.Id == Key(id)).Status)];
    }

    private async Task<List<string>> DraftsAsync()
    {
        var tunde = (await _house.PersonAsync("tunde")).Id;
        var drafts = await _house.InStoreAsync(db => db.Cards.Where(card => card.OwnerId == tunde && card.Status == CardStatus.Draft).Select(card => card.Id).ToListAsync());
        return drafts.ConvertAll(id => id.ToString());
    }

    private Task<int> ReviseAsync(string id, CardText text) => _house.InStoreAsync(async db =>
    {
        (await db.Cards.FirstAsync(card => card.Id == Key(id))).Revise(text, 1, _house.Clock.GetUtcNow());
        return await db.SaveChangesAsync();
    });
}
