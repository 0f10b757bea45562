using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using static SkillDistill.Web.Tests.Sources.Bring;

namespace SkillDistill.Web.Tests.Sources;

public sealed class BringingIn(House house) : IClassFixture<House>
{
    [Theory]
    [InlineData("/sources")]
    [InlineData("/sources/new")]
    public async Task A_stranger_is_sent_to_sign_in(string path)
    {
        var stranger = await house.Stranger().OpenAsync(path);

        Assert.Contains("/sign-in", stranger.Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_in_a_document_is_kept_nowhere_and_the_owner_is_told()
    {
        const string key = "sk-proj-a8Fk20Lm4Qx7Zt1Vb9Rw3Yc6";
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/sources/new");

        await mei.UploadAsync(Files, ("deploy.md", System.Text.Encoding.UTF8.GetBytes($"# Deploying\n\nRing twice before you deploy. The API key is {key} and never changes.")));

        Assert.Contains("One password or key in it was blacked out", mei.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.False(await house.InStoreAsync(db => db.SourceDocuments.AnyAsync(document => document.Text.Contains(key))));
        Assert.False(await house.InStoreAsync(db => db.CardRevisions.AnyAsync(revision => revision.Text.Action.Contains(key) || revision.Text.Title.Contains(key))));
        Assert.True(await house.InStoreAsync(db => db.CardRevisions.AnyAsync(revision => revision.Text.Action.Contains("Ring twice before you deploy"))));
    }

    [Fact]
    public async Task Whoever_has_not_agreed_to_be_kept_is_asked_first_and_nothing_is_kept()
    {
        var noor = await house.SignedInAsync("noor");

        await noor.OpenAsync("/sources/new");
        var asked = noor.Page.QuerySelector("[data-keep-profile]");
        await noor.PressAsync("[data-keep-profile] button", ("returnUrl", "/sources"));
        Assert.Contains("Nothing brought in yet", noor.Text, StringComparison.Ordinal);

        Assert.NotNull(asked);
        Assert.Equal(0, await house.SourcesOfAsync("noor"));
    }

    [Fact]
    public async Task A_text_sent_without_that_agreement_is_not_kept_but_shown_again()
    {
        var ada = await house.SignedInAsync("ada");
        await ada.OpenAsync("/sources/new");

        var answer = await ada.PostAsync("/sources/new", ("Form.Text", "# Pumps\n\nPrime the pump before you start it."));

        Assert.Contains("Prime the pump", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(0, await house.SourcesOfAsync("ada"));
    }

    [Fact]
    public async Task A_folder_of_real_notes_becomes_drafts_whose_quotes_stand_in_their_documents()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.UploadAsync(Folder, Bring.Sample("pagerduty-incident-response"));

        Assert.Equal(HttpStatusCode.OK, mei.Status);
        Assert.Contains("Left out", mei.Text, StringComparison.Ordinal);
        Assert.Contains("12 documents", mei.Text, StringComparison.Ordinal);
        Assert.Equal("pagerduty-incident-response", mei.Page.QuerySelector("h1")!.TextContent);
        var cards = await house.CardsOfAsync(mei.ShownSource());
        Assert.InRange(cards.Count, 120, 300);
        Assert.All(cards, card => Assert.True(card.QuoteStandsWhereItSays, card.Quote));
        Assert.All(cards, card => Assert.Equal(CardStatus.Draft, card.Status));
    }

    [Fact]
    public async Task The_same_again_in_a_moment_does_nothing_twice_and_says_so()
    {
        var xiaoyun = await house.SignedInAsync("xiaoyun");
        await xiaoyun.PasteAsync("Cold start", "# Cold start\n\nWait ten minutes before you trust the first reading.");
        var first = xiaoyun.ShownSource();

        await xiaoyun.PasteAsync("Cold start", "# Cold start\n\nWait ten minutes before you trust the first reading.");

        Assert.Equal(first, xiaoyun.ShownSource());
        Assert.Contains("nothing was done again", xiaoyun.Text, StringComparison.Ordinal);
        Assert.Single(await house.CardsOfAsync(first));
    }

    [Fact]
    public async Task Two_presses_at_once_bring_it_in_once()
    {
        var sam = await house.SignedInAsync("sam");
        await sam.OpenNewAsync();
        var fields = new[] { ("Form.Title", "Twice"), ("Form.Text", "# Twice\n\nPress the button once, and wait for it.") };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sam.PostAsync("/sources/new", fields)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Found, answer.StatusCode));
        Assert.Equal(1, await house.SourcesOfAsync("sam"));
    }

    [Fact]
    public async Task A_folder_of_more_than_two_hundred_files_arrives_and_is_read()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();
        var files = Enumerable.Range(1, 190).Select(number => ($"many/note-{number}.md", Bytes($"# Note {number}\n\nCheck valve {number} every Monday before the shift begins.")))
            .Concat(Enumerable.Range(1, 300).Select(number => ($"many/picture-{number}.png", new byte[] { 1, 2, 3 })));

        await mei.UploadAsync(Folder, [.. files]);

        Assert.Contains("190 documents", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_archive_and_a_pasted_text_are_named_as_their_owner_knows_them()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.UploadAsync(Files, ("handover.zip", Zip(("a/one.md", "# One\n\nRing the bell twice when the tank is full."), ("two.txt", "Never open both doors at once."))));
        Assert.Equal("handover", mei.Page.QuerySelector("h1")!.TextContent);
        await mei.PasteAsync("../Doors: A/B", "Never open both doors at once.");

        Assert.Equal("../Doors: A/B", mei.Page.QuerySelector("h1")!.TextContent);
        await mei.OpenAsync("/sources");
        Assert.Contains("handover", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_larger_than_the_page_takes_is_told_so()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();

        await mei.UploadAsync(Files, ("huge.md", new byte[65 * 1024 * 1024]));

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, mei.Status);
        Assert.Contains("too large", mei.Text, StringComparison.Ordinal);
    }
}
