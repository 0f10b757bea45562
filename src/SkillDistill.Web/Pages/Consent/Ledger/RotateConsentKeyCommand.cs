using SkillDistill.Data.Consent;

namespace SkillDistill.Web.Pages.Consent.Ledger;

/// <summary>The command <c>rotate-consent-key</c>: makes a new key to sign with and says its id. Running nodes take it up within a minute.</summary>
internal static class RotateConsentKeyCommand
{
    public static async Task<int> RotateConsentKeyAsync(this WebApplication app)
    {
        var id = await app.Services.GetRequiredService<LedgerKeys>().RotateAsync(CancellationToken.None);
        await Console.Out.WriteLineAsync($"Signing with {id} from now on. Older keys stay published, so that what they signed can be checked.");
        return 0;
    }
}
