using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Credits;
using SkillDistill.Web.Pages.Consent.Receipts;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Credits;

/// <summary>The signed statement of the signed-in person's credit.</summary>
internal sealed class IssueStatement(ReadCredit read, LedgerKeys keys, IOptions<OrganisationOptions> organisation, CurrentPerson me, TimeProvider clock)
{
    /// <param name="site">The address under which people open the application, ending in a slash.</param>
    /// <returns>Null where nothing came of anything yet.</returns>
    public async Task<JsonObject?> SignedAsync(Uri site, CancellationToken cancellationToken)
    {
        if (await read.MonthsAsync(cancellationToken) is not { Count: > 0 } months)
        {
            return null;
        }

        var key = await keys.CurrentAsync(cancellationToken);
        return new CreditStatement(me.Person.Name, organisation.Value.Name, months, clock.GetUtcNow()).Sign(key.Key, key.Id, new Uri(site, ReceiptEndpoints.KeysPath));
    }
}
