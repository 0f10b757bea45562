using System.Globalization;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Data.Erasures;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Erasures;

/// <summary>What is erased is looked for in all that the machine holds.</summary>
public sealed class ErasingOnesWords(House house) : IClassFixture<House>
{
    [Fact]
    public async Task An_erased_card_is_nowhere_in_the_store_and_its_asker_keeps_the_question()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        Assert.True((await house.PlacesOfAsync(canaries.CardWord)).Count > 10);
        var before = await DigestAsync(canaries);
        var inferred = await InferAsync(canaries);
        var sam = await house.SignedInAsync("sam");
        await sam.OpenAsync($"/cards/{canaries.Card}");

        await sam.OpenAsync(sam.Page.QuerySelector("[data-to-erase]")!.GetAttribute("href")!);
        Assert.Contains("cannot be undone", sam.Text, StringComparison.Ordinal);
        await sam.PressAsync("[data-erase]");
        Assert.Equal(("3", "2", "1"), (Count(sam, ErasedPart.Answers), Count(sam, ErasedPart.Revisions), Count(sam, ErasedPart.Cards)));
        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync($"/cards/{canaries.Card}")).Status);
        await house.RunAsync<FinishErasures>();

        Assert.Empty(await house.PlacesOfAsync(canaries.CardWord));
        Assert.NotEmpty(await house.PlacesOfAsync(canaries.DocumentWord));
        Assert.Contains("The reason repeated a card that you erased", (await sam.OpenAsync($"/agent/versions/{canaries.Version}")).Text, StringComparison.Ordinal);
        Assert.Equal(before, await DigestAsync(canaries));
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(inferred);
        Assert.Contains("The author has erased what this answer quoted", tunde.Text, StringComparison.Ordinal);
        await tunde.OpenAsync(canaries.Conversation);
        Assert.Contains(Canaries.Question, tunde.Page.QuerySelector("h1")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("The author has erased what this answer quoted", tunde.Text, StringComparison.Ordinal);
        await tunde.PressAsync("form[data-ask] button", ("Question", "What colour is the anchor?"));
        Assert.Contains("crane driver", tunde.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_erased_document_is_nowhere_and_the_card_made_of_it_stays_without_its_quote()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        var sam = await house.SignedInAsync("sam");

        await EraseAsync(sam, $"/sources/{canaries.Source}/erase?document={canaries.Document}");
        await EraseAsync(sam, $"/sources/{canaries.Skill}/erase");
        await house.RunAsync<FinishErasures>();

        Assert.Empty(await house.PlacesOfAsync(canaries.DocumentWord));
        Assert.Equal(HttpStatusCode.NotFound, (await sam.OpenAsync($"/sources/{canaries.Source}")).Status);
        Assert.False(await house.InStoreAsync(db => db.CardPassages.AnyAsync(passage => passage.CardId == canaries.CardOfDocument)));
        Assert.DoesNotContain("#origin", (await sam.OpenAsync($"/cards/{canaries.CardOfDocument}")).Page.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, sam.Status);
    }

    [Fact]
    public async Task Where_it_is_wished_the_cards_made_of_a_source_go_with_it()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        var sam = await house.SignedInAsync("sam");

        await EraseAsync(sam, $"/sources/{canaries.Source}/erase", ("cards", "true"));

        Assert.Equal(("1", "1"), (Count(sam, ErasedPart.Cards), Count(sam, ErasedPart.Documents)));
        Assert.False(await house.InStoreAsync(db => db.Cards.AnyAsync(card => card.Id == canaries.CardOfDocument)));
        Assert.True(await house.InStoreAsync(db => db.Cards.AnyAsync(card => card.Id == canaries.Card)));
    }

    [Fact]
    public async Task An_erased_sentence_is_blacked_out_where_it_stood()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        var sam = await house.SignedInAsync("sam");
        await EraseAsync(sam, $"/sources/{canaries.Source}/erase");
        await house.InStoreAsync(db => db.Sources.Where(source => source.Id == canaries.Skill).ExecuteUpdateAsync(set => set.SetProperty(source => source.Name, "Skill")));
        await sam.OpenAsync($"/sources/{canaries.Skill}/statements");

        await sam.OpenAsync(sam.Page.QuerySelector($"#s-{canaries.Statement} [data-to-erase]")!.GetAttribute("href")!);
        await sam.PressAsync("[data-erase]");
        await house.RunAsync<FinishErasures>();

        Assert.Empty(await house.PlacesOfAsync(canaries.DocumentWord));
        await sam.OpenAsync($"/sources/{canaries.Skill}/documents/{canaries.SkillDocument}");
        Assert.Matches("Persona █+ Always early\\.", sam.Text);
        Assert.Equal("Always early.", (await sam.OpenAsync($"/sources/{canaries.Skill}/statements")).Page.QuerySelector("li.statement .keep-lines")!.TextContent);
    }

    [Fact]
    public async Task Everything_erased_leaves_types_times_and_digests_that_verify_and_lead_to_nobody()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        await house.RunAsync<TakeCheckpoint>();
        var stream = await house.InStoreAsync(async db => (await db.ConsentStreams.FirstAsync(stream => stream.SubjectId == canaries.Owner)).Id);
        var sam = await house.SignedInAsync("sam");

        await sam.OpenAsync("/me/erase");
        await sam.PressAsync("[data-erase]");
        Assert.Contains("Tick the box", sam.Text, StringComparison.Ordinal);
        await sam.PressAsync("[data-erase]", ("understood", "true"));
        var progress = sam.Location;
        await house.RunAsync<FinishErasures>();

        foreach (var word in new[] { canaries.CardWord, canaries.DocumentWord, canaries.OtherWord })
        {
            Assert.Empty(await house.PlacesOfAsync(word));
        }

        Assert.Empty(await LeftAsync(canaries));
        Assert.All(await house.InStoreAsync(db => db.LedgerEntries.Where(entry => entry.StreamId == stream && entry.Type != LedgerTypes.Erased).ToListAsync()), entry => Assert.Null(entry.Payload));
        var report = await house.AskAsync<VerifyLedger, LedgerReport>(verify => verify.RunAsync(CancellationToken.None));
        Assert.Empty(report.Findings);
        Assert.True(report.Redacted > 0);
        Assert.Equal("done", (await sam.OpenAsync(progress)).Page.QuerySelector("[data-progress]")!.GetAttribute("data-progress"));
        Assert.Equal(HttpStatusCode.OK, (await sam.OpenAsync("/me")).Status);
        Assert.NotNull(sam.Page.QuerySelector("[data-empty]"));
    }

    [Fact]
    public async Task Whoever_erased_everything_can_begin_anew_and_those_who_asked_before_find_their_questions_without_the_answers()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        var sam = await house.SignedInAsync("sam");
        await sam.OpenAsync("/me/erase");
        await sam.PressAsync("[data-erase]", ("understood", "true"));
        var tunde = await house.SignedInAsync("tunde");
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(canaries.Conversation)).Status);

        await house.DecideAsync(canaries.Owner, consents => Canaries.Agree(consents, canaries.Owner, house.Clock.GetUtcNow()));
        var number = await house.InStoreAsync(async db =>
        {
            var card = Canaries.Accepted(db, canaries.Owner, new CardText { Kind = CardKind.Fact, Title = "A new card", Action = "Anew." }, null, house.Clock.GetUtcNow());
            var version = await Canaries.PublishAsync(db, canaries.Owner, [card], "", house.Clock.GetUtcNow());
            await db.SaveChangesAsync();
            return version;
        });

        Assert.Equal(1, number);
        await tunde.OpenAsync(canaries.Conversation);
        Assert.Contains("The author has erased what this answer quoted", tunde.Text, StringComparison.Ordinal);
        Assert.Contains(Canaries.Question, tunde.Text, StringComparison.Ordinal);
    }

    /// <summary>An answer that cites another card, in which a model repeats this one without saying so.</summary>
    private async Task<string> InferAsync(Canaries canaries)
    {
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync($"/ask/{await house.InStoreAsync(async db => (await db.Agents.FirstAsync(agent => agent.OwnerId == canaries.Owner)).Id)}");
        await tunde.PressAsync("form[data-ask] button", ("Question", "What colour is the anchor?"));
        await house.InStoreAsync(db => db.Turns.Where(turn => turn.Question == "What colour is the anchor?" && turn.AnswerText.Contains("crane driver"))
            .ExecuteUpdateAsync(set => set.SetProperty(turn => turn.AnswerText, turn => turn.AnswerText + $" The forward pump room holds the {canaries.CardWord} situation. [?]")));
        return tunde.Location.Split('#')[0];
    }

    private static async Task EraseAsync(Visitor visitor, string path, params (string Field, string Value)[] fields)
    {
        await visitor.OpenAsync(path);
        await visitor.PressAsync("[data-erase]", fields);
        Assert.StartsWith("/me/erasures/", visitor.Location, StringComparison.Ordinal);
    }

    private static string? Count(Visitor visitor, ErasedPart part) => visitor.Page.QuerySelector($"[data-step={part}]")?.GetAttribute("data-count");

    private Task<string> DigestAsync(Canaries canaries) => house.InStoreAsync(async db => (await db.AgentVersions
        .FirstAsync(version => version.Number == canaries.Version && db.Agents.Any(agent => agent.Id == version.AgentId && agent.OwnerId == canaries.Owner))).Digest);

    /// <summary>What the store still holds of somebody who has had everything erased.</summary>
    private Task<List<string>> LeftAsync(Canaries canaries) => house.InStoreAsync(async db =>
    {
        var owner = canaries.Owner;
        var left = new Dictionary<string, int>
        {
            ["cards"] = await db.Cards.CountAsync(card => card.OwnerId == owner),
            ["sources"] = await db.Sources.CountAsync(source => source.OwnerId == owner),
            ["levels"] = await db.Proficiencies.CountAsync(level => level.PersonId == owner),
            ["conversations"] = await db.Conversations.CountAsync(conversation => conversation.AskerId == owner),
            ["consents"] = await db.Consents.CountAsync(consent => consent.SubjectId == owner),
            ["streams"] = await db.ConsentStreams.CountAsync(stream => stream.SubjectId == owner),
            ["versions"] = await db.AgentVersions.CountAsync(version => db.Agents.Any(agent => agent.Id == version.AgentId && agent.OwnerId == owner)),
            ["published"] = await db.Agents.CountAsync(agent => agent.OwnerId == owner && (agent.PublishedVersionId != null || agent.Headline != "")),
        };
        return left.Where(kind => kind.Value > 0).Select(kind => string.Create(CultureInfo.InvariantCulture, $"{kind.Value} {kind.Key}")).ToList();
    });
}
