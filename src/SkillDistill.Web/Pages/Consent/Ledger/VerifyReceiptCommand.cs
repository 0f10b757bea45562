using System.Globalization;
using System.Text.Json;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Consent.Ledger;

/// <summary>
/// The command <c>verify-receipt FILE KEYS</c>: checks a receipt, an export or a statement of credit that somebody kept, against a set of published keys and nothing else; the
/// store is not asked. Ends with 1 where something is wrong.
/// </summary>
internal static class VerifyReceiptCommand
{
    public static async Task<int> RunAsync(string[] arguments)
    {
        if (arguments is not [var file, var keys, ..])
        {
            await Console.Error.WriteLineAsync("usage: verify-receipt FILE KEYS");
            return Commands.Misused;
        }

        try
        {
            var (kept, published) = (await File.ReadAllBytesAsync(file), await File.ReadAllBytesAsync(keys));
            return await TellAsync(file, VerifyFile.Check(kept, PublishedKeys.Read(published)));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException or JsonException)
        {
            await Console.Error.WriteLineAsync(unread.Message);
            return Commands.Misused;
        }
    }

    private static async Task<int> TellAsync(string file, LedgerVerdict verdict)
    {
        foreach (var line in (verdict.Finding is null ? verdict.Export?.Lines : null) ?? [])
        {
            await Console.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{line.Sequence,5}  {line.At}  {line.Type,-12} {line.Actor,-12} {Standing(line, verdict.Export!)}"));
        }

        await Console.Out.WriteLineAsync(verdict switch
        {
            { Finding: { } finding } => string.Create(CultureInfo.InvariantCulture, $"{file}: NOT VALID, {(finding.Sequence == 0 ? "the file" : $"entry {finding.Sequence}")}: {finding.Fault}"),
            { Export: { } export } => string.Create(CultureInfo.InvariantCulture, $"{file}: valid, {export.Lines.Count} entries of stream {export.Head.Head.Stream}, head signed by key {export.Head.KeyId}"),
            _ => $"{file}: valid, a statement of credit",
        });
        return verdict.Finding is null ? 0 : 1;
    }

    private static string Standing(LedgerLine line, LedgerExport export) => line switch
    {
        { Payload: not null } => "ok",
        _ when export.Lines.Any(later => later.Type == LedgerTypes.Erased && later.Sequence > line.Sequence) => "redacted (erased)",
        _ => "withheld",
    };
}
