using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Pages.Consent.Receipts;

namespace SkillDistill.Web.Tests.Consent.Receipts;

public sealed partial class ReceiptsFollowTheStandard(House house) : IClassFixture<House>, IAsyncLifetime
{
    /// <summary>What ISO/IEC TS 27560 demands of a record, what the W3C profile adds, and what the GDPR does; as paths into a receipt.</summary>
    private static readonly string[] Mandatory =
    [
        "/dct:conformsTo", "/dct:identifier", "/dpv:hasIdentifier", "/dct:created", "/dpv:hasRecordOfActivity", "/sd:ledger", "/sd:seal", "/sd:keySet", "/odrl:hasPolicy", "/odrl:hasPolicy/odrl:prohibition",
        .. new[]
        {
            "dct:conformsTo", "dct:identifier", "dpv:hasDataSubject", "dpv:hasDataController", "dpv:hasAuthority", "dpv:hasJurisdiction", "dpv:hasLegalBasis", "dpv:hasNotice", "dpv:hasNotice/dct:language",
            "dpv:hasNotice/schema:sha256", "dpv:hasNotice/schema:version", "dpv:hasEntity", "dpv:hasEntity/0/dpv:hasName", "dpv:hasEntity/0/dpv:hasIdentifier", "dpv:hasEntity/0/schema:address",
            "dpv:hasEntity/0/schema:contactPoint", "dpv:hasEntity/0/@type", "dpv:hasProhibition", "dpv:hasConsentStatus", "dpv:hasConsentStatus/0/@type", "dpv:hasConsentStatus/0/dpv:isIndicatedAtTime",
            "dpv:hasConsentStatus/0/dpv:isIndicatedBy", "dpv:hasConsentStatus/0/dpv:hasDuration", "dpv:hasConsentStatus/0/dpv:hasIndicationMethod", "dpv:hasProcess",
            "dpv:hasProcess/dpv:hasPurpose", "dpv:hasProcess/dpv:hasPersonalData", "dpv:hasProcess/dpv:hasPersonalData/0/skos:broader", "dpv:hasProcess/dpv:hasPersonalData/0/dpv:hasNecessity",
            "dpv:hasProcess/dpv:hasPersonalData/0/dpv:hasDataSource", "dpv:hasProcess/dpv:hasProcessing", "dpv:hasProcess/dpv:hasAutomationLevel", "dpv:hasProcess/dpv:hasAlgorithmicLogic",
            "dpv:hasProcess/dpv:hasHumanInvolvement", "dpv:hasProcess/dpv:hasStorageCondition/0", "dpv:hasProcess/dpv:hasStorageCondition/1", "dpv:hasProcess/dpv:hasStorageCondition/2",
            "dpv:hasProcess/dpv:hasProcessingCondition", "dpv:hasProcess/dpv:hasRecipient", "dpv:hasProcess/dpv:hasDataController", "dpv:hasProcess/dpv:hasLegalBasis",
            "dpv:hasProcess/dpv:hasConsentControl", "dpv:hasProcess/dpv:hasConsentControl/dpv:isExercisedAt", "dpv:hasProcess/dpv:hasJurisdiction", "dpv:hasProcess/dpv:hasRight",
            "dpv:hasProcess/dpv:hasRight/0/dpv:isExercisedAt", "dpv:hasProcess/dpv:hasConsequence",
        }.Select(path => $"/dpv:hasRecordOfActivity/0/{path}"),
    ];

    private Visitor _sam = null!;

