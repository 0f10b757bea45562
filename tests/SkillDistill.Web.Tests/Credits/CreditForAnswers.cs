using System.Net;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Credits;
using SkillDistill.Web.Tests.Ask;
using SkillDistill.Web.Tests.Consent.Receipts;

namespace SkillDistill.Web.Tests.Credits;

/// <summary>What came of somebody's know-how: counted once, shown to them alone, and theirs to take along.</summary>
public sealed class CreditForAnswers : IDisposable
{
    private const string Question = "When do you roll back and when do you look for the cause first?";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Two_colleagues_and_a_repeat_are_two_colleagues_and_two_answers()
    {
        var mei = await _house.SignedInAsync("mei");
        Assert.NotNull((await mei.OpenAsync("/credit")).Page.QuerySelector(".empty"));
        Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync("/credit/statement")).Status);

        await _house.AskMeiAsync("tunde", Question);
        await _house.AskMeiAsync("tunde", Question);
        await _house.AskMeiAsync("noor", Question);
        await _house.AskMeiAsync("noor", "Which restaurant near the harbour serves vegan ramen?");

        await mei.OpenAsync("/credit");
        Assert.Equal("2", mei.Page.QuerySelector("[data-now]")!.GetAttribute("data-now"));
        Assert.Equal(["Colleagues 2", "Answers 2"], Month(mei, "2026-11"));
        Assert.Contains("In November 2026 your cards helped 2 colleagues.", (await mei.OpenAsync("/me")).Text, StringComparison.Ordinal);
        Assert.NotNull((await (await _house.SignedInAsync("tunde")).OpenAsync("/credit")).Page.QuerySelector(".empty"));
    }

    [Fact]
    public async Task It_stays_when_the_conversation_goes_and_the_next_day_counts_anew()
    {
        var tunde = await _house.AskMeiAsync("tunde", Question);
        await tunde.PressAsync("form[action*=Delete] button");
        Assert.Null(await _house.InStoreAsync(db => db.Credits.Select(credit => credit.TurnId).SingleAsync()));

        await _house.AskMeiAsync("tunde", Question);
        Assert.Equal(1, await CountAsync());
        _house.Clock.Advance(CreditRule.OnceWithin);
        await _house.AskMeiAsync("tunde", Question);

        Assert.Equal(["Colleagues 1", "Answers 2"], Month(await (await _house.SignedInAsync("mei")).OpenAsync("/credit"), "2026-11"));
    }

    [Fact]
    public async Task Trying_ones_own_agent_is_worth_nothing()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/ask/try/1");
        await mei.PressAsync("form[data-ask] button", ("Question", Question));

        Assert.NotEmpty(mei.Page.QuerySelectorAll("details.citation"));
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task The_signed_copy_holds_for_the_script_and_not_when_it_is_made_better()
    {
        await _house.AskMeiAsync("tunde", Question);
        var mei = await _house.SignedInAsync("mei");
        var folder = Directory.CreateTempSubdirectory("skilldistill-credit").FullName;
        try
        {
            var statement = await Decided.DownloadAsync(mei, "/credit/statement");
            var (kept, better, keys) = (Path.Combine(folder, "kept.json"), Path.Combine(folder, "better.json"), Path.Combine(folder, "keys.json"));
            await File.WriteAllTextAsync(kept, statement);
            await File.WriteAllTextAsync(better, statement.Replace("\"colleagues\":1", "\"colleagues\":99", StringComparison.Ordinal));
            await File.WriteAllTextAsync(keys, await Decided.DownloadAsync(_house.Stranger(), "/.well-known/skilldistill-consent-keys.json"));

            var (code, said) = await Interop.RunAsync("node", [Interop.Verifier, "--keys", keys, kept]);
            Assert.True(code == 0, said);
            Assert.Contains("valid, a statement of credit", said, StringComparison.Ordinal);
            (code, said) = await Interop.RunAsync("node", [Interop.Verifier, "--keys", keys, better]);
            Assert.Equal(1, code);
            Assert.Contains("StatementAltered", said, StringComparison.Ordinal);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        var months = JsonNode.Parse(await Decided.DownloadAsync(mei, "/credit/statement"))!;
        Assert.Equal("Mei Tan", (string?)months["person"]);
        Assert.Equal(1, (int?)months["months"]![0]!["answers"]);
    }

    [Fact]
    public async Task An_asker_who_erases_everything_leaves_no_name_and_an_author_who_does_leaves_nothing()
    {
        await _house.AskMeiAsync("tunde", Question);
        await EraseEverythingAsync("tunde");
        Assert.Null(await _house.InStoreAsync(db => db.Credits.Select(credit => credit.AskerId).SingleAsync()));
        Assert.Equal(["Colleagues 1", "Answers 1"], Month(await (await _house.SignedInAsync("mei")).OpenAsync("/credit"), "2026-11"));

        await EraseEverythingAsync("mei");
        Assert.Equal(0, await CountAsync());
    }

    [Fact]
    public async Task What_was_settled_counts_for_both_sides()
    {
        var tunde = await _house.AskMeiAsync("tunde", Question);
        await tunde.PressAsync("[data-disagree-send]", ("wouldDo", "I look first."), ("why", "Rolling back hid it twice."));
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/disagreements");
        await mei.OpenAsync(mei.Page.QuerySelector("[data-open] a")!.GetAttribute("href")!);
        var card = mei.Page.QuerySelector("[data-way=Exception] input[name=card]")?.GetAttribute("value") ?? "";
        await mei.PressAsync("[data-settle-exception]", ("exception", "Not while data is being written."), ("card", card));

        Assert.Equal(["Colleagues 1", "Answers 1", "Settled 1"], Month(await mei.OpenAsync("/credit"), "2026-11"));
        Assert.Equal(["Changed 1"], Month(await tunde.OpenAsync("/credit"), "2026-11"));
    }

    private Task<int> CountAsync() => _house.InStoreAsync(db => db.Credits.CountAsync());

    private async Task EraseEverythingAsync(string key)
    {
        var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/me/erase");
        await visitor.PressAsync("[data-erase]", ("understood", "true"));
    }

    /// <summary>What the month says, as far as it is not nought.</summary>
    private static IEnumerable<string> Month(Visitor visitor, string month) => visitor.Page.QuerySelectorAll($"[data-month='{month}'] [data-part]").Select(part => $"{part.GetAttribute("data-part")} {part.GetAttribute("data-count")}");
}
