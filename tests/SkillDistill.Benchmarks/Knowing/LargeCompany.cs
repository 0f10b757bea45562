using System.Data.Common;
using System.Diagnostics;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Distillation.Composing;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Benchmarks.Knowing;

/// <summary>
/// A company of very many people with ten published cards each. Of the cards three in ten are for a team, one in twenty for people named, one in twenty private again since; of the people one in five lets only their
/// department ask, and three in a hundred have taken that back. Written straight into an empty store; the index is built by the product's own chore.
/// </summary>
internal sealed class LargeCompany(SkillDistillDb db, int cards)
{
    public const int CardsEach = 10;

    // Team of about a dozen, department of about 250, division, company.
    private const int PeopleInTeam = 12;
    private const int TeamsInDepartment = 20;
    private const int DepartmentsInDivision = 20;

    private readonly Random _chance = new(20261129);
    private readonly InventedWords _words = new();
    private readonly DateTimeOffset _now = DateTimeOffset.UtcNow;

    private int People => cards / CardsEach;

    public async Task FoundAsync()
    {
        var watch = Stopwatch.StartNew();
        var (first, teams) = await FirstAsync();
        await db.Database.OpenConnectionAsync();
        var store = db.Database.GetDbConnection();
        var people = Enumerable.Range(0, People).Select(number => new Member(Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), teams[number / PeopleInTeam].ToArray(), _chance.Next(100))).ToList();
        await BulkTable.FillAsync(store, "people", $"id = '{Written(first)}'", ["id", "name", "email", "job_title", "team_id"], people.Select((person, number) =>
            new object?[] { person.Id, $"{_words[_chance.Next(500, 3000)]} {_words[_chance.Next(3000, 30_000)]}", $"p{number}@example.org", $"Senior {_words[_chance.Next(0, 300)]}", person.Teams[0] }));
        var streams = people.ToDictionary(person => person.Id, _ => Guid.NewGuid());
        await BulkTable.FillAsync(store, "consent_streams", $"subject_id = '{Written(first)}'", ["id", "subject_id"], people.Select(person => new object?[] { streams[person.Id], person.Id }));
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues })
        {
            var answers = purpose == Purpose.AnswerColleagues;
            await BulkTable.FillAsync(store, "consents", $"subject_id = '{Written(first)}' AND purpose = '{purpose}'", ["id", "stream_id", "subject_id", "state", "audience_scope", "audience_team"], people.Select(person => new object?[]
            {
                Guid.CreateVersion7(), streams[person.Id], person.Id, answers && person.Luck < 3 ? nameof(ConsentState.Withdrawn) : nameof(ConsentState.Given),
                answers ? person.Luck < 23 ? nameof(AudienceScope.Team) : nameof(AudienceScope.Organisation) : nameof(AudienceScope.Private), answers && person.Luck < 23 ? person.Teams[1] : null,
            }));
        }

        await BulkTable.FillAsync(store, "agents", $"owner_id = '{Written(first)}'", ["id", "owner_id", "published_version_id"], people.Select(person => new object?[] { person.Agent, person.Id, person.Version }));
        await BulkTable.FillAsync(store, "agent_versions", "1 = 1", ["id", "agent_id", "instructions"], people.Select(person => new object?[] { person.Version, person.Agent, "You answer." }));
        var written = people.SelectMany(person => Enumerable.Range(0, CardsEach).Select(number => new Piece(person, Guid.CreateVersion7(), Guid.CreateVersion7(), number, _chance.Next(100)))).ToList();
        await BulkTable.FillAsync(store, "cards", $"owner_id = '{Written(first)}'", ["id", "owner_id", "current_revision_id", "audience_scope", "audience_team", "audience_people"], written.Select(card => new object?[]
        {
            card.Id, card.Person.Id, card.Revision, card.Luck switch { < 5 => nameof(AudienceScope.Private), < 10 => nameof(AudienceScope.People), < 40 => nameof(AudienceScope.Team), _ => nameof(AudienceScope.Organisation) },
            card.Luck is >= 10 and < 40 ? card.Person.Teams[card.Luck % 3] : null, Named(store, card, people),
        }));
        await BulkTable.FillAsync(store, "card_revisions", "1 = 1", ["id", "card_id", "title", "situation", "action", "reason"], written.Select(card =>
            new object?[] { card.Revision, card.Id, _words.Some(_chance, 5), _words.Some(_chance, 6), _words.Some(_chance, 12), _words.Some(_chance, 5) }));
        await BulkTable.FillAsync(store, "pinned_cards", "1 = 1", ["version_id", "card_id", "revision_id", "ordinal"], written.Select(card => new object?[] { card.Person.Version, card.Id, card.Revision, card.Number }));
        await BulkTable.FillAsync(store, "indexing_due", $"owner_id = '{Written(first)}'", ["id", "owner_id"], people.Select(person => new object?[] { person.Id, person.Id }));
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        Console.WriteLine($"{cards,9:N0} cards written in {watch.Elapsed.TotalSeconds:0} s");
    }

    private object? Named(DbConnection store, Piece card, List<Member> people)
    {
        Guid[] named = card.Luck is >= 5 and < 10 ? [people[_chance.Next(people.Count)].Id, people[_chance.Next(people.Count)].Id] : [];
        return store is Npgsql.NpgsqlConnection ? named : System.Text.Json.JsonSerializer.Serialize(named.Select(Written));
    }

    private string Written(Guid id) => db.Database.IsNpgsql() ? $"{id}" : $"{id}".ToUpperInvariant();

    /// <summary>One person made by the product's own rules, after whom the others are made.</summary>
    /// <returns>The person, and of each team its line upward.</returns>
    private async Task<(Guid Person, List<List<Guid>> Teams)> FirstAsync()
    {
        var company = Team.Form("Company", null);
        List<(Team Team, List<Guid> Line)> divisions = [], departments = [], teams = [];
        var count = (People / PeopleInTeam) + 1;
        for (var number = 0; number < count; number++)
        {
            Open(divisions, number % (TeamsInDepartment * DepartmentsInDivision) == 0, "Division", company, [company.Id.Value]);
            Open(departments, number % TeamsInDepartment == 0, "Department", divisions[^1].Team, divisions[^1].Line);
            Open(teams, true, "Team", departments[^1].Team, departments[^1].Line);
        }

        db.AddRange([company, .. divisions.Concat(departments).Concat(teams).Select(unit => unit.Team)]);
        var first = Person.Join("First Person", "first@example.org", "Engineer", null, _now).Value;
        var stream = ConsentStream.Of(first.Id);
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues })
        {
            stream.Give(first.Id, purpose, new ConsentTerms(Audience.Organisation(), _now.AddMonths(6), Notice.ShippedVersion, Notice.Shipped("en").Digest, "en"), _now);
        }

        var text = new CardText { Kind = CardKind.Process, Title = "First", Situation = "Once", Action = "Begin", Reason = "Because" };
        var card = Card.Draft(first.Id, text, null, _now).Value;
        card.ShareWith(Audience.Organisation());
        card.Accept(card.Revisions[0].Text, _now);
        var agent = Agent.Of(first.Id);
        var version = agent.Distil(Composer.Compose(first.Name, [new CardMaterial(card.Id, card.CurrentRevisionId, card.Revisions[0].Text, [], card.ConfirmedAt, card.ReviewBy)]), null, _now);
        agent.Publish(version, _now);
        db.AddRange(first, stream, card, agent, version);
        await db.SaveChangesAsync();
        db.ChangeTracker.Clear();
        return (first.Id.Value, teams.ConvertAll(team => team.Line));
    }

    private static void Open(List<(Team Team, List<Guid> Line)> units, bool isDue, string name, Team above, List<Guid> line)
    {
        if (isDue)
        {
            var unit = Team.Form($"{name} {units.Count + 1}", above.Id);
            units.Add((unit, [unit.Id.Value, .. line]));
        }
    }

    private sealed record Member(Guid Id, Guid Agent, Guid Version, Guid[] Teams, int Luck);

    private sealed record Piece(Member Person, Guid Id, Guid Revision, int Number, int Luck);
}
