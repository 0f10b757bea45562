using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Consent.Ledger;
using SkillDistill.Web.Language;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>The part of a record that says what is done: the processing fields of ISO/IEC TS 27560 and those that the GDPR adds.</summary>
internal sealed class ComposeProcess(Parties parties, IStringLocalizer<ReceiptText> text, IStringLocalizer<Words> words)
{
    /// <param name="agreed">The newest yes, or where there is none, the newest decision.</param>
    /// <param name="standing">The newest decision.</param>
    /// <param name="recipients">Who the audience is, in words.</param>
    /// <param name="notice">What was on the screen.</param>
    public JsonObject Compose(string id, ConsentStream stream, LedgerDecision agreed, LedgerDecision standing, string recipients, Notice notice, Uri site)
    {
        var purpose = agreed.Purpose;
        var facts = PurposeFacts.Of(purpose);
        return new JsonObject
        {
            ["@id"] = id,
            ["@type"] = "dpv:Process",
            ["dpv:hasPurpose"] = new JsonObject
            {
                ["@id"] = $"sd:{purpose}",
                ["@type"] = "dpv:Purpose",
                ["skos:broader"] = facts.Broader,
                ["dct:title"] = JsonLd.Said(notice.Purposes[purpose].Name, notice.Language),
                ["dct:description"] = JsonLd.Said(notice.Purposes[purpose].Means, notice.Language),
            },
            ["dpv:hasPersonalData"] = JsonLd.List(facts.Data.Select(Data)),
            ["dpv:hasProcessing"] = JsonLd.Names(facts.Processing),
            ["dpv:hasAutomationLevel"] = facts.Automation,
            ["dpv:hasHumanInvolvement"] = facts.Involvement,
            ["dpv:hasAlgorithmicLogic"] = new JsonObject { ["@type"] = "dpv:AlgorithmicLogic", ["dct:description"] = JsonLd.Said(text[$"Logic.{purpose}"]) },
            ["dpv:hasStorageCondition"] = Storage(purpose, standing),
            ["dpv:hasProcessingCondition"] = new JsonObject { ["@type"] = "dpv:ProcessingLocation", ["dpv:hasLocation"] = parties.StorageLocation() },
            ["dpv:hasRecipient"] = Recipient(stream, agreed, recipients, notice),
            ["dpv:hasDataController"] = Parties.ControllerId(site),
            ["dpv:hasLegalBasis"] = JsonLd.Names("eu-gdpr:A6-1-a", "dpv:ExplicitlyExpressedConsent"),
            ["dpv:hasConsentControl"] = parties.WithdrawControl(stream, purpose, site),
            ["dpv:hasJurisdiction"] = parties.Jurisdiction(),
            ["dpv:hasRight"] = parties.Rights(site),
            ["dpv:hasService"] = new JsonObject { ["@type"] = "dpv:Service", ["dct:title"] = words["Product"].Value },
            ["dpv:hasConsequence"] = new JsonObject { ["@type"] = "dpv:Consequence", ["dct:description"] = JsonLd.Said(notice.Purposes[purpose].IfNot, notice.Language) },
        };
    }

    /// <summary>Nothing that a person keeps back is held against them, so no category is required of anybody.</summary>
    private JsonObject Data(string category) => new()
    {
        ["@type"] = "dpv:PersonalData",
        ["skos:broader"] = category,
        ["dct:description"] = JsonLd.Said(text[$"Data.{category[(category.IndexOf(':', StringComparison.Ordinal) + 1)..]}"]),
        ["dpv:hasNecessity"] = "dpv:Optional",
        ["dpv:hasDataSource"] = "dpv:DataSubjectDataSource",
    };

    private JsonArray Storage(Purpose purpose, LedgerDecision standing)
    {
        var held = purpose == Purpose.HoldProfile;
        JsonObject until = standing.EndsAt is { } end && !held
            ? new() { ["@type"] = "dpv:UntilTimeDuration", ["rdf:value"] = JsonLd.Moment(end) }
            : new() { ["@type"] = "dpv:UntilEventDuration", ["rdf:value"] = JsonLd.Said(text[held ? "Kept.Erased" : "Kept.Ended"]) };
        return
        [
            new JsonObject { ["@type"] = "dpv:StorageLocation", ["dpv:hasLocation"] = parties.StorageLocation() },
            new JsonObject { ["@type"] = "dpv:StorageDuration", ["dpv:hasDuration"] = until },
            new JsonObject
            {
                ["@type"] = "dpv:StorageDeletion",
                ["dpv:hasDuration"] = new JsonObject { ["@type"] = "dpv:TemporalDuration", ["rdf:value"] = new JsonObject { ["@value"] = "PT1M", ["@type"] = "xsd:duration" } },
                ["dct:description"] = JsonLd.Said(text[held ? "Deleted.Erased" : "Deleted.Ended"]),
            },
        ];
    }

    private static JsonNode Recipient(ConsentStream stream, LedgerDecision agreed, string recipients, Notice notice)
    {
        var purpose = agreed.Purpose;
        if (purpose is Purpose.HoldProfile or Purpose.DistilAgent or Purpose.ReplayDecisions)
        {
            return Parties.SubjectId(stream);
        }

        var who = new JsonObject { ["@type"] = "dpv:Recipient", ["dct:description"] = JsonLd.Said(notice.Purposes[purpose].Sees, notice.Language) };
        if ((purpose.HasAudience() ? recipients : agreed.Terms.Recipient) is { } named)
        {
            who["dct:title"] = named;
        }

        return who;
    }
}
