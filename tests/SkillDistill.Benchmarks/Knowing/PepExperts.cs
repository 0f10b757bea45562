using Microsoft.EntityFrameworkCore;
using SkillDistill.Benchmarks.Retrieval;
using SkillDistill.Data.Profiles.Indexing;
using SkillDistill.Data.Stores;
using SkillDistill.Distillation.Composing;
using SkillDistill.Distillation.Retrieval;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Agents.Indexing;
using SkillDistill.Web.Pages.Ask;

namespace SkillDistill.Benchmarks.Knowing;

/// <summary>Experts found by what they wrote: by reading all of it, and by what the index proposes. All passages are cards of one agent; whose they are is looked up afterwards, since one passage has several authors.</summary>
internal static class PepExperts
{
    public static async Task RunAsync()
    {
        var collection = Collection.Read("pep-experts");
        var file = Path.Combine(Path.GetTempPath(), $"pep-experts-{Guid.NewGuid():N}.db");
        var builder = new DbContextOptionsBuilder<SqliteDb>();
        builder.UseSqliteFile(file);
        await using var db = new SqliteDb(builder.Options);
        await db.Database.EnsureCreatedAsync();
        var passages = await PublishAsync(db, collection);
        await new IndexCards(db, new IndexOwners(db, CardWords.Of), new CountIndex(db, TimeProvider.System), TimeProvider.System).RunAsync(CancellationToken.None);
        var statistics = await db.IndexStatistics.AsNoTracking().SingleAsync();
        var (nearest, asker) = (new NearestCards(db), new Asker(Id<Person>.New(), []));
        var whole = await db.IndexedAsync(await db.CardRevisions.Select(revision => revision.Id).ToListAsync(), CancellationToken.None);
        var index = CardIndex.Of(whole);
        var (old, indexed) = (new List<double>(), new List<double>());
        foreach (var question in collection.Questions)
        {
            double Recall(IEnumerable<(Id<Card> Card, double Score)> hits)
            {
                var found = hits.Take(200).Select(hit => (Passage: passages[hit.Card], hit.Score)).Where(hit => hit.Passage.Group != question.Without).Take(100)
                    .SelectMany(hit => hit.Passage.People.Select(person => (person, hit.Score))).GroupBy(row => row.person).OrderByDescending(rows => rows.Sum(row => row.Score)).Select(rows => rows.Key).ToList();
                return Measures.Recall(found, collection.Grades[question.Id], 5);
            }

            old.Add(Recall(Ranking.Of(Question.Read(question.Text), index, whole, 200).Hits.Select(hit => (hit.Card.CardId, hit.Score))));
            indexed.Add(Recall((await nearest.AmongManyAsync(question.Text, asker, DateTimeOffset.UtcNow, statistics, CancellationToken.None)).Select(card => (card.Hit.Card.CardId, card.Hit.Score))));
        }

        Console.WriteLine($"pep-experts  {whole.Count:N0} passages: R@5 {old.Average():0.0000} reading all, {indexed.Average():0.0000} by the index; better for {old.Zip(indexed).Count(pair => pair.Second > pair.First)} of {old.Count} questions, worse for {old.Zip(indexed).Count(pair => pair.Second < pair.First)}");
        db.Dispose();
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        File.Delete(file);
    }

    private static async Task<Dictionary<Id<Card>, Passage>> PublishAsync(SqliteDb db, Collection collection)
    {
        var now = DateTimeOffset.UtcNow;
        var owner = Person.Join("Everybody", "everybody@example.org", "", null, now).Value;
        var stream = ConsentStream.Of(owner.Id);
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues })
        {
            stream.Give(owner.Id, purpose, new ConsentTerms(Audience.Organisation(), now.AddMonths(6), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), now);
        }

        var cards = new Dictionary<Id<Card>, Passage>();
        var materials = new List<CardMaterial>();
        foreach (var passage in collection.Passages)
        {
            var text = new CardText { Kind = CardKind.Fact, Title = Cut(passage.Title, CardText.TitleLength), Action = Cut(passage.Text, CardText.FieldLength) };
            var card = Card.Draft(owner.Id, text, null, now).Value;
            card.ShareWith(Audience.Organisation());
            card.Accept(card.Revisions[0].Text, now);
            db.Add(card);
            cards[card.Id] = passage;
            materials.Add(new CardMaterial(card.Id, card.CurrentRevisionId, card.Revisions[0].Text, [], now, now));
        }

        var agent = Agent.Of(owner.Id);
        var version = agent.Distil(Composer.Compose(owner.Name, materials), null, now);
        agent.Publish(version, now);
        db.AddRange(owner, stream, agent, version);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return cards;
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length].ToWellFormed() : text;
}
