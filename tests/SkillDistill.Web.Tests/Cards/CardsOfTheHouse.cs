using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Cards;

/// <summary>What the card tests find and put in the store of a house.</summary>
internal static class CardsOfTheHouse
{
    /// <summary>The id of a card of this person, by its title, or of any accepted one.</summary>
    public static Task<string> CardOfAsync(this House house, string key, string? title) => house.InStoreAsync(async db =>
    {
        var person = await db.People.SingleAsync(person => person.Email == $"{key}@lindenau.example");
        var cards = await db.Cards.Where(card => card.OwnerId == person.Id && card.Status == CardStatus.Accepted)
            .Join(db.CardRevisions, card => card.CurrentRevisionId, revision => revision.Id, (card, revision) => new { card.Id, revision.Text.Title }).ToListAsync();
        return cards.First(card => title is null || card.Title == title).Id.ToString();
    });

    /// <summary>Puts drafts into the store, each with its quote in one document.</summary>
    public static Task<List<string>> DraftsOfAsync(this House house, string key, params CardText[] texts) => house.InStoreAsync(async db =>
    {
        var person = await db.People.SingleAsync(person => person.Email == $"{key}@lindenau.example");
        var now = house.Clock.GetUtcNow();
        var source = Source.Import(person.Id, SourceKind.Notes, "Notes", now);
        var document = source.Add("notes/on-call.md", string.Join('\n', texts.Select(text => text.Title)));
        db.Sources.Add(source);
        var cards = texts.Select((text, index) => Card.Draft(person.Id, text, new Provenance(document.Id, "On call > 1", $"In the notes: {text.Title}", index), now).Value).ToList();
        db.Cards.AddRange(cards);
        await db.SaveChangesAsync();
        return cards.ConvertAll(card => card.Id.ToString());
    });

    /// <summary>Somebody whom the sign-in page does not offer, signed in with a password.</summary>
    public static async Task<Visitor> SignedInAsPersonAsync(this House house, string key)
    {
        const string password = "a password for tests";
        await using (var scope = house.Services.CreateAsyncScope())
        {
            var accounts = scope.ServiceProvider.GetRequiredService<UserManager<Data.People.Account>>();
            var account = (await accounts.FindByEmailAsync($"{key}@lindenau.example"))!;
            if (!await accounts.HasPasswordAsync(account))
            {
                await accounts.AddPasswordAsync(account, password);
            }
        }

        var visitor = await house.Stranger().OpenAsync("/sign-in");
        await visitor.PressAsync("form.card button.w-100", ("Form.Email", $"{key}@lindenau.example"), ("Form.Password", password));
        return visitor;
    }
}
