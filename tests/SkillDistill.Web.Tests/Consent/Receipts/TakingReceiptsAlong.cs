using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent.Ledger;

namespace SkillDistill.Web.Tests.Consent.Receipts;

public sealed class TakingReceiptsAlong(House house) : IClassFixture<House>, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("skilldistill-receipts").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("/consent/receipt", HttpStatusCode.Found)]
    [InlineData("/consent/record", HttpStatusCode.Found)]
    [InlineData("/consent/ledger", HttpStatusCode.Found)]
    [InlineData("/consent/receipt/HoldProfile", HttpStatusCode.NotFound)]
    public async Task A_stranger_is_turned_away(string path, HttpStatusCode expected)
    {
        using var response = await house.Stranger().Http.GetAsync(new Uri(path, UriKind.Relative));

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Where_nothing_was_decided_there_is_nothing_to_take_along()
    {
        var noor = await house.SignedInAsync("noor");

        foreach (var path in new[] { "/consent/receipt", "/consent/record", "/consent/ledger", "/consent/receipt/HoldProfile" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await noor.Http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        }

        Assert.Empty((await noor.OpenAsync("/consent")).Page.QuerySelectorAll("a[href*='/consent/receipt']"));
    }

    [Theory]
    [InlineData("Nothing")]
    [InlineData("0")]
    [InlineData("holdprofile")]
    [InlineData("UseExternalModel")]
    public async Task A_purpose_unknown_or_never_asked_for_has_no_receipt(string purpose)
    {
        var mei = await house.SignedInAsync("mei");

        Assert.Equal(HttpStatusCode.NotFound, (await mei.Http.GetAsync(new Uri($"/consent/receipt/{purpose}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task The_page_offers_them_and_they_are_files_that_no_cache_keeps()
    {
        var mei = await (await house.SignedInAsync("mei")).OpenAsync("/consent");
        Assert.NotNull(mei.Page.QuerySelector("a[data-receipt][href='/consent/receipt']"));
        Assert.NotNull(mei.Page.QuerySelector("a[data-ledger][href='/consent/ledger']"));
        Assert.NotNull(mei.Page.QuerySelector("a[href='/consent/receipt/AnswerColleagues']"));

        using var response = await mei.Http.GetAsync(new Uri("/consent/receipt/AnswerColleagues", UriKind.Relative));

        Assert.Equal("application/ld+json", response.Content.Headers.ContentType!.MediaType);
        Assert.Equal("consent-receipt-AnswerColleagues-2026-11-02.jsonld", response.Content.Headers.ContentDisposition!.FileName);
        Assert.True(response.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task Each_gets_their_own_and_under_a_pseudonym()
    {
        var (mei, dafydd) = (await Decided.DownloadAsync(await house.SignedInAsync("mei"), "/consent/record"), await Decided.DownloadAsync(await house.SignedInAsync("dafydd"), "/consent/record"));

        Assert.NotEqual(Subject(mei), Subject(dafydd));
        Assert.DoesNotContain("mei@", mei, StringComparison.OrdinalIgnoreCase);
        static string? Subject(string record) => (string?)JsonNode.Parse(record)!["@graph"]![1]!["dpv:hasDataSubject"];
    }

    [Fact]
    public async Task A_receipt_for_one_purpose_leaves_the_others_out_and_is_still_whole()
    {
        await Decided.EverythingAsync(house, "sam");
        var sam = await house.SignedInAsync("sam");
        var receipt = JsonNode.Parse(await Decided.DownloadAsync(sam, "/consent/receipt/AnswerColleagues"))!;
        var entries = receipt["sd:ledger"]!["entries"]!.AsArray();

        Assert.True(receipt["sd:ledger"]!["partial"]!.GetValue<bool>());
        Assert.Single(receipt["dpv:hasRecordOfActivity"]!.AsArray());
        Assert.Equal(["AnswerColleagues"], entries.Where(entry => entry!["payload"] is not null).Select(entry => (string)entry!["payload"]!["purpose"]!).Distinct());
        Assert.All(entries.Where(entry => entry!["payload"] is null), entry => Assert.Null(entry!["salt"]));
        var keys = await KeysAsync();
        Assert.Null(VerifyFile.Check(Encoding.UTF8.GetBytes(receipt.ToJsonString()), keys).Finding);
    }

    [Theory]
    [InlineData("PersonnelPromotionManagement", "PersonnelHiring", LedgerFault.ReceiptAltered)]
    [InlineData("Lindenau Instruments GmbH", "Somebody Else", LedgerFault.ReceiptAltered)]
    [InlineData("\"scope\":\"Organisation\"", "\"scope\":\"Private\"", LedgerFault.PayloadAltered)]
    [InlineData("\"actor\":\"Subject\"", "\"actor\":\"Clock\"", LedgerFault.EntryAltered)]
    public async Task A_receipt_changed_anywhere_is_found_by_the_application_and_by_the_script(string from, string to, LedgerFault fault)
    {
        var receipt = await Decided.DownloadAsync(await house.SignedInAsync("mei"), "/consent/receipt");
        Assert.Contains(from, receipt, StringComparison.Ordinal);
        var altered = await SaveAsync("altered.jsonld", receipt.Replace(from, to, StringComparison.Ordinal));

        var keys = await KeysAsync();
        Assert.Equal(fault, VerifyFile.Check(File.ReadAllBytes(altered), keys).Finding!.Fault);
        var (code, said) = await Interop.RunAsync("node", [Interop.Verifier, "--keys", Path.Combine(_folder, "keys.json"), altered]);
        Assert.Equal(1, code);
        Assert.Contains(fault.ToString(), said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_past_rewritten_by_whoever_holds_the_key_stands_alone_and_is_contradicted_by_a_receipt_that_was_kept()
    {
        var kept = await SaveAsync("kept.jsonld", await Decided.DownloadAsync(await house.SignedInAsync("mei"), "/consent/receipt"));
        var keys = await KeysAsync();
        var export = VerifyFile.Check(File.ReadAllBytes(kept), keys).Export!;
        var lines = new List<LedgerLine>();
        foreach (var line in export.Lines)
        {
            var rewritten = line with { At = line.Sequence == 2 ? "2026-01-01T00:00:00.000Z" : line.At, PreviousHash = lines.Count == 0 ? line.PreviousHash : lines[^1].Hash };
            lines.Add(rewritten with { Hash = LedgerHash.OfEntry(rewritten) });
        }

        var key = await house.Services.GetRequiredService<LedgerKeys>().CurrentAsync(CancellationToken.None);
        var head = export.Head.Head with { Hash = lines[^1].Hash };
        var other = await SaveAsync("other.json", new LedgerExport(lines, false, new SealedHead(head, key.Id, head.Sign(key.Key))).Write().ToJsonString());

        Assert.Null(VerifyFile.Check(File.ReadAllBytes(other), keys).Finding);
        var (code, said) = await Interop.RunAsync("node", [Interop.Verifier, "--keys", Path.Combine(_folder, "keys.json"), kept, other]);
        Assert.Equal(1, code);
        Assert.Contains("entry 2: RewrittenSinceCheckpoint", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_can_be_had_from_the_application_by_anybody()
    {
        var served = await house.Stranger().Http.GetStringAsync(new Uri("/verify-consent.mjs", UriKind.Relative));

        Assert.Equal(await File.ReadAllTextAsync(Interop.Verifier), served);
    }

    private Task<PublishedKeys> KeysAsync() => Decided.KeysAsync(house, Path.Combine(_folder, "keys.json"));

    private async Task<string> SaveAsync(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }
}
