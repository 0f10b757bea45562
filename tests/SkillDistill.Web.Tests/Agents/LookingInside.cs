using System.Net;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Coverage;
using SkillDistill.Web.Tests.Interviews;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>The owner's playground: asked as somebody else, with all that went into the answer.</summary>
public sealed class LookingInside : IDisposable
{
    private const string Address = "/agent/versions/1/playground";
    private const string Ask = "[data-ask-inside]";
    private const string Question = "When do you roll back and when do you look for the cause first?";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task The_answer_stands_with_the_cards_weighed_their_scores_and_the_exact_prompt()
    {
        var mei = await InsideAsync("mei");

        await mei.PressAsync(Ask, ("Question", Question));

        Assert.Equal(HttpStatusCode.OK, mei.Status);
        Assert.DoesNotContain("can't tell", mei.Shown("[data-answer]"), StringComparison.Ordinal);
        var scores = mei.Page.QuerySelectorAll("[data-weighed] .numbers").Select(score => double.Parse(score.TextContent["Score ".Length..], System.Globalization.CultureInfo.InvariantCulture)).ToList();
        Assert.True(scores.Count > 1);
        Assert.Equal(scores.OrderDescending(), scores);
        Assert.Equal("Chosen", mei.Page.QuerySelector("[data-choosing]")!.GetAttribute("data-choosing"));
        Assert.Contains("at least 0.00 needed", mei.Shown("[data-evidence]"), StringComparison.Ordinal);
        Assert.Contains(Question, mei.Page.QuerySelector("[data-message]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Mei Tan", mei.Page.QuerySelector("[data-system]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(Question, ((IHtmlTextAreaElement)mei.Page.QuerySelector("#Question")!).Value);
        Assert.Equal(0, await _house.InStoreAsync(db => db.Conversations.CountAsync()));
    }

    [Fact]
    public async Task Asked_as_a_colleague_it_weighs_what_such_a_colleague_is_answered_from()
    {
        await ShareApartAsync();
        var mei = await InsideAsync("mei");
        foreach (var key in new[] { "tunde", "dafydd", "sam" })
        {
            var colleague = await _house.PersonAsync(key);
            var team = colleague.TeamId!.Value;
            await mei.PressAsync(Ask, ("Question", Question), ("As", "Team"), ("Team", team.ToString()));

            Assert.Equal(await PermittedAsync(team), Weighed(mei));
        }

        await mei.PressAsync(Ask, ("Question", Question), ("As", "Organisation"));
        Assert.Equal(await PermittedAsync(null), Weighed(mei));
        await mei.PressAsync(Ask, ("Question", Question), ("As", "Myself"));
        Assert.Equal(await PinnedAsync(), Weighed(mei));
    }

    [Fact]
    public async Task What_is_not_weighed_says_why()
    {
        var (elsewhere, hidden) = await ShareApartAsync();
        var mei = await InsideAsync("mei");

        await mei.PressAsync(Ask, ("Question", Question), ("As", "Organisation"));

        Assert.NotNull(mei.Page.QuerySelector($"[data-not-considered=NotForThem] a[href='/cards/{elsewhere}']"));
        Assert.NotNull(mei.Page.QuerySelector($"[data-not-considered=Private] a[href='/cards/{hidden}']"));
        Assert.Contains("A private card answers nobody else.", mei.Text, StringComparison.Ordinal);
        await mei.PressAsync(Ask, ("Question", "Which wine goes with fish?"), ("As", "Organisation"));
        Assert.NotNull(mei.Page.QuerySelector("[data-no-prompt]"));
        Assert.Null(mei.Page.QuerySelector("[data-message]"));
    }

    [Fact]
    public async Task It_says_when_such_a_colleague_could_not_ask_at_all()
    {
        var mei = await InsideAsync("mei");
        await mei.PressAsync(Ask, ("Question", Question), ("As", "Organisation"));
        Assert.Null(mei.Page.QuerySelector("[data-cannot-ask]"));
        await (await mei.OpenAsync("/consent")).PressAsync("[data-withdraw=AnswerColleagues]");
        await mei.OpenAsync(Address);

        await mei.PressAsync(Ask, ("Question", Question), ("As", "Organisation"));

        Assert.NotNull(mei.Page.QuerySelector("[data-cannot-ask]"));
    }

    [Fact]
    public async Task A_question_that_cannot_be_asked_is_told_and_nothing_typed_is_lost()
    {
        var mei = await InsideAsync("mei");

        await mei.PressAsync(Ask, ("Question", " "));
        Assert.Contains("Write a question first.", mei.Text, StringComparison.Ordinal);

        var tooLong = new string('x', 2001);
        await mei.PressAsync(Ask, ("Question", tooLong), ("As", "Organisation"));
        Assert.Contains("Keep the question under 2000 characters.", mei.Text, StringComparison.Ordinal);
        Assert.Equal(tooLong, ((IHtmlTextAreaElement)mei.Page.QuerySelector("#Question")!).Value);
        Assert.NotNull(mei.Page.QuerySelector("input[value=Organisation][checked]"));

        await mei.PressAsync(Ask, ("Question", Question), ("As", "Team"), ("Team", Guid.NewGuid().ToString()));
        Assert.Contains("Choose a team from the list.", mei.Text, StringComparison.Ordinal);
        Assert.Null(mei.Page.QuerySelector("[data-explained]"));
    }

    [Fact]
    public async Task Nobody_else_looks_inside()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await _house.Stranger().OpenAsync(Address)).Status);
        foreach (var key in new[] { "sam", "ada", "dafydd" })
        {
            var other = await _house.SignedInAsync(key);
            Assert.Equal(HttpStatusCode.NotFound, (await other.OpenAsync(Address)).Status);
            await other.OpenAsync("/me");
            using var asked = await other.PostAsync(Address, ("Question", Question), ("As", "Organisation"));
            Assert.Equal(HttpStatusCode.NotFound, asked.StatusCode);
        }
    }

