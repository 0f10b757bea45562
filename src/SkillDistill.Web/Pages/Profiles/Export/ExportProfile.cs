using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using SkillDistill.Web.Pages.Consent.Receipts;
using SkillDistill.Web.Pages.Credits;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Profiles.Export;

/// <summary>
/// Everything that is kept of the signed-in person's, in one ZIP: for machines as JSON, for people as Markdown. It is written straight into the answer; nothing of it is ever laid down on
/// the server. docs/my-data.md describes what is in it.
/// </summary>
internal sealed class ExportProfile(ProfileDocument document, IssueReceipt receipts, IssueStatement credit, CurrentPerson me, TimeProvider clock)
{
    public const string Format = "skilldistill-profile";

    public const int FormatVersion = 2;

    public string FileName => string.Create(CultureInfo.InvariantCulture, $"skilldistill-{clock.GetUtcNow():yyyy-MM-dd}.zip");

    /// <param name="site">The address under which the person opened the application.</param>
    public async Task WriteAsync(Stream output, Uri site, CancellationToken cancellationToken)
    {
        await using var zip = await ZipArchive.CreateAsync(output, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8, cancellationToken);
        var digests = new JsonObject();
        var profile = (await document.ReadAsync(cancellationToken)).ToJson();
        await foreach (var (name, bytes) in FilesAsync(profile, site, cancellationToken))
        {
            await AddAsync(zip, name, bytes, cancellationToken);
            digests[name] = Convert.ToHexStringLower(SHA256.HashData(bytes));
        }

        var manifest = new JsonObject
        {
            ["format"] = Format,
            ["version"] = FormatVersion,
            ["exportedAt"] = clock.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
            ["sha256"] = digests,
        };
        await AddAsync(zip, "manifest.json", JsonLd.Bytes(manifest), cancellationToken);
    }

    private async IAsyncEnumerable<(string Name, byte[] Bytes)> FilesAsync(JsonObject profile, Uri site, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        yield return ("profile.json", JsonLd.Bytes(profile));
        foreach (var (name, text) in ReadableProfile.Of(profile))
        {
            yield return (name, Encoding.UTF8.GetBytes(text));
        }

        if (await receipts.ReceiptAsync(me.Id, null, site, cancellationToken) is { } receipt)
        {
            yield return ("consent/consent-receipt.jsonld", JsonLd.Bytes(receipt));
        }

        if (await receipts.LedgerAsync(me.Id, cancellationToken) is { } ledger)
        {
            yield return ("consent/consent-ledger.json", JsonLd.Bytes(ledger));
        }

        if (await credit.SignedAsync(site, cancellationToken) is { } statement)
        {
            yield return ("credit/credit-statement.json", JsonLd.Bytes(statement));
        }
    }

    private static async Task AddAsync(ZipArchive zip, string name, byte[] bytes, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name, CompressionLevel.Optimal).OpenAsync(cancellationToken);
        await entry.WriteAsync(bytes, cancellationToken);
    }
}
