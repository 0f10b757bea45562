using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>What an entry says: which purpose, and on what terms.</summary>
public sealed record LedgerDecision(int Sequence, ConsentState State, DateTimeOffset At, LedgerActor Actor, Purpose Purpose, ConsentTerms Terms, DateTimeOffset? EndsAt)
{
    /// <summary>The payload of an entry: what a person agreed to or took back, and what they had read.</summary>
    internal static string Write(Consent consent)
    {
        var terms = consent.Terms;
        return CanonicalJson.Write(new JsonObject
        {
            ["purpose"] = consent.Purpose.ToString(),
            ["endsAt"] = consent.EndsAt is { } end ? LedgerLine.Time(end) : null,
            ["audience"] = new JsonObject
            {
                ["scope"] = terms.Audience.Scope.ToString(),
                ["team"] = terms.Audience.TeamKey?.ToString("N"),
                ["people"] = new JsonArray([.. terms.Audience.PeopleKeys.Order().Select(person => (JsonNode)person.ToString("N"))]),
            },
            ["notice"] = new JsonObject { ["version"] = terms.NoticeVersion, ["digest"] = terms.NoticeDigest, ["language"] = terms.Language },
            ["method"] = terms.Method.ToString(),
            ["recipient"] = terms.Recipient,
        });
    }

    /// <exception cref="JsonException">The payload was not written by the ledger.</exception>
    internal static LedgerDecision Read(int sequence, string type, DateTimeOffset at, string actor, string payload)
    {
        try
        {
            var root = JsonNode.Parse(payload)!;
            var (audience, notice) = (root["audience"]!, root["notice"]!);
            DateTimeOffset? endsAt = (string?)root["endsAt"] is { } end ? DateTimeOffset.ParseExact(end, LedgerLine.TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
            var terms = new ConsentTerms(
                Audience.Restore(Named<AudienceScope>(audience["scope"]), audience["team"] is { } team ? Key(team) : null, [.. audience["people"]!.AsArray().Select(Key)]),
                endsAt ?? DateTimeOffset.MinValue,
                Text(notice["version"]),
                Text(notice["digest"]),
                Text(notice["language"]),
                Named<ConsentMethod>(root["method"]),
                (string?)root["recipient"]);
            return new LedgerDecision(sequence, Named<ConsentState>(type), at, Named<LedgerActor>(actor), Named<Purpose>(root["purpose"]), terms, endsAt);
        }
        catch (Exception broken) when (broken is FormatException or ArgumentException or NullReferenceException or InvalidOperationException)
        {
            throw new JsonException("Not a payload of the ledger.", broken);
        }
    }

    // Exactly as the ledger writes it, so that whoever reads it in another language need not know what else .NET takes for a name or a key.
    private static T Named<T>(JsonNode? node)
        where T : struct, Enum =>
        Enum.TryParse<T>(Text(node), out var value) && Enum.IsDefined(value) && value.ToString() == Text(node) ? value : throw new FormatException();

    private static Guid Key(JsonNode? node) => Guid.ParseExact(Text(node), "N") is var key && key.ToString("N") == Text(node) ? key : throw new FormatException();

    private static string Text(JsonNode? node) => (string?)node ?? throw new FormatException();
}
