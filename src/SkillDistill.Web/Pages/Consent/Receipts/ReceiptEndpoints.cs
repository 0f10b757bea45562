using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>The downloads about consent, each to the person it is about and to nobody else, and the keys, which are for everybody.</summary>
internal static class ReceiptEndpoints
{
    public const string KeysPath = ".well-known/skilldistill-consent-keys.json";

    /// <summary>Short, so that a key made a moment ago is found by whoever checks a receipt signed with it.</summary>
    private const string KeysHold = "public, max-age=300";

    public static void MapReceipts(this WebApplication app)
    {
        app.MapGet("/consent/receipt", async (HttpRequest request, CurrentPerson me, IssueReceipt issue, TimeProvider clock, CancellationToken cancellationToken) =>
            Download(await issue.ReceiptAsync(me.Id, null, Site(request), cancellationToken), "consent-receipt", "jsonld", clock));
        app.MapGet("/consent/receipt/{purpose}", async (string purpose, HttpRequest request, CurrentPerson me, IssueReceipt issue, TimeProvider clock, CancellationToken cancellationToken) =>
            Named(purpose) is { } only ? Download(await issue.ReceiptAsync(me.Id, only, Site(request), cancellationToken), $"consent-receipt-{only}", "jsonld", clock) : Results.NotFound());
        app.MapGet("/consent/record", async (HttpRequest request, CurrentPerson me, IssueReceipt issue, TimeProvider clock, CancellationToken cancellationToken) =>
            Download(await issue.RecordsAsync(me.Id, Site(request), cancellationToken), "consent-record", "jsonld", clock));
        app.MapGet("/consent/ledger", async (CurrentPerson me, IssueReceipt issue, TimeProvider clock, CancellationToken cancellationToken) =>
            Download(await issue.LedgerAsync(me.Id, cancellationToken), "consent-ledger", "json", clock));
        app.MapGet($"/{KeysPath}", PublishedAsync).AllowAnonymous();
    }

    private static IResult Download(JsonObject? document, string name, string ending, TimeProvider clock) => document is null
        ? Results.NotFound()
        : Results.File(JsonLd.Bytes(document), ending == "json" ? "application/json" : JsonLd.MediaType, $"{name}-{clock.GetUtcNow():yyyy-MM-dd}.{ending}");

    private static async Task<IResult> PublishedAsync(HttpResponse response, SkillDistillDb db, CancellationToken cancellationToken)
    {
        var keys = await db.SigningKeys.AsNoTracking().OrderBy(key => key.CreatedAt).ToListAsync(cancellationToken);
        response.Headers.CacheControl = KeysHold;
        return Results.Bytes(JsonLd.Bytes(PublishedKeys.Write(keys)), "application/jwk-set+json");
    }

    private static Purpose? Named(string purpose) => Enum.GetValues<Purpose>().Where(known => known.ToString() == purpose).Select(known => (Purpose?)known).FirstOrDefault();

    /// <summary>The address under which this request opened the application, ending in a slash.</summary>
    public static Uri Site(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}/");
}
