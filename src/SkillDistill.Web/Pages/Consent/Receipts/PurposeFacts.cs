using SkillDistill.Domain.Consent;

namespace SkillDistill.Web.Pages.Consent.Receipts;

/// <summary>What is done with which data for a purpose, in terms of the Data Privacy Vocabulary 2.3.</summary>
/// <param name="Broader">The purpose of the vocabulary that ours is a kind of.</param>
/// <param name="Data">The categories of personal data, of the extension for personal data.</param>
/// <param name="Automation">How far it runs by itself.</param>
/// <param name="Involvement">What people do in it.</param>
internal sealed record PurposeFacts(string Broader, string[] Data, string[] Processing, string Automation, string Involvement)
{
    private const string Knowledge = "pd:KnowledgeBelief";
    private const string Skills = "pd:Professional";
    private const string Name = "pd:Name";

    public static PurposeFacts Of(Purpose purpose) => purpose switch
    {
        Purpose.HoldProfile => new(
            "dpv:ServiceProvision", [Knowledge, "pd:PersonalDocuments", Skills], ["dpv:Collect", "dpv:Store", "dpv:Organise"], "dpv:NotAutomated", "dpv:HumanInvolvementForInput"),
        Purpose.DistilAgent => new("dpv:ServiceProvision", [Knowledge, Name], ["dpv:Use", "dpv:Combine", "dpv:Transform"], "dpv:PartialAutomation", "dpv:HumanInvolvementForControl"),
        Purpose.ReplayDecisions => new("dpv:ServiceOptimisation", [Knowledge, "pd:Opinion"], ["dpv:Use", "dpv:Assess"], "dpv:PartialAutomation", "dpv:HumanInvolvementForVerification"),
        Purpose.CreditByName => new("dpv:ServiceProvision", [Name], ["dpv:Use", "dpv:Disclose"], "dpv:AssistiveAutomation", "dpv:HumanInvolvementForControl"),
        Purpose.ImitateVoice => new("dpv:ServicePersonalisation", [Knowledge, "pd:Language"], ["dpv:Use", "dpv:Adapt"], "dpv:ConditionalAutomation", "dpv:HumanInvolvementForDecision"),
        Purpose.CountInCoverage => new("dpv:HumanResourceManagement", [Skills, Knowledge], ["dpv:Use", "dpv:Aggregate", "dpv:Anonymise"], "dpv:PartialAutomation", "dpv:HumanInvolvementForDecision"),
        Purpose.ShowNamedCoverage => new("dpv:HumanResourceManagement", [Skills, Name, Knowledge], ["dpv:Use", "dpv:Disclose"], "dpv:AssistiveAutomation", "dpv:HumanInvolvementForDecision"),
        Purpose.UseExternalModel => new("dpv:TechnicalServiceProvision", [Knowledge], ["dpv:Use", "dpv:Transmit"], "dpv:ConditionalAutomation", "dpv:HumanInvolvementForDecision"),
        Purpose.ServeOverApi => new("dpv:TechnicalServiceProvision", [Knowledge, Name], ["dpv:Use", "dpv:Retrieve", "dpv:Transmit"], "dpv:ConditionalAutomation", "dpv:HumanInvolvementForDecision"),
        Purpose.ExportSkill => new("dpv:ServiceProvision", [Knowledge, Name], ["dpv:Use", "dpv:Download"], "dpv:AssistiveAutomation", "dpv:HumanInvolvementForControl"),
        _ => new("dpv:ServiceProvision", [Knowledge, Name], ["dpv:Use", "dpv:Retrieve", "dpv:Disclose"], "dpv:ConditionalAutomation", "dpv:HumanInvolvementForDecision"),
    };

    /// <summary>The state in the vocabulary's words. It has none for a consent that ends because its person left, other than being taken back by somebody else.</summary>
    public static string Status(ConsentState state) => state switch
    {
        ConsentState.Renewed => "dpv:RenewedConsentGiven",
        ConsentState.Deferred => "dpv:ConsentRequestDeferred",
        ConsentState.Terminated => "dpv:ConsentRevoked",
        _ => $"dpv:Consent{state}",
    };
}
