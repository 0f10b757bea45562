using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// A stream in the form in which it leaves the application: all fields that are hashed, what was decided where that may be told, and the signed head.
/// It is a download by itself and a part of each receipt.
/// </summary>
/// <param name="Partial">Whether what some entries decided is left out for discretion.</param>
public sealed record LedgerExport(IReadOnlyList<LedgerLine> Lines, bool Partial, SealedHead Head)
{
    public const string Format = "skilldistill-consent-ledger-1";

    /// <param name="entries">All of the stream up to its head, in order.</param>
    /// <param name="discloses">Whether an entry's payload goes along.</param>
    public static LedgerExport Of(ConsentStream stream, IReadOnlyList<LedgerEntry> entries, Func<LedgerEntry, bool> discloses)
    {
        var lines = entries.Select(entry => discloses(entry) ? LedgerLine.Of(entry) : LedgerLine.Of(entry) with { Payload = null, Salt = null });
        return new LedgerExport([.. lines], entries.Any(entry => entry.Payload is not null && !discloses(entry)), SealedHead.Of(stream));
    }

    public LedgerFinding? Check(PublishedKeys keys) => VerifyStream.Check(Lines, Head, keys.ById, Partial);

    public JsonObject Write() => new()
    {
        ["format"] = Format,
        ["stream"] = Head.Head.Stream,
        ["entries"] = new JsonArray([.. Lines.Select(Write)]),
        ["partial"] = Partial,
        ["head"] = new JsonObject
        {
            ["sequence"] = Head.Head.Sequence,
            ["hash"] = Head.Head.Hash,
            ["at"] = Head.Head.At,
            ["keyId"] = Head.KeyId,
            ["signature"] = Head.Signature,
        },
    };

    private static JsonObject Write(LedgerLine line) => new()
    {
        ["sequence"] = line.Sequence,
        ["type"] = line.Type,
        ["at"] = line.At,
        ["actor"] = line.Actor,
        ["payload"] = line.Payload is null ? null : JsonNode.Parse(line.Payload),
        ["salt"] = line.Salt,
        ["payloadDigest"] = line.PayloadDigest,
        ["previousHash"] = line.PreviousHash,
        ["hash"] = line.Hash,
    };
}
