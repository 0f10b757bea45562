using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;
using SkillDistill.Web.Tests.Cards;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Ask;

/// <summary>Every hostile text in every field of a card: what comes out is words, and only those that the reader may see.</summary>
public sealed class HostileTexts
{
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
