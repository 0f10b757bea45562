using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Sources;

public sealed class GoingThroughASource(House house) : IClassFixture<House>
{
    private const string Text = "# Filters\n\n## Changing a filter\n\n1. Close the valve.\n2. Take the old filter out.\n3. Write down the date.\n\n## Colour\n\nThe spare filters are blue.\n";

    [Fact]
    public async Task Somebody_elses_source_and_one_that_is_not_there_look_the_same()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.PasteAsync("Filters", Text);
        var source = mei.ShownSource();
        var document = await house.InStoreAsync(db => db.SourceDocuments.Where(document => document.SourceId == source).Select(document => document.Id).SingleAsync());
        var sam = await house.SignedInAsync("sam");

        foreach (var id in new[] { source, Id<Domain.Profiles.Source>.New() })
        {
            foreach (var path in new[] { $"/sources/{id}", $"/sources/{id}/statements", $"/sources/{id}/documents/{document}" })
            {
                await sam.OpenAsync(path);
                Assert.Equal(HttpStatusCode.NotFound, sam.Status);
            }
        }

        await sam.OpenAsync("/sources");
        Assert.DoesNotContain("Filters", sam.Text, StringComparison.Ordinal);
        await sam.OpenAsync($"/sources/new");
        var card = (await house.CardsOfAsync(source))[0];
        Assert.Equal(HttpStatusCode.NotFound, (await sam.PostAsync($"/sources/{source}/statements?handler=DiscardLabels")).StatusCode);
        await sam.PostAsync($"/sources/{source}?handler=Accept", ("ticked", card.Id.ToString()));
        Assert.All(await house.CardsOfAsync(source), made => Assert.Equal(CardStatus.Draft, made.Status));
    }

    [Theory]
    [InlineData("/sources/nonsense")]
    [InlineData("/sources/nonsense/statements")]
    [InlineData("/sources/nonsense/documents/nothing")]
    public async Task An_address_that_is_no_source_is_not_found(string path)
    {
        var mei = await house.SignedInAsync("mei");

        await mei.OpenAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, mei.Status);
    }

    [Fact]
    public async Task The_ticked_are_accepted_and_what_lacks_something_stays_a_draft_and_is_told()
    {
        var xiaoyun = await house.SignedInAsync("xiaoyun");
        await xiaoyun.PasteAsync("Filters", Text + "\n## Deciding\n\nYou should usually weigh the cost against the risk; it depends on the load, so use your judgement before you stop the line.\n");
        var made = await house.CardsOfAsync(xiaoyun.ShownSource());
        var fit = made.Where(card => !card.Text.AcceptingProblems().Any()).ToList();
        var unfit = made.Except(fit).ToList();

        await xiaoyun.PressAsync("[data-accept]", [.. made.Select(card => ("ticked", card.Id.ToString()))]);

        Assert.Contains($"{fit.Count} card", xiaoyun.Text, StringComparison.Ordinal);
        var now = await house.CardsOfAsync(xiaoyun.ShownSource());
        Assert.NotEmpty(fit);
        Assert.All(now, card => Assert.Equal(unfit.Any(draft => draft.Id == card.Id) ? CardStatus.Draft : CardStatus.Accepted, card.Status));
        if (unfit.Count > 0)
        {
            Assert.Contains("Not accepted", xiaoyun.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Nothing_ticked_is_told_and_nothing_happens()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.PasteAsync("Filters again", Text + "\nMore of it, so that it is another text.\n");

        await mei.PressAsync("[data-accept]");

        Assert.Contains("Tick at least one", mei.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_document_shows_its_whole_text_with_every_quote_marked_under_its_card()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenNewAsync();
        await mei.UploadAsync(Bring.Folder, Bring.Sample("prometheus-runbooks"));
        var cards = await house.CardsOfAsync(mei.ShownSource());

        foreach (var document in cards.GroupBy(card => card.DocumentId))
        {
            await mei.OpenAsync($"/sources/{mei.ShownSource()}/documents/{document.Key}");

            Assert.Equal(document.First().Document.ReplaceLineEndings("\n"), mei.Page.QuerySelector("[data-document]")!.TextContent);
            Assert.All(document, card => Assert.NotNull(mei.Page.QuerySelector($"#q-{card.Id}-1 + mark")));
        }
    }

    [Fact]
    public async Task The_list_comes_in_pages_and_each_card_links_to_its_place()
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenNewAsync();
        await tunde.UploadAsync(Bring.Folder, Bring.Sample("pagerduty-incident-response"));

        var first = tunde.Page.QuerySelectorAll("[data-card]").Length;
        await tunde.OpenAsync($"/sources/{tunde.ShownSource()}?part=99");

        Assert.Equal(50, first);
        Assert.InRange(tunde.Page.QuerySelectorAll("[data-card]").Length, 1, 50);
        var card = tunde.Page.QuerySelector("[data-card]")!;
        Assert.Contains($"#q-{card.GetAttribute("data-card")}-1", card.InnerHtml, StringComparison.Ordinal);
    }
}
