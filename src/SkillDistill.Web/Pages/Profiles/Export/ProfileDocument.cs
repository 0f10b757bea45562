using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>The signed-in person's whole profile as one JSON document, each part in a fixed order, so that the same profile gives the same document.</summary>
internal sealed class ProfileDocument(SkillDistillDb db, CurrentPerson me)
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter() },
    };

    public async Task<JsonObject> ReadAsync(CancellationToken cancellationToken) => new()
    {
        ["person"] = Node(new { me.Person.Name, me.Person.JobTitle, me.Person.Email }),
        ["skills"] = await SkillsAsync(cancellationToken),
        ["sources"] = await SourcesAsync(cancellationToken),
        ["interview"] = await InterviewAsync(cancellationToken),
        ["cards"] = await CardsAsync(cancellationToken),
        ["agent"] = await AgentAsync(cancellationToken),
        ["asked"] = await AskedAsync(cancellationToken),
    };

    private async Task<JsonNode?> SkillsAsync(CancellationToken cancellationToken)
    {
        var rows = await db.Proficiencies.AsNoTracking().Where(level => level.PersonId == me.Id).OrderBy(level => level.SkillId).ToListAsync(cancellationToken);
        var labels = await LabelsAsync(cancellationToken);
        return Node(rows.Select(row => new { Skill = labels.GetValueOrDefault(row.SkillId.Value), row.Level, row.DeclaredAt }));
    }

    private async Task<JsonNode?> SourcesAsync(CancellationToken cancellationToken)
    {
        var sources = await db.Sources.AsNoTracking().AsSplitQuery().Include(source => source.Documents).Include(source => source.Statements)
            .Where(source => source.OwnerId == me.Id).OrderBy(source => source.ImportedAt).ThenBy(source => source.Id).ToListAsync(cancellationToken);
        return Node(sources.Select(source => new
        {
            Id = $"{source.Id}",
            source.Kind,
            source.Name,
            source.ImportedAt,
            Documents = source.Documents.OrderBy(document => document.Ordinal).Select(document => new { Id = $"{document.Id}", document.Path, document.Sha256, document.Text }),
            Statements = source.Statements.OrderBy(statement => statement.Ordinal)
                .Select(statement => new { statement.Kind, statement.Decision, Card = statement.CardId?.ToString(), Document = $"{statement.Provenance.DocumentId}", statement.Provenance.Place, statement.Provenance.Quote, statement.Provenance.Start }),
        }));
    }

    private async Task<JsonNode?> InterviewAsync(CancellationToken cancellationToken)
    {
        if (await db.Interviews.AsNoTracking().FirstOrDefaultAsync(interview => interview.OwnerId == me.Id, cancellationToken) is not { } interview)
        {
            return null;
        }

        var answers = await db.InterviewAnswers.AsNoTracking().Where(answer => answer.InterviewId == interview.Id)
            .OrderBy(answer => answer.Probe).ThenBy(answer => answer.About).ThenBy(answer => answer.Place).ThenBy(answer => answer.Slot).ToListAsync(cancellationToken);
        return Node(new
        {
            interview.ProtocolVersion,
            interview.Packs,
            interview.AsksForManner,
            interview.BegunAt,
            Answers = answers.Select(answer => new { Id = $"{answer.Id}", answer.Probe, answer.About, answer.Slot, answer.Place, Parts = answer.Parts.Texts, answer.Dismissed, answer.IsSkipped, answer.Audience.Scope, answer.WrittenAt }),
        });
    }

    private async Task<JsonNode?> CardsAsync(CancellationToken cancellationToken)
    {
        var cards = await db.Cards.AsNoTracking().AsSplitQuery().Include(card => card.Revisions).Include(card => card.Passages).Where(card => card.OwnerId == me.Id).OrderBy(card => card.CreatedAt).ThenBy(card => card.Id).ToListAsync(cancellationToken);
        var quotes = (await db.FieldQuotes.AsNoTracking().Where(quote => db.Cards.Any(card => card.Id == quote.CardId && card.OwnerId == me.Id)).OrderBy(quote => quote.Field).ThenBy(quote => quote.Ordinal).ToListAsync(cancellationToken)).ToLookup(quote => quote.CardId);
        var labels = await LabelsAsync(cancellationToken);
        return Node(cards.Select(card => new
        {
            Id = $"{card.Id}",
            card.Status,
            Audience = new { card.Audience.Scope, Team = card.Audience.TeamKey, People = card.Audience.PeopleKeys },
            card.CreatedAt,
            card.ConfirmedAt,
            card.ReviewBy,
            Skills = card.Skills.Select(tag => labels.GetValueOrDefault(tag.SkillId.Value)).Order(StringComparer.Ordinal),
            From = card.Passages.OrderBy(passage => passage.Ordinal).Select(passage => new { Document = $"{passage.From.DocumentId}", passage.From.Place, passage.From.Quote, passage.From.Start }),
            Quotes = quotes[card.Id].Select(quote => new { quote.Field, Answer = $"{quote.AnswerId}", quote.Part, quote.Words, quote.Start }),
            Revisions = card.Revisions.OrderBy(revision => revision.Number).Select(revision => new { revision.Number, revision.WrittenAt, revision.Text }),
        }));
    }

    private async Task<JsonNode?> AgentAsync(CancellationToken cancellationToken)
    {
        if (await db.Agents.AsNoTracking().FirstOrDefaultAsync(agent => agent.OwnerId == me.Id, cancellationToken) is not { } agent)
        {
            return null;
        }

        var versions = await db.AgentVersions.AsNoTracking().Include(version => version.Cards).Where(version => version.AgentId == agent.Id).OrderBy(version => version.Number).ToListAsync(cancellationToken);
        return Node(new
        {
            agent.Headline,
            Published = versions.Find(version => version.Id == agent.PublishedVersionId)?.Number,
            Versions = versions.Select(version => new
            {
                version.Number,
                version.DistilledAt,
                version.PublishedAt,
                version.RolledBackTo,
                version.Digest,
                version.Instructions,
                Cards = version.Cards.OrderBy(card => card.Ordinal).Select(card => new { Card = $"{card.CardId}", Revision = $"{card.RevisionId}" }),
            }),
        });
    }

    /// <summary>What the person asked others' agents: their questions. The answers hold others' words and stay where they are.</summary>
    private async Task<JsonNode?> AskedAsync(CancellationToken cancellationToken)
    {
        var conversations = await db.Conversations.AsNoTracking().Include(conversation => conversation.Turns).Where(conversation => conversation.AskerId == me.Id)
            .OrderBy(conversation => conversation.StartedAt).ThenBy(conversation => conversation.Id).ToListAsync(cancellationToken);
        return Node(conversations.Select(conversation => new { conversation.Title, conversation.IsTrial, conversation.StartedAt, Questions = conversation.Turns.OrderBy(turn => turn.Ordinal).Select(turn => new { turn.Question, turn.AskedAt }) }));
    }

    private async Task<Dictionary<Guid, string>> LabelsAsync(CancellationToken cancellationToken) =>
        (await db.Skills.AsNoTracking().ToListAsync(cancellationToken)).ToDictionary(skill => skill.Id.Value, skill => Skill(skill));

    private static string Skill(Skill skill) => skill.Label(System.Globalization.CultureInfo.GetCultureInfo("en"));

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Plain);
}
