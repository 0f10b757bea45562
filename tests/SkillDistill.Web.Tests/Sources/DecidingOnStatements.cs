using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Sources;

public sealed class DecidingOnStatements(House house) : IClassFixture<House>
{
    [Fact]
    public async Task A_colleague_skill_is_put_sentence_by_sentence_and_becomes_no_card_by_itself()
    {
        var mei = await BroughtInAsync("mei");

        var statements = await StatementsAsync(mei.ShownSource());

        Assert.All(Enum.GetValues<StatementKind>(), kind => Assert.Contains(statements, statement => statement.Kind == kind));
        Assert.Contains($"0 of {statements.Count} decided", mei.Text, StringComparison.Ordinal);
        Assert.Empty(await house.CardsOfAsync(mei.ShownSource()));
        Assert.False(mei.Page.QuerySelector("#labels")!.HasAttribute("open"));
        Assert.Contains("None of it is taken over", mei.Text, StringComparison.Ordinal);
        var texts = await house.InStoreAsync(db => db.SourceDocuments.Where(document => document.SourceId == mei.ShownSource()).ToDictionaryAsync(document => document.Id, document => document.Text));
        Assert.All(statements, statement => Assert.Equal(
            statement.Provenance.Quote, texts[statement.Provenance.DocumentId].Substring(statement.Provenance.Start, statement.Provenance.Quote.Length)));
    }

    [Fact]
    public async Task Claimed_once_or_twice_a_sentence_becomes_one_draft_with_its_quote()
    {
        var xiaoyun = await BroughtInAsync("xiaoyun");
        var claim = xiaoyun.Page.QuerySelector("[data-claim]")!;
        var (path, statement) = (claim.GetAttribute("formaction")!, claim.GetAttribute("value")!);

        await xiaoyun.PressAsync("[data-claim]");
        Assert.Contains("Claimed: 1", xiaoyun.Text, StringComparison.Ordinal);
        var again = await xiaoyun.PostAsync(path, ("statement", statement));

        Assert.Contains("already claimed", await again.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        var card = Assert.Single(await house.CardsOfAsync(xiaoyun.ShownSource()));
        Assert.True(card.QuoteStandsWhereItSays);
        Assert.Equal(CardStatus.Draft, card.Status);
    }

    [Fact]
    public async Task Two_claims_at_once_make_one_card()
    {
        var sam = await BroughtInAsync("sam");
        var claim = sam.Page.QuerySelector("[data-claim]")!;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => sam.PostAsync(claim.GetAttribute("formaction")!, ("statement", claim.GetAttribute("value")!))));

        Assert.Single(await house.CardsOfAsync(sam.ShownSource()));
    }

    [Fact]
    public async Task The_ticked_are_claimed_together_but_never_a_label()
    {
        var tunde = await BroughtInAsync("tunde");
        var source = tunde.ShownSource();
        var statements = await StatementsAsync(source);
        var work = statements.Where(statement => statement.Kind == StatementKind.Work).Take(3).ToList();
        var label = statements.First(statement => statement.Kind == StatementKind.Label);

        await tunde.PressAsync("[data-claim-ticked]", [.. work.Append(label).Select(statement => ("ticked", statement.Id.ToString()))]);

        Assert.Contains("Claimed: 3", tunde.Text, StringComparison.Ordinal);
        Assert.Equal(3, (await house.CardsOfAsync(source)).Count);
        Assert.Equal(StatementDecision.Undecided, (await StatementsAsync(source)).Single(statement => statement.Id == label.Id).Decision);
    }

    [Fact]
    public async Task A_label_is_claimed_only_in_other_words()
    {
        var noor = await BroughtInAsync("noor");
        var source = noor.ShownSource();
        var label = (await StatementsAsync(source)).First(statement => statement.Kind == StatementKind.Label);
        var button = $"#s-{label.Id} [data-rewrite]";

        await noor.PressAsync(button, ("Rewrite.Title", "On labels"), ("Rewrite.Action", $"{label.Provenance.Quote} !"));
        Assert.Contains("your own words", noor.Page.QuerySelector($"#s-{label.Id} [data-valmsg-for='Rewrite.Action']")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("On labels", noor.Page.QuerySelector($"#title-{label.Id}")!.GetAttribute("value"));
        Assert.Empty(await house.CardsOfAsync(source));
        await noor.PressAsync(button, ("Rewrite.Action", "I ask for the times before I say whose fault it was."));

        var card = Assert.Single(await house.CardsOfAsync(source));
        Assert.Equal("I ask for the times before I say whose fault it was.", card.Text.Action);
        Assert.Equal(CardKind.Voice, card.Text.Kind);
    }

    [Fact]
    public async Task A_label_posted_as_a_plain_claim_is_refused()
    {
        var dafydd = await BroughtInAsync("dafydd");
        var source = dafydd.ShownSource();
        var label = (await StatementsAsync(source)).First(statement => statement.Kind == StatementKind.Label);

        var answer = await dafydd.PostAsync($"/sources/{source}/statements?handler=Claim", ("statement", label.Id.ToString()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Empty(await house.CardsOfAsync(source));
    }

    [Fact]
    public async Task All_labels_go_in_one_press_and_a_sentence_that_is_not_true_alone()
    {
        var ada = await BroughtInAsync("ada");
        var source = ada.ShownSource();

        await ada.PressAsync("[data-discard]");
        await ada.PressAsync("[data-discard-labels]");

        var statements = await StatementsAsync(source);
        Assert.All(statements.Where(statement => statement.Kind == StatementKind.Label), label => Assert.Equal(StatementDecision.Discarded, label.Decision));
        Assert.Single(statements, statement => statement.Kind != StatementKind.Label && statement.Decision == StatementDecision.Discarded);
        Assert.Null(ada.Page.QuerySelector("#labels"));
        await ada.OpenAsync($"/sources/{source}/statements?show=all");
        Assert.Contains("That's mine after all", ada.Text, StringComparison.Ordinal);
    }

    private async Task<Visitor> BroughtInAsync(string person)
    {
        var visitor = await house.SignedInAsync(person);
        await visitor.OpenNewAsync();
        await visitor.UploadAsync(Bring.Folder, Bring.Sample("colleague-skill/example_zhangsan"));
        Assert.EndsWith("/statements", visitor.Location, StringComparison.Ordinal);
        return visitor;
    }

    private Task<List<Statement>> StatementsAsync(Id<Domain.Profiles.Source> source) =>
        house.InStoreAsync(db => db.Statements.AsNoTracking().Where(statement => statement.SourceId == source).OrderBy(statement => statement.Ordinal).ToListAsync());
}
