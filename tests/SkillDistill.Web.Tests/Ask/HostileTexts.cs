using System.Globalization;
using System.Text;
using AngleSharp.Html.Dom;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;
using SkillDistill.Web.Tests.Cards;
using SkillDistill.Web.Tests.Coverage;
using SkillDistill.Web.Tests.Sources;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>Every hostile text through every door where people and models put words: what comes out is words, and only those that the reader may see.</summary>
public sealed class HostileTexts(EchoingModel model) : IClassFixture<EchoingModel>
{
    private const string Question = "When do you roll back and when do you look for the cause first?";
    private const string Kept = "KEPT-7731";

    [Fact]
    public void There_are_enough_of_every_kind()
    {
        var kinds = Attack.All.CountBy(attack => attack.Kind).ToDictionary();

        Assert.True(Attack.All.Count >= 60 && kinds.Count >= 8 && kinds.Values.Min() >= 4, string.Join(", ", kinds));
    }

    [Fact]
    public async Task In_cards_they_are_words_to_their_owner_and_to_those_who_ask()
    {
        using var house = new House();
        var mei = await house.SignedInAsync("mei");
        foreach (var attack in Attack.All)
        {
            await mei.OpenAsync("/cards/new?kind=Process");
            await mei.PressAsync("[data-card-form] [data-save]", ("Form.Title", $"Relay {Word(attack)} {attack.Cut(120)}"), ("Form.Situation", attack.Cut(CardText.FieldLength)), ("Form.Action", attack.Cut(CardText.FieldLength)), ("Form.Reason", attack.Cut(CardText.FieldLength)));
            Clean(mei, attack);
        }

        await KeepAsync(house, "mei");
        await ShareDraftsAsync(house, "mei");
        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");
        Clean(mei, Attack.All[0]);
        await mei.PressAsync("[data-publish]");

        var tunde = await house.SignedInAsync("tunde");
        Clean(await tunde.OpenAsync("/ask?q=relay"), Attack.All[0]);
        foreach (var attack in Attack.All)
        {
            await tunde.OpenAsync(await house.AgentPathAsync("mei"));
            Clean(tunde, attack);
            await tunde.PressAsync("form[data-ask] button", ("Question", $"What about relay {Word(attack)}?"));
            Clean(tunde, attack);
            Assert.DoesNotContain(Kept, tunde.Page.Body!.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task In_what_is_brought_in_they_become_drafts_like_any_other_text()
    {
        using var house = new House();
        var mei = await house.SignedInAsync("mei");
        var notes = Attack.All.Where(attack => !attack.Text.Contains('\0', StringComparison.Ordinal))
            .Aggregate(new StringBuilder("# Runbook\n\n"), (text, attack) => text.Append(CultureInfo.InvariantCulture, $"## Relay {Word(attack)}\n\nSwitch it off, wait, then switch it on again. {attack.Text}\n\n"));

        await mei.OpenNewAsync();
        await mei.UploadAsync(Bring.Files, ("runbook.md", Bring.Bytes(notes.ToString())));

        var cards = await house.CardsOfAsync(mei.ShownSource());
        Assert.True(cards.Count >= 60, mei.Text);
        string[] paths = [mei.Location, "/cards", "/cards/review", $"/cards/{cards[0].Id}/edit", .. cards.Select(card => $"/cards/{card.Id}")];
        foreach (var path in paths)
        {
            await mei.OpenAsync(path);
            Assert.Null(OnlyOurs.Foreign(mei));
        }

        // The document stays to the letter, for its owner; what is made of it does not.
        Assert.All(cards, card => Assert.All(Enum.GetValues<CardField>(), field => Assert.Equal(card.Text[field].ToPlainLetters(), card.Text[field])));
    }

    [Fact]
    public async Task In_questions_and_in_what_a_model_says_they_raise_nothing_and_bring_out_nothing()
    {
        using var house = new HouseWithModelAt(null, model.Address);
        await house.AgreeToModelAsync("mei");
        await KeepAsync(house, "mei");
        var instructions = await house.InStoreAsync(db => db.AgentVersions.Where(version => version.Instructions != "").Select(version => version.Instructions).FirstAsync());
        var tunde = await house.SignedInAsync("tunde");
        var agent = await house.AgentPathAsync("mei");
        foreach (var attack in Attack.All)
        {
            // A form with a NUL in it is refused before it is ours to read; what a model says may hold one.
            model.Says = (_, _) => "";
            await AskAsync(tunde, agent, $"{Question} {attack.Cut(1900).Replace("\0", "", StringComparison.Ordinal)}");
            Clean(tunde, attack);
            Assert.NotEqual("DocumentedProcess", tunde.Page.QuerySelector("[data-verdict]")!.GetAttribute("data-verdict"));

            model.Says = Manner(attack);
            await AskAsync(tunde, agent, Question);
            Clean(tunde, attack);

            // The best card is a judgement: nothing makes more of it, and where the model failed us the built-in answerer quotes it.
            var verdict = tunde.Page.QuerySelector("[data-verdict]")?.GetAttribute("data-verdict");
            Assert.True(verdict is "CannotTell" or "JudgementCall", $"{attack}: {verdict}\n{tunde.Text}");
            var shown = tunde.Page.QuerySelector("[data-answer]")!.TextContent;
            Assert.False(Enumerable.Range(0, Math.Max(0, shown.Length - 60)).Any(at => instructions.Contains(shown.Substring(at, 60), StringComparison.Ordinal)), $"{attack}: {shown}");
            Assert.True(tunde.Page.QuerySelector("details.citation") is not null || shown.StartsWith("I can't tell", StringComparison.Ordinal) || shown.StartsWith("根据", StringComparison.Ordinal), $"{attack}: {shown}");
        }

        Assert.True(model.Received.Count >= 60, $"The model was asked {model.Received.Count} times.");
        Assert.All(model.Received, sent => Assert.DoesNotContain(Kept, sent, StringComparison.Ordinal));
    }

    private static async Task AskAsync(Visitor asker, string agent, string question)
    {
        await asker.OpenAsync(agent);
        await asker.PressAsync("form[data-ask] button", ("Question", question));
    }

    [Fact]
    public async Task In_names_and_headlines_they_are_names_and_headlines()
    {
        using var house = new House();
        var ada = await house.SignedInAsync("ada");
        var mei = await house.SignedInAsync("mei");
        var tunde = await house.SignedInAsync("tunde");
        foreach (var attack in Attack.All)
        {
            await ada.OpenAsync("/admin/people/add");
            await ada.PressAsync("form.card button.btn-primary", ("Form.Name", attack.Cut(Person.NameLength)), ("Form.Email", $"a{attack.Number}@lindenau.example"), ("Form.JobTitle", attack.Cut(Person.JobTitleLength)));
            Clean(ada, attack);
            await mei.OpenAsync("/agent");
            await mei.PressAsync("form[action*=Introduce] button", ("Headline", attack.Cut(200)));
            Clean(mei, attack);
            Clean(await tunde.OpenAsync("/ask"), attack);
            Clean(await tunde.OpenAsync($"/ask?q={Uri.EscapeDataString(attack.Cut(190))}"), attack);
        }

        await ada.OpenAsync("/admin");
        for (IHtmlAnchorElement? next; (next = ada.Page.QuerySelector("a[rel=next]") as IHtmlAnchorElement) is not null; await ada.OpenAsync(next.GetAttribute("href")!))
        {
            Clean(ada, Attack.All[0]);
        }

        // A name of which nothing is to be seen is none.
        Assert.False(await house.InStoreAsync(db => db.People.AnyAsync(person => person.Name == "")));
    }

    /// <summary>By turns: the attack and nothing else; the attack behind a quote that holds, with a verdict claimed; all that the model was told, behind one.</summary>
    private static Func<string, string, string> Manner(Attack attack) => (attack.Number % 3) switch
    {
        0 => (_, _) => attack.Text,
        1 => (_, message) => EchoingModel.Citing(attack.Cut(1400), message) + " ⟦documented-process⟧",
        _ => (system, message) => EchoingModel.Citing("As noted.", message) + " " + system + " " + message,
    };

    private static void Clean(Visitor visitor, Attack attack) => Assert.True(OnlyOurs.Breach(visitor) is null, $"{attack}: {OnlyOurs.Breach(visitor)}");

    /// <summary>A word that stands for this attack alone.</summary>
    private static string Word(Attack attack) => $"zq{(char)('a' + (attack.Number / 26))}{(char)('a' + (attack.Number % 26))}x";

    /// <summary>A card of the same owner, in the version, that is shared with one person who is not the asker.</summary>
    private static async Task KeepAsync(House house, string key)
    {
        var dafydd = await house.PersonAsync("dafydd");
        var id = (await house.DraftsOfAsync(key, new CardText { Kind = CardKind.Process, Title = $"Roll back relay {Kept}", Action = $"Roll back and look for the cause at {Kept}." }))[0];
        await AcceptAsync(house, card => card.Id.ToString() == id, Audience.ForPeople([dafydd.Id]).Value);
    }

    private static async Task ShareDraftsAsync(House house, string key)
    {
        var owner = await house.PersonAsync(key);
        await AcceptAsync(house, card => card.OwnerId == owner.Id, Audience.Organisation());
    }

    private static Task<int> AcceptAsync(House house, Func<Card, bool> which, Audience audience) => house.InStoreAsync(async db =>
    {
        foreach (var card in (await db.Cards.Where(card => card.Status == CardStatus.Draft).ToListAsync()).Where(which))
        {
            var words = await db.CardRevisions.Where(revision => revision.Id == card.CurrentRevisionId).Select(revision => revision.Text).SingleAsync();
            Assert.False(card.Accept(words, house.Clock.GetUtcNow()).Refused(out _));
            card.ShareWith(audience);
        }

        return await db.SaveChangesAsync();
    });
}