    [Fact]
    public async Task Another_persons_answer_is_no_question_to_begin_with()
    {
        var mei = await _house.AcceptedAsync("mei");
        var answer = (await _house.CaseAsync()).AnswerId;
        await mei.OpenAsync($"{Address}?about={answer}");
        Assert.Equal(Accepting.Question, ((IHtmlTextAreaElement)mei.Page.QuerySelector("#Question")!).Value);

        var xiaoyun = await (await _house.SignedInAsync("xiaoyun")).OpenAsync($"{Address}?about={answer}");

        Assert.Equal(HttpStatusCode.OK, xiaoyun.Status);
        Assert.Equal("", ((IHtmlTextAreaElement)xiaoyun.Page.QuerySelector("#Question")!).Value);
    }

    [Fact]
    public async Task A_model_outside_is_asked_only_with_consent_and_gets_what_is_shown()
    {
        await using var model = await ScriptedEndpoint.StartAsync();
        using var house = new HouseWithModelAt(null, model.Address);
        var mei = await (await house.SignedInAsync("mei")).OpenAsync(Address);
        await mei.PressAsync(Ask, ("Question", Question));
        Assert.Empty(model.Asked);
        Assert.Contains("nothing was sent anywhere", mei.Text, StringComparison.Ordinal);
        await (await mei.OpenAsync("/consent")).PressAsync("[data-give=UseExternalModel] button");
        model.Says = "I would roll back. ⟦c1⟧";
        await mei.OpenAsync(Address);

        await mei.PressAsync(Ask, ("Question", Question));

        var sent = System.Text.Json.Nodes.JsonNode.Parse(Assert.Single(model.Asked))!.AsArray();
        Assert.Equal(mei.Page.QuerySelector("[data-system]")!.TextContent, sent[0]!["content"]!.GetValue<string>());
        Assert.Equal(mei.Page.QuerySelector("[data-message]")!.TextContent, sent[1]!["content"]!.GetValue<string>());
    }

    private async Task<Visitor> InsideAsync(string key) => await (await _house.SignedInAsync(key)).OpenAsync(Address);

    private static List<string> Weighed(Visitor visitor) =>
        [.. visitor.Page.QuerySelectorAll("[data-weighed] a, [data-nothing-in-common] a").Select(link => link.GetAttribute("href")!["/cards/".Length..]).Order()];

    /// <summary>By the consent room's door, for somebody of this team whom no audience names.</summary>
    private Task<List<string>> PermittedAsync(Id<Team>? team) => _house.InStoreAsync(async db =>
    {
        var mei = (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).Id;
        var asker = new Asker(Id<Person>.New(), team is { } theirs ? new TeamTree(await db.Teams.ToListAsync()).Lineage(theirs) : []);
        var cards = await db.PermittedCards(asker, _house.Clock.GetUtcNow()).Where(row => row.OwnerId == mei).Select(row => row.Card.Id).ToListAsync();
        return cards.Select(card => card.ToString()).Order().ToList();
    });

    /// <summary>What mei's first version holds of what is still accepted, whoever it is for.</summary>
    private Task<List<string>> PinnedAsync() => _house.InStoreAsync(async db =>
    {
        var mei = (await db.People.SingleAsync(person => person.Email == "mei@lindenau.example")).Id;
        var cards = await db.Cards.Where(card => card.OwnerId == mei && card.Status == CardStatus.Accepted && db.PinnedCards.Any(pin => pin.CardId == card.Id)).Select(card => card.Id).ToListAsync();
        return cards.Select(card => card.ToString()).Order().ToList();
    });

    /// <summary>Of the cards in mei's version one is for another team now, one for a person by name, one private, and one set aside.</summary>
    private Task<(string Elsewhere, string Hidden)> ShareApartAsync() => _house.InStoreAsync(async db =>
    {
        var mei = await db.People.SingleAsync(person => person.Email == "mei@lindenau.example");
        var tunde = await db.People.SingleAsync(person => person.Email == "tunde@lindenau.example");
        var now = _house.Clock.GetUtcNow();
        var cards = await db.Cards.Where(card => card.OwnerId == mei.Id && card.Status == CardStatus.Accepted && card.Audience.Scope == AudienceScope.Organisation && card.ReviewBy > now)
            .OrderBy(card => card.Id).Take(4).ToListAsync();
        cards[0].ShareWith(Audience.ForTeam(tunde.TeamId!.Value));
        cards[1].ShareWith(Audience.ForPeople([tunde.Id]).Value);
        cards[2].ShareWith(Audience.Private());
        cards[3].SetAside();
        await db.SaveChangesAsync();
        return (cards[0].Id.ToString(), cards[2].Id.ToString());
    });
}
