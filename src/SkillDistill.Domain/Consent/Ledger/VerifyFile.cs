using System.Text.Json;
using System.Text.Json.Nodes;

namespace SkillDistill.Domain.Consent.Ledger;

/// <summary>
/// Checks a file that somebody kept, a receipt or an export, with nothing but the published keys. The script that is shipped beside it
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
        try
        {
            root = JsonNode.Parse(text, documentOptions: Strictly);
            receipt = root is JsonObject members && members.ContainsKey(LedgerMember) ? members : null;
        }
        catch (Exception broken) when (broken is JsonException or InvalidOperationException)
        {
            return new LedgerVerdict(null, new LedgerFinding(null, 0, LedgerFault.Unreadable));
        }

        if (ReadExport.From(receipt is null ? root : receipt[LedgerMember], out var export) is { } unreadable)
        {
            return new LedgerVerdict(null, unreadable);
        }

        var finding = export!.Check(keys);
        return new LedgerVerdict(export, finding is null && receipt is not null && !ReceiptSeal.Holds(receipt, keys) ? new LedgerFinding(export.Head.Head.Stream, 0, LedgerFault.ReceiptAltered) : finding);
    }
}

/// <summary>What there is to say about a file.</summary>
/// <param name="Export">What it holds, as far as it could be read.</param>
/// <param name="Finding">The first thing wrong, or null.</param>
public sealed record LedgerVerdict(LedgerExport? Export, LedgerFinding? Finding);
