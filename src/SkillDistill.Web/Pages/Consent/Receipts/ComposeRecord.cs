using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>
/// The record of consent for one purpose by ISO/IEC TS 27560, as the W3C Data Privacy Vocabulary profiles it for the GDPR ("Consent Records and Receipts
/// as per ISO/IEC TS 27560:2023 using DPV", final report of February 2026). Where that guide names a term that vocabulary 2.3 does not define, the one
/// it does define is used; docs/consent.md lists them.
/// </summary>
internal sealed class ComposeRecord(Parties parties, ComposeProcess process, IStringLocalizer<ReceiptText> text)
{
    public const string Schema = "https://w3id.org/dpv/schema/dpv-27560#record-eu-gdpr";

    /// <param name="audience">An audience in words, as far as the reader may know it.</param>
    public JsonObject Compose(OwnLedger ledger, Purpose purpose, Uri site, Func<Audience, string> audience)
    {
        var id = $"{Parties.SubjectId(ledger.Stream)}#{purpose}";
        var decisions = ledger.Decisions.Where(decision => decision.Purpose == purpose).ToList();
        var standing = decisions[^1];
        var agreed = decisions.FindLast(decision => decision.State is ConsentState.Given or ConsentState.Renewed) ?? standing;
        var record = new JsonObject
        {
            ["@id"] = id,
            ["@type"] = "dpv:ConsentRecord",
            ["dct:conformsTo"] = Schema,
            ["dct:identifier"] = id,
            ["dpv:hasIdentifier"] = id,
            ["dct:created"] = LedgerLine.Time(decisions[0].At),
            ["dct:modified"] = LedgerLine.Time(standing.At),
            ["dpv:hasDataSubject"] = Parties.SubjectId(ledger.Stream),
            ["dpv:hasDataController"] = Parties.ControllerId(site),
            ["dpv:hasAuthority"] = Parties.AuthorityId(site),
            ["dpv:hasJurisdiction"] = parties.Jurisdiction(),
            ["dpv:hasLegalBasis"] = JsonLd.Names("eu-gdpr:A6-1-a", "dpv:ExplicitlyExpressedConsent"),
            ["dpv:hasNotice"] = Shown(agreed.Terms),
            ["dpv:hasProcess"] = process.Compose($"{id}-process", ledger.Stream, agreed, standing, audience(agreed.Terms.Audience), ledger.Read(agreed.Terms), site),
            ["dpv:hasProhibition"] = Prohibitions.Named(site),
            ["dpv:hasConsentStatus"] = JsonLd.List(decisions.Select(decision => Event(ledger.Stream, decision, site))),
            ["dpv:hasEntity"] = parties.All(ledger.Stream, site),
        };
        if (parties.Law() is { } law)
        {
            record["dpv:hasApplicableLaw"] = law;
        }

        return record;
    }

    private JsonObject Event(ConsentStream stream, LedgerDecision decision, Uri site) => new()
    {
        ["@id"] = string.Create(CultureInfo.InvariantCulture, $"{Parties.SubjectId(stream)}#entry-{decision.Sequence}"),
        ["@type"] = decision.State is ConsentState.Given or ConsentState.Renewed
            ? JsonLd.Names(PurposeFacts.Status(decision.State), "dpv:ExplicitlyExpressedConsent")
            : JsonLd.Names(PurposeFacts.Status(decision.State)),
        ["sd:state"] = decision.State.ToString(),
        ["sd:sequence"] = decision.Sequence,
        ["dpv:isIndicatedAtTime"] = LedgerLine.Time(decision.At),
        ["dpv:isIndicatedBy"] = decision.Actor == LedgerActor.Subject ? Parties.SubjectId(stream) : Parties.ControllerId(site),
        ["dpv:hasIndicationMethod"] = JsonLd.Said(text[decision.Actor == LedgerActor.Subject ? $"Method.{decision.Terms.Method}" : $"Method.{decision.Actor}"]),
        ["dpv:hasDuration"] = decision.EndsAt is { } end
            ? new JsonObject { ["@type"] = "dpv:UntilTimeDuration", ["rdf:value"] = JsonLd.Moment(end) }
            : new JsonObject { ["@type"] = "dpv:UntilEventDuration", ["rdf:value"] = JsonLd.Said(text["UntilNextDecision"]) },
        ["dpv:hasNotice"] = Shown(decision.Terms),
    };

    /// <summary>The notice by the SHA-256 of its bytes, which is a name nobody can give to another text (RFC 6920).</summary>
    private static JsonObject Shown(ConsentTerms terms) => new()
    {
        ["@id"] = $"ni:///sha-256;{Name(terms.NoticeDigest)}",
        ["@type"] = "dpv:ConsentNotice",
        ["dct:language"] = terms.Language,
        ["schema:version"] = terms.NoticeVersion,
        ["schema:sha256"] = terms.NoticeDigest,
    };

    private static string Name(string digest) => System.Buffers.Text.Base64Url.EncodeToString(Convert.FromHexString(digest));
}
