using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>
/// What must not be done with what a person gave, whatever they agreed to, as a machine reads it: an ODRL policy whose prohibitions name the
/// vocabulary's purposes for it. They are what Annex III, 4 (b) of the AI Act is about, and the product has neither column nor route for them.
/// </summary>
internal sealed class Prohibitions(IStringLocalizer<ReceiptText> text)
{
    public static readonly IReadOnlyList<string> Purposes =
        ["PersonnelPerformanceEvaluation", "PersonnelPerformancePrediction", "PersonnelPromotionManagement", "PersonnelTerminationManagement", "PersonnelBehaviourMonitoring"];

    /// <summary>For a record: their names, which the policy explains.</summary>
    public static JsonArray Named(Uri site) => JsonLd.List(Purposes.Select(purpose => new JsonObject { ["@id"] = Id(site, purpose) }));

    public JsonObject Policy(ConsentStream stream, Uri site) => new()
    {
        ["@id"] = $"{site}#policy",
        ["@type"] = "odrl:Set",
        ["odrl:uid"] = $"{site}#policy",
        ["odrl:prohibition"] = JsonLd.List(Purposes.Select(purpose => Prohibition(purpose, stream, site))),
    };

    private static string Id(Uri site, string purpose) => $"{site}#prohibition-{purpose}";

    private JsonObject Prohibition(string purpose, ConsentStream stream, Uri site) => new()
    {
        ["@id"] = Id(site, purpose),
        ["@type"] = JsonLd.Names("dpv:Prohibition", "odrl:Prohibition"),
        ["dct:title"] = JsonLd.Said(text[$"Prohibition.{purpose}"]),
        ["dct:references"] = "eu-aiact:HighRiskAISystem-AnnexIII-4-b",
        ["dpv:hasPurpose"] = $"dpv:{purpose}",
        ["odrl:assignee"] = Parties.ControllerId(site),
        ["odrl:target"] = $"{Parties.SubjectId(stream)}#data",
        ["odrl:action"] = "odrl:use",
        ["odrl:constraint"] = new JsonObject
        {
            ["@type"] = "odrl:Constraint",
            ["odrl:leftOperand"] = "odrl:purpose",
            ["odrl:operator"] = "odrl:isA",
            ["odrl:rightOperand"] = $"dpv:{purpose}",
        },
    };
}
