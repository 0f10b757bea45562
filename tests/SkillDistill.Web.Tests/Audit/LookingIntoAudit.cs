using System.Net;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Consent;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Audit;

namespace SkillDistill.Web.Tests.Audit;

public sealed class LookingIntoAudit(AuditedHouse house) : IClassFixture<AuditedHouse>
{
    private static readonly List<string> All = [.. ControlRegister.Controls.SelectMany(control => control.Tests).Distinct()];

    public static TheoryData<string> Pages => ["/audit", "/audit?handler=Export", "/audit/ledger", "/audit/ledger?number=1", "/audit/notices", "/audit/deployment"];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Only_an_auditor_comes_in(string page)
    {
        var stranger = await house.Stranger().OpenAsync(page);
        Assert.StartsWith("/sign-in", stranger.Location, StringComparison.Ordinal);
        foreach (var key in new[] { "mei", "tunde", "dafydd", "ada" })
        {
            var other = await house.SignedInAsync(key);

            Assert.Equal(HttpStatusCode.Forbidden, (await other.OpenAsync(page)).Status);
            Assert.Null(other.Page.QuerySelector("header a[href='/audit']"));
        }

        var noor = await (await house.SignedInAsync("noor")).OpenAsync(page);
        Assert.Equal(HttpStatusCode.OK, noor.Status);
    }

    [Fact]
    public async Task An_auditor_arrives_there_and_finds_the_way_back()
    {
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/");

        Assert.Equal("/audit", noor.Location);
        Assert.Equal("page", noor.Page.QuerySelector("header a[href='/audit']")!.GetAttribute("aria-current"));
    }

    [Fact]
    public async Task A_rule_has_passed_only_when_each_of_its_tests_has()
    {
        var rule = ControlRegister.Controls.First(control => control.Tests.Count > 2);
        await house.BuiltAsync(All);
        Assert.Equal("Passed", await OutcomeOfAsync(rule));

        await house.BuiltAsync(All.Except([rule.Tests[1]]));
        Assert.Equal("Unknown", await OutcomeOfAsync(rule));

        await house.BuiltAsync(All, (rule.Tests[1], "Skipped"));
        Assert.Equal("Unknown", await OutcomeOfAsync(rule));

        await house.BuiltAsync(All, (rule.Tests[1], "Skipped"), (rule.Tests[2], "Failed"));
        Assert.Equal("Failed", await OutcomeOfAsync(rule));
    }

    [Fact]
    public async Task The_register_names_every_test_and_the_build_it_was_run_on()
    {
        await house.BuiltAsync(All);

        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit");

        Assert.Equal(All.Count, noor.Page.QuerySelectorAll("[data-test]").Select(test => test.GetAttribute("data-test")).Distinct().Count());
        Assert.Contains("0123456789abcdef", noor.Page.QuerySelector("[data-build]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 Nov 2026, 20:30 UTC", noor.Page.QuerySelector("[data-build]")!.TextContent, StringComparison.Ordinal);
        Assert.All(noor.Page.QuerySelectorAll("[data-control]"), control => Assert.Equal("Passed", control.GetAttribute("data-control")));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{ \"finished\": ")]
    [InlineData("{}")]
    [InlineData("{ \"finished\": \"2026-11-01T20:30:00Z\", \"tests\": { \"x\": { \"outcome\": \"Splendid\" } } }")]
    public async Task Where_no_result_is_known_none_is_claimed(string? file)
    {
        await house.BuiltAsync(null);
        if (file is not null)
        {
            await house.WriteAsync(file);
        }

        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit");

        Assert.Equal(HttpStatusCode.OK, noor.Status);
        Assert.NotNull(noor.Page.QuerySelector("[data-no-build]"));
        Assert.All(noor.Page.QuerySelectorAll("[data-control]"), control => Assert.Equal("Unknown", control.GetAttribute("data-control")));
    }

    [Fact]
    public async Task Notices_are_known_by_version_language_and_digest()
    {
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit/notices");

        Assert.Contains(Notice.ShippedVersion, noor.Text, StringComparison.Ordinal);
        Assert.Contains(Notice.Shipped("en").Digest, noor.Text, StringComparison.Ordinal);
        Assert.Contains(Notice.Shipped("zh-Hans").Digest, noor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_auditor_reads_about_informing_what_everybody_reads()
    {
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit/deployment");

        Assert.Equal(["2", "1"], noor.Page.QuerySelectorAll("[data-record]").Select(record => record.GetAttribute("data-record")));
        Assert.Contains("annex 2", noor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_export_holds_all_of_it_and_no_word_of_any_card()
    {
        await house.BuiltAsync(All, (All[0], "Failed"));
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit");

        using var answer = await noor.Http.GetAsync(new Uri(noor.Page.QuerySelector("[data-export]")!.GetAttribute("href")!, UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();

        Assert.Equal("attachment; filename=skilldistill-audit-2026-11-02.json", answer.Content.Headers.ContentDisposition!.ToString().Split("; filename*")[0]);
        using var json = JsonDocument.Parse(text);
        var controls = json.RootElement.GetProperty("controls").EnumerateArray().ToList();
        Assert.Equal(ControlRegister.Controls.Count, controls.Count);
        Assert.Equal("Failed", controls[0].GetProperty("outcome").GetString());
        Assert.Equal(2, json.RootElement.GetProperty("deploymentRecords").GetArrayLength());
        Assert.Equal(Notice.Shipped("en").Digest, json.RootElement.GetProperty("notices")[0].GetProperty("digest").GetString());
        Assert.DoesNotContain(await WordsOfCardsAsync(), words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_checkpoint_that_somebody_kept_is_compared_by_its_number()
    {
        await house.RunAsync<TakeCheckpoint>();
        await house.RunAsync<TakeCheckpoint>();
        var hashes = await house.InStoreAsync(db => db.Checkpoints.OrderBy(checkpoint => checkpoint.Number).Select(checkpoint => checkpoint.Hash).ToListAsync());
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit/ledger?number=1");

        Assert.Contains(hashes[0], noor.Page.QuerySelector("[data-found='1']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(hashes[^1], noor.Page.QuerySelector($"[data-checkpoint='{hashes.Count}']")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("put back to an earlier state", (await noor.OpenAsync($"/audit/ledger?number={hashes.Count + 1}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await noor.OpenAsync("/audit/ledger?number=many")).Status);
        using var json = JsonDocument.Parse(await noor.Http.GetStringAsync(new Uri("/audit?handler=Export", UriKind.Relative)));
        Assert.Equal(hashes[^1], json.RootElement.GetProperty("checkpoint").GetProperty("hash").GetString());
    }

    private async Task<string?> OutcomeOfAsync(Control rule)
    {
        var noor = await (await house.SignedInAsync("noor")).OpenAsync("/audit");
        return noor.Page.QuerySelector($"#{rule.Key}")!.GetAttribute("data-control");
    }

    /// <summary>Every field of every card, as far as it is long enough not to be there by chance.</summary>
    private async Task<List<string>> WordsOfCardsAsync()
    {
        var texts = await house.InStoreAsync(db => db.CardRevisions.AsNoTracking().Select(revision => revision.Text).ToListAsync());
        List<string> words = [.. texts.SelectMany(text => Enum.GetValues<CardField>().Select(field => text[field])).Where(field => field.Length > 8)];
        Assert.True(words.Count > 200, $"Only {words.Count} fields of cards were found.");
        return words;
    }
}