    public async Task InitializeAsync()
    {
        _sam = await house.SignedInAsync("sam");
        if ((await _sam.Http.GetAsync(new Uri("/consent/ledger", UriKind.Relative))).StatusCode == System.Net.HttpStatusCode.NotFound)
        {
            await Decided.EverythingAsync(house, "sam");
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("en-GB")]
    [InlineData("zh-Hans")]
    public async Task Receipts_records_and_ledger_are_valid_by_their_schemas_in_every_state_and_language(string language)
    {
        _sam.Http.DefaultRequestHeaders.AcceptLanguage.ParseAdd(language);
        var receipts = new List<string> { await Decided.DownloadAsync(_sam, "/consent/receipt") };
        foreach (var purpose in Enum.GetValues<Purpose>())
        {
            receipts.Add(await Decided.DownloadAsync(_sam, $"/consent/receipt/{purpose}"));
        }

        Assert.All(await Interop.MistakesAsync("consent-receipt", receipts), Assert.Empty);
        Assert.Empty(await Interop.MistakesAsync("consent-record", await Decided.DownloadAsync(_sam, "/consent/record")));
        Assert.Empty(await Interop.MistakesAsync("consent-ledger", await Decided.DownloadAsync(_sam, "/consent/ledger")));
        Assert.Equal(Enum.GetValues<ConsentState>().Select(state => state.ToString()).Order(), States(receipts[0]));
    }

    [Fact]
    public async Task A_receipt_without_any_one_mandatory_field_is_not_valid()
    {
        var receipt = await Decided.DownloadAsync(_sam, "/consent/receipt");

        var mistakes = await Interop.MistakesAsync("consent-receipt", Mandatory.Select(path => Without(path, receipt)));

        Assert.Empty(Mandatory.Zip(mistakes).Where(tried => tried.Second.Count == 0).Select(tried => tried.First));
    }

    [Fact]
    public async Task A_record_without_its_schema_its_subject_or_its_events_is_not_valid()
    {
        var record = await Decided.DownloadAsync(_sam, "/consent/record");
        string[] paths = ["/@context", "/@graph/0", "/@graph/1/dct:conformsTo", "/@graph/1/dpv:hasDataSubject", "/@graph/1/dpv:hasConsentStatus", "/@graph/1/dpv:hasProcess"];

        var mistakes = await Interop.MistakesAsync("consent-record", paths.Select(path => Without(path, record)));

        Assert.Empty(paths.Zip(mistakes).Where(tried => tried.Second.Count == 0).Select(tried => tried.First));
    }

    [Fact]
    public async Task Canonicalisation_in_safe_mode_drops_nothing_and_every_term_is_one_that_the_vocabulary_defines()
    {
        var known = (await File.ReadAllLinesAsync(Path.Combine(SourceCode.Root, "tests", "Interop", "dpv-2.3-terms.txt"))).Where(line => line.StartsWith("https:", StringComparison.Ordinal)).ToHashSet();
        string[] documents = [await Decided.DownloadAsync(_sam, "/consent/receipt"), await Decided.DownloadAsync(_sam, "/consent/receipt/AnswerColleagues"), await Decided.DownloadAsync(_sam, "/consent/record")];

        var canonical = await Interop.AskAsync("json-ld.mjs", documents);

        Assert.All(canonical, answer => Assert.Null((string?)answer!["error"]));
        var terms = canonical.SelectMany(answer => Dpv().Matches((string)answer!["quads"]!).Select(term => term.Groups[1].Value)).ToHashSet();
        Assert.True(terms.Count > 100, $"Only {terms.Count} terms were found.");
        Assert.Equal([], terms.Where(term => !Country().IsMatch(term)).Except(known));
        Assert.Contains("urn:x-skilldistill:ledger", (string)canonical[0]!["quads"]!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_prohibition_is_there_for_a_machine_to_read()
    {
        var quads = (string)(await Interop.AskAsync("json-ld.mjs", [await Decided.DownloadAsync(_sam, "/consent/receipt/HoldProfile")]))[0]!["quads"]!;

        foreach (var purpose in new[] { "PersonnelPerformanceEvaluation", "PersonnelPerformancePrediction", "PersonnelPromotionManagement", "PersonnelTerminationManagement", "PersonnelBehaviourMonitoring" })
        {
            Assert.Contains($"<http://localhost/#prohibition-{purpose}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://www.w3.org/ns/odrl/2/Prohibition>", quads, StringComparison.Ordinal);
            Assert.Contains($"<http://www.w3.org/ns/odrl/2/rightOperand> <https://w3id.org/dpv#{purpose}>", quads, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task What_the_organisation_has_not_stated_is_said_to_be_missing_and_not_made_up()
    {
        using var unnamed = new UnnamedHouse();
        await Decided.EverythingAsync(unnamed, "sam");
        var receipt = await Decided.DownloadAsync(await unnamed.SignedInAsync("sam"), "/consent/receipt/HoldProfile");

        Assert.Empty(await Interop.MistakesAsync("consent-receipt", receipt));
        var controller = JsonNode.Parse(receipt)!["dpv:hasRecordOfActivity"]![0]!["dpv:hasEntity"]![0]!;
        Assert.Equal("dpv:NotAvailable", (string?)controller["dpv:hasName"]!["dpv:hasApplicability"]);
        Assert.DoesNotContain("Lindenau", receipt, StringComparison.Ordinal);
        Assert.DoesNotContain("law-GDPR", receipt, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_receipt_names_the_notice_that_was_read_whatever_was_published_since()
    {
        using var changing = new House();
        var mei = await changing.SignedInAsync("mei");
        await changing.PublishAsync(Purpose.CreditByName, "Whoever reads an answer sees your name.");

        var record = JsonNode.Parse(await Decided.DownloadAsync(mei, "/consent/receipt/DistilAgent"))!["dpv:hasRecordOfActivity"]![0]!;

        Assert.Equal((Notice.ShippedVersion, Notice.Shipped("en").Digest), ((string?)record["dpv:hasNotice"]!["schema:version"], (string?)record["dpv:hasNotice"]!["schema:sha256"]));
    }

    [Theory]
    [InlineData("DE", true)]
    [InlineData("EU", true)]
    [InlineData("", true)]
    [InlineData("XX", false)]
    [InlineData("de", false)]
    public void A_jurisdiction_must_be_one(string jurisdiction, bool valid) =>
        Assert.Equal(valid, new OrganisationOptionsCheck().Validate(null, new OrganisationOptions { Jurisdiction = jurisdiction }).Succeeded);

    private static IEnumerable<string> States(string receipt) => JsonNode.Parse(receipt)!["dpv:hasRecordOfActivity"]!.AsArray()
        .SelectMany(record => record!["dpv:hasConsentStatus"]!.AsArray()).Select(state => (string)state!["sd:state"]!).Distinct().Order(StringComparer.Ordinal);

    private static string Without(string path, string document)
    {
        var root = JsonNode.Parse(document)!;
        var steps = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var holder = steps[..^1].Aggregate(root, (node, step) => (node is JsonArray ? node[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)] : node[step])!);
        if (holder is JsonArray items)
        {
            items.RemoveAt(int.Parse(steps[^1], System.Globalization.CultureInfo.InvariantCulture));
        }
        else
        {
            Assert.True(holder.AsObject().Remove(steps[^1]), $"There is no {path}.");
        }

        return root.ToJsonString();
    }

    [GeneratedRegex("<(https://w3id\\.org/dpv[^>]*)>")]
    private static partial Regex Dpv();

    [GeneratedRegex("^https://w3id\\.org/dpv/loc#[A-Z]{2}$")]
    private static partial Regex Country();

    private sealed class UnnamedHouse : House
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.ConfigureServices(services => services.PostConfigure<OrganisationOptions>(organisation =>
            {
                (organisation.Name, organisation.Contact, organisation.Address, organisation.Jurisdiction) = (null, null, null, null);
                (organisation.StorageLocation, organisation.Authority, organisation.AuthorityContact, organisation.PrivacyContact) = (null, null, null, null);
            }));
        }
    }
}
