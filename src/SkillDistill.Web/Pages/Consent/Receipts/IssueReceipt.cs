using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using SkillDistill.Data;
using SkillDistill.Data.Consent;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>What a person may take away about their consent: a receipt with the ledger in it, the records as the controller keeps them, and the bare ledger.</summary>
internal sealed class IssueReceipt(
    SkillDistillDb db, NoticeBoard notices, LedgerKeys keys, ComposeRecord compose, Prohibitions prohibitions, AudienceNames names, IStringLocalizer<Words> words, TimeProvider clock)
{
    public const string Schema = "https://w3id.org/dpv/schema/dpv-27560#receipt-eu-gdpr";

    /// <param name="only">One purpose; what was decided on the others is then left out, and the chain still holds.</param>
    /// <param name="site">The address under which people open the application, ending in a slash.</param>
    /// <returns>Null where nothing was ever asked or decided.</returns>
    public async Task<JsonObject?> ReceiptAsync(Id<Person> subject, Purpose? only, Uri site, CancellationToken cancellationToken)
    {
        if (await OwnLedger.LoadAsync(db, notices, subject, cancellationToken) is not { } ledger || (only is { } asked && !ledger.Purposes.Contains(asked)))
        {
            return null;
        }

        await names.LoadAsync(ledger.Decisions.Select(decision => decision.Terms.Audience), cancellationToken);
        var id = $"urn:uuid:{Guid.NewGuid()}";
        var receipt = new JsonObject
        {
            ["@context"] = DpvContext.Inline(),
            ["@id"] = id,
            ["@type"] = "dpv:ConsentReceipt",
            ["dct:conformsTo"] = Schema,
            ["dct:identifier"] = id,
            ["dpv:hasIdentifier"] = id,
            ["dct:created"] = clock.GetUtcNow().UtcDateTime.ToString(LedgerLine.TimeFormat, CultureInfo.InvariantCulture),
            ["dct:publisher"] = Parties.ControllerId(site),
            ["schema:recipient"] = Parties.SubjectId(ledger.Stream),
            ["dpv:hasRecordOfActivity"] = JsonLd.List(ledger.Purposes.Where(purpose => only is null || purpose == only).Select(purpose => compose.Compose(ledger, purpose, site, names.Of))),
            ["odrl:hasPolicy"] = prohibitions.Policy(ledger.Stream, site),
            ["sd:keySet"] = $"{site}{ReceiptEndpoints.KeysPath}",
            ["sd:ledger"] = ledger.Export(only).Write(),
        };
        var key = await keys.CurrentAsync(cancellationToken);
        DocumentSeal.Put(receipt, DocumentSeal.Receipt, key.Key, key.Id);
        return receipt;
    }

    /// <summary>One record for each purpose, as the controller keeps it: who is in an audience is said by its reach and not by name.</summary>
    public async Task<JsonObject?> RecordsAsync(Id<Person> subject, Uri site, CancellationToken cancellationToken) =>
        await OwnLedger.LoadAsync(db, notices, subject, cancellationToken) is not { } ledger ? null : new JsonObject
        {
            ["@context"] = DpvContext.Inline(),
            ["@graph"] = JsonLd.List(ledger.Purposes
                .Select(purpose => compose.Compose(ledger, purpose, site, audience => words[$"Scope.{audience.Scope}"]))
                .Prepend(prohibitions.Policy(ledger.Stream, site))),
        };

    public async Task<JsonObject?> LedgerAsync(Id<Person> subject, CancellationToken cancellationToken) =>
        (await OwnLedger.LoadAsync(db, notices, subject, cancellationToken))?.Export().Write();
}
