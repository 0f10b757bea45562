using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>Reads an export back, exactly as it is written: a member more or less, or another kind of value, is not read over.</summary>
internal static class ReadExport
{
    private static readonly string[] Members = ["format", "stream", "entries", "partial", "head"];
    private static readonly string[] EntryMembers = ["sequence", "type", "at", "actor", "payload", "salt", "payloadDigest", "previousHash", "hash"];
    private static readonly string[] HeadMembers = ["sequence", "hash", "at", "keyId", "signature"];

    /// <returns>The first thing that cannot be read, or null.</returns>
    public static LedgerFinding? From(JsonNode? json, out LedgerExport? export)
    {
        export = null;
        string? stream = null;
        var entry = 0;
        try
        {
            var root = Exactly(json, Members);
            stream = Text(root["stream"]);
            var entries = root["entries"]!.AsArray();
            var head = Exactly(root["head"], HeadMembers);
            var sealedHead = new SealedHead(
                new LedgerHead(stream, head["sequence"]!.GetValue<int>(), Text(head["hash"]), Text(head["at"])), Text(head["keyId"]), Text(head["signature"]));
            var partial = root["partial"]!.GetValue<bool>();
            if (Text(root["format"]) != LedgerExport.Format || entries.Count == 0)
            {
                return Unreadable(stream, entry);
            }

            var lines = new List<LedgerLine>();
            foreach (var line in entries)
            {
                entry++;
                lines.Add(Line(stream, Exactly(line, EntryMembers)));
            }

            export = new LedgerExport(lines, partial, sealedHead);
            return null;
        }
        catch (Exception broken) when (broken is FormatException or InvalidOperationException or NullReferenceException or NotSupportedException)
        {
            return Unreadable(stream, entry);
        }
    }

    private static LedgerFinding Unreadable(string? stream, int entry) => new(stream, entry, LedgerFault.Unreadable);

    private static LedgerLine Line(string stream, JsonObject line) => new(
        stream,
        line["sequence"]!.GetValue<int>(),
        Text(line["type"]),
        Text(line["at"]),
        Text(line["actor"]),
        line["payload"] is { } payload ? CanonicalJson.Write(payload.AsObject()) : null,
        (string?)line["salt"],
        Text(line["payloadDigest"]),
        Text(line["previousHash"]),
        Text(line["hash"]));

    private static JsonObject Exactly(JsonNode? node, string[] members) =>
        node is JsonObject found && found.Count == members.Length && members.All(found.ContainsKey) ? found : throw new FormatException();

    private static string Text(JsonNode? node) => (string?)node ?? throw new FormatException();
}
