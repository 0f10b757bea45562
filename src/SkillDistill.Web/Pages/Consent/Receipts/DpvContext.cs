using System.Text.Json.Nodes;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>
/// What the short names in a record or receipt stand for, carried inside it, so that it can be read for good and without asking anybody: the W3C Data
/// Privacy Vocabulary 2.3 with its extensions, and the vocabularies that its guide to ISO/IEC TS 27560 uses beside it.
/// </summary>
internal static class DpvContext
{
    private static readonly Dictionary<string, string> Prefixes = new()
    {
        ["dpv"] = "https://w3id.org/dpv#",
        ["pd"] = "https://w3id.org/dpv/pd#",
        ["loc"] = "https://w3id.org/dpv/loc#",
        ["legal-eu"] = "https://w3id.org/dpv/legal/eu#",
        ["eu-gdpr"] = "https://w3id.org/dpv/legal/eu/gdpr#",
        ["eu-aiact"] = "https://w3id.org/dpv/legal/eu/aiact#",
        ["dct"] = "http://purl.org/dc/terms/",
        ["skos"] = "http://www.w3.org/2004/02/skos/core#",
        ["odrl"] = "http://www.w3.org/ns/odrl/2/",
        ["schema"] = "https://schema.org/",
        ["rdf"] = "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["sd"] = "urn:x-skilldistill:",
    };

    /// <summary>Members whose text is the name of a thing and not words about it.</summary>
    private static readonly string[] Naming =
    [
        "dct:conformsTo", "dct:publisher", "dct:references", "skos:broader", "schema:recipient", "sd:keySet",
        "dpv:hasApplicability", "dpv:hasApplicableLaw", "dpv:hasAuthority", "dpv:hasAutomationLevel", "dpv:hasDataController", "dpv:hasDataSource", "dpv:hasDataSubject",
        "dpv:hasHumanInvolvement", "dpv:hasJurisdiction", "dpv:hasLegalBasis", "dpv:hasLocation", "dpv:hasNecessity", "dpv:hasProcessing", "dpv:hasPurpose", "dpv:hasRecipient",
        "dpv:isExercisedAt", "dpv:isIndicatedBy",
        "odrl:action", "odrl:assignee", "odrl:leftOperand", "odrl:operator", "odrl:rightOperand", "odrl:target", "odrl:uid",
    ];

    private static readonly string[] Moments = ["dct:created", "dct:modified", "dpv:isIndicatedAtTime"];

    /// <summary>Members that are kept as they are: what is signed must not be taken apart.</summary>
    private static readonly string[] Whole = ["sd:ledger", "sd:seal"];

    public static JsonObject Inline()
    {
        var context = new JsonObject();
        foreach (var (prefix, iri) in Prefixes)
        {
            context[prefix] = iri;
        }

        foreach (var (members, type) in new[] { (Naming, "@id"), (Moments, "xsd:dateTime"), (Whole, "@json") })
        {
            foreach (var member in members)
            {
                context[member] = new JsonObject { ["@type"] = type };
            }
        }

        return context;
    }
}
