using System.IO.Compression;
using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Cards;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

public sealed class AskingASecond : IDisposable
{
    private const string Question = "When do you roll back and when do you look for the cause first?";
    private const string Other = "Rolling back a release on the second shift";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_same_question_goes_to_somebody_else_and_both_answers_stand_beside_each_other_with_their_authors()
    {
        var tunde = await WithBothAsync();

        Assert.Equal(Question, tunde.Page.QuerySelector("[data-question]")!.TextContent);
        var halves = tunde.Page.QuerySelectorAll("[data-half]");
        Assert.Equal(2, halves.Length);
        Assert.Contains("Mei Tan", halves[0].QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("林晓芸", halves[1].QuerySelector("h2")!.TextContent, StringComparison.Ordinal);
        Assert.All(halves, half => Assert.NotNull(half.QuerySelector("[data-verdict]")));
        Assert.Contains(Other, halves[1].QuerySelector(".citations")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(Other, halves[0].TextContent, StringComparison.Ordinal);
        Assert.Equal(tunde.Page.QuerySelectorAll("[id]").Length, tunde.Page.QuerySelectorAll("[id]").DistinctBy(element => element.Id).Count());
        Assert.All(tunde.Page.QuerySelectorAll("a.cite"), cite => Assert.NotNull(cite.Closest("[data-half]")!.QuerySelector(cite.GetAttribute("href")!)));
    }

    [Fact]
    public async Task What_stands_in_one_of_the_two_alone_is_shown_with_its_author_and_nobody_is_called_right()
    {
        var tunde = await WithBothAsync();

        var numbers = tunde.Page.QuerySelector("[data-compared-part=Numbers] [data-only=second]")!.TextContent;
        Assert.Contains("47 minutes", numbers, StringComparison.Ordinal);
        Assert.Contains("林晓芸", numbers, StringComparison.Ordinal);
        Assert.Contains("Not during the harvest run.", tunde.Page.QuerySelector("[data-compared-part=Exception] [data-only=second]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_half_is_an_ordinary_turn_and_leads_back_to_the_page()
    {
        var tunde = await WithBothAsync();
        var page = tunde.Location;
        var turns = await _house.InStoreAsync(db => db.Turns.AsNoTracking().Where(turn => turn.Question == Question).ToListAsync());

        Assert.Equal(2, turns.Count);
        Assert.All(turns, turn => Assert.True(turn is { State: TurnState.Answered, ConsentSequence: > 0 }));
        Assert.Equal(2, turns.Select(turn => turn.ConversationId).Distinct().Count());
        foreach (var turn in turns)
        {
            await tunde.OpenAsync($"/conversations/{turn.ConversationId}");
            Assert.Equal(page, tunde.Page.QuerySelector("[data-opinions] a")!.GetAttribute("href"));
        }
    }

    [Fact]
    public async Task Pressing_twice_asks_once()
    {
        var tunde = await WithBothAsync();
        var (page, first) = (tunde.Location, await FirstAsync());

        await tunde.OpenAsync($"/turns/{first}/second");
        await tunde.PressAsync(await ButtonAsync(tunde));

        Assert.Equal(page, tunde.Location);
        Assert.Equal(2, await _house.InStoreAsync(db => db.Turns.CountAsync(turn => turn.Question == Question)));
    }

    [Fact]
    public async Task Nobody_but_the_asker_finds_the_page_or_asks_on_their_turn()
    {
        var tunde = await WithBothAsync();
        var (page, first) = (tunde.Location, await FirstAsync());
        var agent = (await _house.AgentPathAsync("xiaoyun"))["/ask/".Length..];

        foreach (var key in new[] { "mei", "xiaoyun", "dafydd", "ada", "noor" })
        {
            var other = await _house.SignedInAsync(key);
            foreach (var path in new[] { page, $"{page}?handler=Compared", $"{page}?handler=Turn&turn={first}", $"/turns/{first}/second" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(path)).Status);
            }

            await other.OpenAsync("/ask");
            using var posted = await other.PostAsync($"/turns/{first}/second", ("agent", agent));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync($"/opinions/{Guid.NewGuid():N}")).Status);
    }

    [Fact]
    public async Task An_agent_that_may_not_answer_is_not_offered_and_cannot_be_asked()
    {
        var tunde = await AskedAsync();
        var (first, agent) = (await FirstAsync(), (await _house.AgentPathAsync("tomasz"))["/ask/".Length..]);
        await tunde.OpenAsync($"/turns/{first}/second?q=Tomasz");

        Assert.DoesNotContain("Tomasz", tunde.Text, StringComparison.Ordinal);
        foreach (var forbidden in new[] { agent, (await _house.AgentPathAsync("mei"))["/ask/".Length..], "nonsense" })
        {
            using var posted = await tunde.PostAsync($"/turns/{first}/second", ("agent", forbidden));
            Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
        }

        Assert.Equal(0, await _house.InStoreAsync(db => db.SecondOpinions.CountAsync()));
    }

    [Fact]
    public async Task A_half_whose_author_withdrew_is_absent_and_the_other_stays()
    {
        var tunde = await WithBothAsync();
        var page = tunde.Location;

        await _house.WithdrawsAsync("xiaoyun", Purpose.AnswerColleagues);

        await tunde.OpenAsync(page);
        Assert.Equal(HttpStatusCode.OK, tunde.Status);
        Assert.Single(tunde.Page.QuerySelectorAll("[data-absent]"));
        Assert.Contains("Mei Tan", tunde.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("林晓芸", tunde.Page.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("47 minutes", tunde.Page.Body!.TextContent, StringComparison.Ordinal);

        await _house.WithdrawsAsync("mei", Purpose.AnswerColleagues);
        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(page)).Status);
    }

    [Fact]
    public async Task Deleting_one_conversation_takes_the_pair_along_and_leaves_the_other_answer()
    {
        var tunde = await WithBothAsync();
        var page = tunde.Location;
        await tunde.OpenAsync(tunde.Page.QuerySelectorAll("[data-half] h2 a")[1].GetAttribute("href")!.Split('#')[0]);

        await tunde.PressAsync("form[action*='Delete'] button");

        Assert.Equal(HttpStatusCode.NotFound, (await tunde.OpenAsync(page)).Status);
        Assert.Equal((1, 0), await _house.InStoreAsync(async db => (await db.Turns.CountAsync(turn => turn.Question == Question), await db.SecondOpinions.CountAsync())));
    }

    [Fact]
    public async Task It_goes_out_with_what_the_asker_takes_along()
    {
        var tunde = await WithBothAsync();
        var id = tunde.Location.Split('/')[^1];

        await tunde.OpenAsync("/me/data");
        using var response = await tunde.PostAsync("/me/data");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        var profile = (await JsonNode.ParseAsync(zip.GetEntry("profile.json")!.Open()))!;
        var asked = profile["asked"]!.AsArray().SelectMany(conversation => conversation!["questions"]!.AsArray()).Where(question => (string)question!["question"]! == Question).ToList();

        Assert.Equal(2, asked.Count);
        Assert.All(asked, question => Assert.Equal(Guid.Parse(id), (Guid)Assert.Single(question!["opinions"]!.AsArray())!));
    }

    private async Task<Visitor> AskedAsync()
    {
        var tunde = await _house.SignedInAsync("tunde");
        await tunde.OpenAsync(await _house.AgentPathAsync("mei"));
        return await tunde.PressAsync("form[data-ask] button", ("Question", Question));
    }

    private async Task<Visitor> WithBothAsync()
    {
        await PublishOthersCardAsync();
        var tunde = await AskedAsync();
        await tunde.OpenAsync(tunde.Page.QuerySelector("a[data-second]")!.GetAttribute("href")!);
        await tunde.PressAsync(await ButtonAsync(tunde));
        Assert.StartsWith("/opinions/", tunde.Location, StringComparison.Ordinal);
        return tunde;
    }

    /// <summary>The button that asks 林晓芸, whose card comes near the question.</summary>
    private async Task<AngleSharp.Dom.IElement> ButtonAsync(Visitor tunde)
    {
        var agent = (await _house.AgentPathAsync("xiaoyun"))["/ask/".Length..];
        return tunde.Page.QuerySelector($"[data-near] input[name=agent][value='{agent}']")!.Closest("form")!.QuerySelector("button")!;
    }

    private Task<string> FirstAsync() => _house.InStoreAsync(async db => (await db.Turns.Where(turn => turn.Question == Question).OrderBy(turn => turn.AskedAt).ThenBy(turn => turn.Id).FirstAsync()).Id.ToString());

    private async Task PublishOthersCardAsync()
    {
        var id = (await _house.DraftsOfAsync("xiaoyun", new CardText
        {
            Kind = CardKind.Judgement,
            Title = Other,
            Action = "I roll back at once when the cause is not found within 47 minutes.",
            Exception = "Not during the harvest run.",
            Falsifier = "The fault comes back after the rollback.",
        }))[0];
        await _house.InStoreAsync(async db =>
        {
            var card = (await db.Cards.Where(card => card.Status == CardStatus.Draft).ToListAsync()).Single(card => card.Id.ToString() == id);
            var words = await db.CardRevisions.Where(revision => revision.Id == card.CurrentRevisionId).Select(revision => revision.Text).SingleAsync();
            Assert.False(card.Accept(words, _house.Clock.GetUtcNow()).Refused(out _));
            card.ShareWith(Audience.Organisation());
            return await db.SaveChangesAsync();
        });
        var xiaoyun = await (await _house.SignedInAsync("xiaoyun")).OpenAsync("/agent");
        await xiaoyun.PressAsync("[data-distil]");
        await xiaoyun.PressAsync("[data-publish]");
    }
}
