using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Domain.Credits;

/// <summary>What somebody takes along: the months of their credit, signed as a whole, so that whoever has the published keys can check it without asking anybody.</summary>
/// <param name="Person">By name, because it is theirs to show.</param>
/// <param name="Organisation">Null where the settings name none.</param>
/// <param name="Months">Those in which something came of it, the eldest first.</param>
public sealed record CreditStatement(string Person, string? Organisation, IReadOnlyList<CreditMonth> Months, DateTimeOffset IssuedAt)
{
    public const string Format = "skilldistill-credit-1";

    /// <param name="keySet">Where the public keys are published.</param>
    public JsonObject Sign(ECDsa key, string keyId, Uri keySet)
    {
        var statement = new JsonObject
        {
            ["format"] = Format,
            ["person"] = Person,
            ["organisation"] = Organisation,
            ["issuedAt"] = LedgerLine.Time(IssuedAt),
            ["keySet"] = keySet.ToString(),
            ["months"] = new JsonArray([.. Months.Select(Write)]),
        };
        DocumentSeal.Put(statement, DocumentSeal.Credit, key, keyId);
        return statement;
    }

    private static JsonObject Write(CreditMonth month) => new()
    {
        ["month"] = month.First.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        ["colleagues"] = month.Colleagues,
        ["answers"] = month.Answers,
        ["replies"] = month.Replies,
        ["settled"] = month.Settled,
        ["stoodBy"] = month.StoodBy,
        ["changed"] = month.Changed,
    };
}
