using System.Text.Json;
using System.Text.Json.Nodes;
using SkillDistill.Domain.Credits;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// Checks a file that somebody kept, a receipt, an export of the ledger or a statement of credit, with nothing but the published keys. The script that is shipped beside it
/// (verify-consent.mjs) says the same of every file.
/// </summary>
public static class VerifyFile
{
    /// <summary>Where a receipt keeps its part of the ledger.</summary>
    public const string LedgerMember = "sd:ledger";

    private const int Deepest = 32;

    private static readonly JsonDocumentOptions Strictly = new() { AllowDuplicateProperties = false, MaxDepth = Deepest };

    /// <param name="file">UTF-8.</param>
    public static LedgerVerdict Check(ReadOnlySpan<byte> file, PublishedKeys keys)
    {
        var text = file.StartsWith("\uFEFF"u8) ? file[3..] : file;
        JsonNode? root;
        JsonObject? receipt;
        JsonObject? statement;
        try
        {
            root = JsonNode.Parse(text, documentOptions: Strictly);
            receipt = root is JsonObject members && members.ContainsKey(LedgerMember) ? members : null;
            statement = root is JsonObject other && receipt is null && IsStatement(other) ? other : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new LedgerVerdict(null, new LedgerFinding(null, 0, LedgerFault.Unreadable));
        }

        if (statement is not null)
        {
            return new LedgerVerdict(null, DocumentSeal.Holds(statement, DocumentSeal.Credit, keys) ? null : new LedgerFinding(null, 0, LedgerFault.StatementAltered));
        }

        if (ReadExport.From(receipt is null ? root : receipt[LedgerMember], out var export) is { } unreadable)
        {
            return new LedgerVerdict(null, unreadable);
        }

        var finding = export!.Check(keys);
        return new LedgerVerdict(export, finding is null && receipt is not null && !DocumentSeal.Holds(receipt, DocumentSeal.Receipt, keys) ? new LedgerFinding(export.Head.Head.Stream, 0, LedgerFault.ReceiptAltered) : finding);
    }

    private static bool IsStatement(JsonObject members) => members["format"] is JsonValue format && format.TryGetValue<string>(out var name) && name == CreditStatement.Format;
}

/// <summary>What there is to say about a file.</summary>
/// <param name="Export">What it holds, as far as it could be read; null too where it is a statement of credit.</param>
/// <param name="Finding">The first thing wrong, or null.</param>
public sealed record LedgerVerdict(LedgerExport? Export, LedgerFinding? Finding);
