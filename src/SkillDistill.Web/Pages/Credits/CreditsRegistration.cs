using System.Globalization;
using SkillDistill.Web.Pages.Consent.Receipts;

namespace SkillDistill.Web.Pages.Credits;

internal static class CreditsRegistration
{
    public static void AddCredits(this WebApplicationBuilder builder)
    {
        builder.Services.AddScoped<ReadCredit>();
        builder.Services.AddScoped<IssueStatement>();
    }

    public static void MapCredits(this WebApplication app) => app.MapGet("/credit/statement", async (HttpRequest request, IssueStatement issue, TimeProvider clock, CancellationToken cancellationToken) =>
        await issue.SignedAsync(ReceiptEndpoints.Site(request), cancellationToken) is { } statement
            ? Results.File(JsonLd.Bytes(statement), "application/json", string.Create(CultureInfo.InvariantCulture, $"skilldistill-credit-{clock.GetUtcNow():yyyy-MM-dd}.json"))
            : Results.NotFound());
}
