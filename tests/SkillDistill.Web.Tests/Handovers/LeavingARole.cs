using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Erasures;
using SkillDistill.Data.Handovers;
using SkillDistill.Domain.Handovers;
using SkillDistill.Domain.Notifications;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Handovers;

/// <summary>What somebody leaves with their role goes to whom they asked, when both said so and not before; everything else goes with them.</summary>
public sealed class LeavingARole : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_was_chosen_goes_over_as_drafts_once_the_last_day_is_over()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 10, HandedAs.Stays, HandedAs.StaysUnnamed);
        Assert.Equal("2", mei.Page.QuerySelector("[data-staying]")!.GetAttribute("data-staying"));
        Assert.NotNull(mei.Page.QuerySelector("[data-state=Offered]"));
        var before = await CardsAsync("mei");

        var xiaoyun = await _house.SignedInAsync("xiaoyun");
        Assert.NotNull((await xiaoyun.OpenAsync("/me")).Page.QuerySelector("[data-handovers]"));
        Assert.NotNull((await xiaoyun.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=HandoverOffered]"));
        await xiaoyun.OpenAsync("/handovers");
        Assert.Contains("Mei Tan would leave you notes", xiaoyun.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(before.Select(card => card.Title), title => xiaoyun.Text.Contains(title, StringComparison.Ordinal));
        await xiaoyun.PressAsync("[data-take]");
        Assert.NotNull((await mei.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=HandoverAnswered]"));

        _house.Clock.Advance(TimeSpan.FromDays(9));
        await _house.RunAsync<FinishHandovers>();
        Assert.Empty(await FromRoleAsync());

        _house.Clock.Advance(TimeSpan.FromDays(2));
        await _house.RunAsync<FinishHandovers>();
        await _house.RunAsync<FinishHandovers>();

        var drafts = await FromRoleAsync();
        var meis = (await _house.PersonAsync("mei")).Id;
        Assert.Equal([meis, null], drafts.Select(card => card.FirstAuthorId).OrderBy(author => author is null));
        Assert.All(drafts, card => Assert.Equal((CardStatus.Draft, 1), (card.Status, card.RevisionNumber)));
        Assert.All(drafts, card => Assert.Equal(AudienceScope.Private, card.Audience.Scope));
        Assert.Equal(before.Take(2).Select(card => card.Title).Order(StringComparer.Ordinal), (await CardsAsync("xiaoyun", CardStatus.Draft)).Select(card => card.Title).Order(StringComparer.Ordinal));
        Assert.Equal(before, await CardsAsync("mei"));
        Assert.Equal(1, await _house.InStoreAsync(db => db.Notifications.CountAsync(told => told.Kind == NotificationKind.HandedOver)));
        Assert.NotNull((await (await _house.SignedInAsync("mei")).OpenAsync("/leaving")).Page.QuerySelector("[data-done]"));
        Assert.NotNull((await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/cards/review")).Page.QuerySelector("[data-role-note]"));
    }

    [Fact]
    public async Task Without_a_yes_everything_goes_with_its_owner()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 1, HandedAs.Stays);
        var xiaoyun = await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers");
        await xiaoyun.PressAsync("[data-take]");
        await xiaoyun.PressAsync("[data-decline]");
        Assert.NotNull((await mei.OpenAsync("/leaving")).Page.QuerySelector("[data-state=Declined]"));

        _house.Clock.Advance(TimeSpan.FromDays(3));
        await _house.RunAsync<FinishHandovers>();

        Assert.Empty(await FromRoleAsync());
    }

    [Fact]
    public async Task An_account_closed_before_the_last_day_hands_over_what_was_agreed()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 30, HandedAs.Stays, HandedAs.Stays, HandedAs.Stays);
        await (await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).PressAsync("[data-take]");

        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync($"/admin/people/{(await _house.PersonAsync("mei")).Id}");
        await ada.PressAsync("form[action*='handler=Deactivate'] button");

        Assert.Equal(3, (await FromRoleAsync()).Count);
    }

    [Fact]
    public async Task A_successor_who_leaves_themselves_takes_nothing_over_and_the_owner_is_told()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 30, HandedAs.Stays);
        await (await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).PressAsync("[data-take]");
        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync($"/admin/people/{(await _house.PersonAsync("xiaoyun")).Id}");

        await ada.PressAsync("form[action*='handler=Deactivate'] button");

        Assert.NotNull((await mei.OpenAsync("/leaving")).Page.QuerySelector("[data-state=Declined]"));
        Assert.NotNull((await mei.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=HandoverAnswered]"));
    }

    [Fact]
    public async Task Where_nothing_would_go_over_the_owner_is_told_why()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 30, HandedAs.Stays);
        Assert.Null(mei.Page.QuerySelector("[data-nothing]"));

        await mei.OpenAsync("/leaving/cards");
        await mei.PressAsync("[name=all][value=Goes]");

        Assert.Contains("No card stays", (await mei.OpenAsync("/leaving")).Shown("[data-nothing]"), StringComparison.Ordinal);
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=HoldProfile]");
        Assert.Contains("You have not agreed that your profile is kept", (await mei.OpenAsync("/leaving")).Shown("[data-nothing]"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("99")]
    [InlineData("-1")]
    [InlineData("x")]
    public async Task A_page_of_cards_that_is_not_there_is_one_that_is(string number)
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync($"/leaving/cards?number={number}");

        Assert.NotEmpty(mei.Page.QuerySelectorAll("[data-card]"));
    }

    [Fact]
    public async Task A_choice_that_is_none_changes_nothing()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 30, HandedAs.Stays);
        var card = (await _house.InStoreAsync(db => db.Handovers.AsNoTracking().SingleAsync())).Cards[0].CardId;

        using (var posted = await mei.PostAsync("/leaving/cards", ($"choice[{card}]", "Burn")))
        {
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        Assert.Equal(HandedAs.Stays, Assert.Single((await _house.InStoreAsync(db => db.Handovers.AsNoTracking().SingleAsync())).Cards).As);
    }

    [Fact]
    public async Task Whoever_takes_back_that_their_profile_is_kept_leaves_nothing()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 1, HandedAs.Stays);
        await (await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).PressAsync("[data-take]");
        await mei.OpenAsync("/consent");
        await mei.PressAsync("[data-withdraw=HoldProfile]");

        _house.Clock.Advance(TimeSpan.FromDays(3));
        await _house.RunAsync<FinishHandovers>();

        Assert.Empty(await FromRoleAsync());
    }

    [Fact]
    public async Task Stopped_it_is_gone_for_both()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 1, HandedAs.Stays);

        await mei.PressAsync("[data-stop]");

        Assert.False(await _house.InStoreAsync(db => db.Handovers.AnyAsync()));
        var xiaoyun = await _house.SignedInAsync("xiaoyun");
        Assert.Null((await xiaoyun.OpenAsync("/handovers")).Page.QuerySelector("[data-handover]"));
        Assert.Null((await xiaoyun.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=HandoverOffered]"));
    }

    [Fact]
    public async Task Asked_anew_the_first_one_is_not_asked_any_more()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 5, HandedAs.Stays);
        await (await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).PressAsync("[data-take]");

        await mei.OpenAsync("/leaving");
        await mei.PressAsync("[data-offer]", ("Successor", (await _house.PersonAsync("tunde")).Id.Value.ToString("N")));

        Assert.NotNull(mei.Page.QuerySelector("[data-state=Offered]"));
        Assert.Null((await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).Page.QuerySelector("[data-handover]"));
        Assert.NotNull((await (await _house.SignedInAsync("tunde")).OpenAsync("/handovers")).Page.QuerySelector("[data-handover]"));
    }

    [Theory]
    [InlineData("", "Say first which day")]
    [InlineData("2020-01-01", "Choose a day from today")]
    [InlineData("2199-01-01", "Choose a day from today")]
    public async Task A_last_day_that_cannot_be_is_said_beside_the_field(string day, string sentence)
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/leaving");

        await mei.PressAsync("[data-last-day]", ("LastDay", day));

        Assert.Contains(sentence, mei.Shown("#last-day"), StringComparison.Ordinal);
        Assert.Equal(day, mei.Page.QuerySelector("#LastDay")!.GetAttribute("value") ?? "");
        Assert.False(await _house.InStoreAsync(db => db.Handovers.AnyAsync()));
    }

    [Fact]
    public async Task Nobody_is_asked_before_it_is_said_when_and_what_nor_more_than_one_nor_oneself()
    {
        var (own, xiaoyun) = ((await _house.PersonAsync("mei")).Id.Value.ToString("N"), (await _house.PersonAsync("xiaoyun")).Id.Value.ToString("N"));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/leaving");
        await mei.PressAsync("[data-offer]", ("Successor", xiaoyun));
        Assert.Contains("which day is your last", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync("[data-last-day]", ("LastDay", _house.Day(4)));
        await mei.PressAsync("[data-offer]", ("Successor", xiaoyun));
        Assert.Contains("Choose first which cards stay", mei.Shown("#cards"), StringComparison.Ordinal);
        await mei.OpenAsync("/leaving/cards");
        await mei.PressAsync("[name=all][value=StaysUnnamed]");
        await mei.OpenAsync("/leaving");
        await mei.PressAsync("[data-offer]", ("Successor", own));
        Assert.Contains("Choose somebody else", mei.Shown("#offer"), StringComparison.Ordinal);
        await mei.OpenAsync("/leaving");
        await mei.PressAsync("[data-offer]");
        Assert.Contains("Choose one colleague", mei.Shown("#offer"), StringComparison.Ordinal);
        await mei.PressAsync("[data-offer]", ("Successor", xiaoyun), ("Successor", own));
        Assert.Contains("Choose one colleague", mei.Shown("#offer"), StringComparison.Ordinal);
        Assert.Null((await _house.InStoreAsync(db => db.Handovers.AsNoTracking().SingleAsync())).SuccessorId);
    }

    [Fact]
    public async Task Nobody_leaves_anothers_cards_nor_answers_for_another()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 5, HandedAs.Stays);
        var handover = await _house.InStoreAsync(db => db.Handovers.AsNoTracking().SingleAsync());
        var noor = await (await _house.SignedInAsync("noor")).OpenAsync("/handovers");
        await noor.OpenAsync("/leaving");
        using (var taken = await noor.PostAsync("/handovers", ("handover", $"{handover.Id}"), ("takes", "true")))
        {
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        using (var chosen = await noor.PostAsync("/leaving/cards", ($"choice[{handover.Cards[0].CardId}]", "Stays")))
        {
            Assert.Equal(HttpStatusCode.Redirect, chosen.StatusCode);
        }

        var all = await _house.InStoreAsync(db => db.Handovers.AsNoTracking().ToListAsync());
        Assert.Equal(handover.Id, Assert.Single(all, known => known.Cards.Count > 0).Id);
        Assert.Null(all.Single(known => known.Id == handover.Id).AcceptedAt);
    }

    [Fact]
    public async Task An_answer_says_that_a_card_is_of_the_roles_notes_and_whose_words_they_are()
    {
        var author = (await _house.PersonAsync("xiaoyun")).Id;
        var now = _house.Clock.GetUtcNow();
        await _house.InStoreAsync(db => db.Cards.ExecuteUpdateAsync(set => set.SetProperty(card => card.FromRoleSince, now).SetProperty(card => card.FirstAuthorId, author)));

        var tunde = await _house.AskMeiAsync("tunde", "When do you roll back and when do you look for the cause first?");

        Assert.Contains("from the role's notes, written by 林晓芸", tunde.Shown("[data-from-role]"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Erasing_everything_takes_ones_name_off_and_the_handover_away()
    {
        var mei = await _house.SignedInAsync("mei");
        await mei.LeavingAsync("xiaoyun", _house, 1, HandedAs.Stays);
        await (await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/handovers")).PressAsync("[data-take]");
        _house.Clock.Advance(TimeSpan.FromDays(3));
        await _house.RunAsync<FinishHandovers>();
        Assert.NotNull(Assert.Single(await FromRoleAsync()).FirstAuthorId);

        mei = await (await _house.SignedInAsync("mei")).OpenAsync("/me/erase");
        await mei.PressAsync("[data-erase]", ("understood", "true"));
        await _house.RunAsync<FinishErasures>();

        Assert.Null(Assert.Single(await FromRoleAsync()).FirstAuthorId);
        Assert.False(await _house.InStoreAsync(db => db.Handovers.AnyAsync()));
    }

    private Task<List<Card>> FromRoleAsync() => _house.InStoreAsync(db => db.Cards.AsNoTracking().Where(card => card.FromRoleSince != null).ToListAsync());

    /// <summary>Id and title, in the order of the list on the page.</summary>
    private async Task<List<(Guid Id, string Title)>> CardsAsync(string owner, CardStatus status = CardStatus.Accepted)
    {
        var id = (await _house.PersonAsync(owner)).Id;
        var rows = await _house.InStoreAsync(db => (from card in db.Cards
                                                    join revision in db.CardRevisions on card.CurrentRevisionId equals revision.Id
                                                    where card.OwnerId == id && card.Status == status && revision.Text.Kind != CardKind.Voice
                                                    orderby revision.Text.Kind, revision.Text.Title, card.Id
                                                    select new { card.Id, revision.Text.Title }).ToListAsync());
        return rows.ConvertAll(row => (row.Id.Value, row.Title));
    }
}
