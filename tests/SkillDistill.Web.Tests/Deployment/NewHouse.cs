using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Deployment;

/// <summary>What happens in a house that nobody has lived in yet.</summary>
internal static class NewHouse
{
    public const string How = "Everybody got a letter, and the works council had it four weeks before.";
    public const string RecordButton = "[data-record-form] button";

    /// <summary>The first start: somebody becomes the admin and is signed in.</summary>
    public static async Task<Visitor> FoundAsync(this EmptyHouse house)
    {
        var admin = await house.Stranger().OpenAsync("/sign-in");
        return await admin.PressAsync("main button", ("Form.Name", "Ada"), ("Form.Email", "ada@example.org"), ("Form.Password", "three plain words"));
    }

    /// <summary>The admin puts on record that everybody was informed.</summary>
    public static async Task<Visitor> InformAsync(this Visitor admin, string how = How, string day = "2026-10-20", string document = "File 31")
    {
        await admin.OpenAsync("/admin/deployment");
        return await admin.PressAsync(RecordButton, ("Form.How", how), ("Form.InformedOn", day), ("Form.Document", document));
    }

    /// <summary>
    /// Puts an accepted and shared card, a source with one sentence, and the consents to keep and distil into the store, behind the application's back:
    /// as in a store older than the gate.
    /// </summary>
    public static Task<(Id<Person> Owner, Id<Domain.Profiles.Source> Source, Id<Statement> Statement)> StockAsync(this EmptyHouse house) => house.InStoreAsync(async db =>
    {
        var now = house.Clock.GetUtcNow();
        var owner = await db.People.SingleAsync();
        var stream = ConsentStream.Of(owner.Id);
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent })
        {
            Assert.Null(stream.Give(owner.Id, purpose, new ConsentTerms(Audience.Private(), now.AddMonths(1), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), now).Refusal);
        }

        var card = Card.Draft(owner.Id, new CardText { Kind = CardKind.Fact, Title = "Valves", Action = "Valve three sticks in the cold." }, null, now).Value;
        card.ShareWith(Audience.Organisation());
        Assert.Null(card.Accept(card.Revisions[0].Text, now).Refusal);
        var source = Domain.Profiles.Source.Import(owner.Id, SourceKind.ColleagueSkill, "ada", now);
        source.Put(source.Add("work.md", "Checks the valves."), StatementKind.Work, "Work", "Checks the valves.", 0);
        db.ConsentStreams.Add(stream);
        db.Cards.Add(card);
        db.Sources.Add(source);
        await db.SaveChangesAsync();
        return (owner.Id, source.Id, source.Statements[0].Id);
    });
}
