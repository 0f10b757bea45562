using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Pages.Consent.AfterLeaving;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>Who is who in a record: the controller, the authority and the subject, and where rights are exercised. What the settings leave empty is said to be missing.</summary>
internal sealed class Parties(IOptions<OrganisationOptions> organisation, LeaverKey keys, IStringLocalizer<ReceiptText> text)
{
    private OrganisationOptions Organisation => organisation.Value;

    public static string SubjectId(ConsentStream stream) => $"urn:uuid:{stream.Id.Value}";

    public static string ControllerId(Uri site) => $"{site}#controller";

    public static string AuthorityId(Uri site) => $"{site}#authority";

    public static JsonObject Subject(ConsentStream stream) => new()
    {
        ["@id"] = SubjectId(stream),
        ["@type"] = JsonLd.Names("dpv:DataSubject", "dpv:Employee"),
        ["dpv:hasIdentifier"] = stream.Id.ToString(),
    };

    public JsonArray All(ConsentStream stream, Uri site) =>
    [
        Entity(ControllerId(site), ["dpv:Organisation", "dpv:DataController"], Organisation.Name, Organisation.Contact, Organisation.Address),
        Entity(AuthorityId(site), ["dpv:DataProtectionAuthority"], Organisation.Authority, Organisation.AuthorityContact, null),
        Subject(stream),
    ];

    public JsonNode Jurisdiction() => string.IsNullOrEmpty(Organisation.Jurisdiction) ? NotStated() : $"loc:{Organisation.Jurisdiction}";

    public JsonNode StorageLocation() => Organisation.StorageLocation switch
    {
        null or "" => NotStated(),
        { } code when Countries.IsCountryOrUnion(code) => $"loc:{code}",
        { } place => new JsonObject { ["@type"] = "dpv:Location", ["dct:title"] = place },
    };

    /// <summary>The law, where it is known by the jurisdiction.</summary>
    public string? Law() => Countries.IsUnderGdpr(Organisation.Jurisdiction) ? "legal-eu:law-GDPR" : null;

    /// <summary>Where this purpose is withdrawn. What outlives the account is ended without one: by an address that only the receipt's holder has.</summary>
    public JsonObject WithdrawControl(ConsentStream stream, Purpose purpose, Uri site) => new()
    {
        ["@type"] = "dpv:WithdrawConsent",
        ["dpv:isExercisedAt"] = purpose == Purpose.ContinueAfterLeaving ? keys.Address(site, stream.Id) : Withdrawal(site),
    };

    /// <summary>The rights that come with consent, each with where to turn.</summary>
    public JsonArray Rights(Uri site) =>
    [
        Right("A7-3", Withdrawal(site)),
        Right("A15", $"{site}me"),
        Right("A16", $"{site}me"),
        Right("A17", $"{site}me/erase"),
        Right("A18", Reached(Organisation.PrivacyContact)),
        Right("A20", $"{site}me/data"),
        Right("A77", Reached(Organisation.AuthorityContact)),
    ];

    public JsonObject NotStated() => new() { ["dpv:hasApplicability"] = "dpv:NotAvailable", ["dct:description"] = JsonLd.Said(text["NotStated"]) };

    private JsonObject Right(string article, JsonNode where) => new()
    {
        ["@type"] = JsonLd.Names("dpv:DataSubjectRight", $"eu-gdpr:{article}"),
        ["dct:title"] = JsonLd.Said(text[$"Right.{article}"]),
        ["dpv:isExercisedAt"] = where,
    };

    private JsonObject Entity(string id, string[] roles, string? name, string? contact, string? address) => new()
    {
        ["@id"] = id,
        ["@type"] = JsonLd.Names(roles),
        ["dpv:hasIdentifier"] = id,
        ["dpv:hasName"] = Stated(name),
        ["schema:contactPoint"] = string.IsNullOrWhiteSpace(contact) ? NotStated() : Contact(id, contact),
        ["schema:address"] = string.IsNullOrWhiteSpace(address) ? NotStated() : new JsonObject { ["@id"] = $"{id}-address", ["@type"] = "schema:PostalAddress", ["schema:streetAddress"] = address },
    };

    private static JsonObject Contact(string id, string contact)
    {
        var how = contact.Contains('@', StringComparison.Ordinal) ? "schema:email" : Uri.IsWellFormedUriString(contact, UriKind.Absolute) ? "schema:url" : "schema:telephone";
        return new JsonObject { ["@id"] = $"{id}-contact", ["@type"] = "schema:ContactPoint", [how] = contact };
    }

    private JsonNode Stated(string? value) => string.IsNullOrWhiteSpace(value) ? NotStated() : value;

    private string Withdrawal(Uri site) => Organisation.WithdrawalAddress?.ToString() ?? $"{site}consent";

    private JsonNode Reached(string? contact) => contact switch
    {
        null or "" => NotStated(),
        _ when contact.Contains('@', StringComparison.Ordinal) && !contact.Contains(' ', StringComparison.Ordinal) => $"mailto:{contact}",
        _ when Uri.IsWellFormedUriString(contact, UriKind.Absolute) => contact,
        _ => new JsonObject { ["@value"] = contact },
    };
}
