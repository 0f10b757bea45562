using System.Net;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Distillation.Reading.Uploads;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Pages.Agents;
using SkillDistill.Web.Pages.Deployment;
using SkillDistill.Web.Pages.Sources;
using SkillDistill.Web.Tests.Sources;

namespace SkillDistill.Web.Tests.Deployment;

/// <summary>Nothing is taken in before it is on record how the workforce was informed.</summary>
public sealed class OpeningTheGate : IDisposable
{
    private readonly EmptyHouse _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Nothing_is_brought_in_written_or_distilled_before_it_is_on_record_that_everybody_was_informed()
    {
        var ada = await _house.FoundAsync();
        await _house.StockAsync();

        foreach (var (page, form) in new[] { ("/sources/new", "[data-busy]"), ("/cards/new", "[data-kinds]"), ("/cards/new?kind=Fact", "[data-card-form]"), ("/agent", "[data-distil]") })
        {
            await ada.OpenAsync(page);

            Assert.Equal(HttpStatusCode.OK, ada.Status);
            Assert.NotNull(ada.Page.QuerySelector("[data-gate]"));
            Assert.Null(ada.Page.QuerySelector(form));
        }
    }

    [Fact]
    public async Task What_is_sent_without_a_page_is_refused_too()
    {
        var ada = await _house.FoundAsync();
        var (_, source, statement) = await _house.StockAsync();
        await ada.OpenAsync("/me");

        var pasted = await ada.PostAsync("/sources/new", ("Form.Text", "# Pumps\n\nPrime the pump before you start it."));
        var written = await ada.PostAsync("/cards/new", ("Form.Kind", "Fact"), ("Form.Title", "Pumps"), ("Form.Action", "Prime the pump."), ("Form.Audience.Scope", "Private"), ("then", "Draft"));
        var claimed = await ada.PostAsync($"/sources/{source}/statements?handler=Claim", ("statement", statement.ToString()));
        var ticked = await ada.PostAsync($"/sources/{source}/statements?handler=ClaimTicked", ("ticked", statement.ToString()));
        var distilled = await ada.PostAsync("/agent?handler=Distil");

        foreach (var answer in new[] { written, claimed, ticked, distilled })
        {
            Assert.Contains("An admin has to record first", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        var shown = await pasted.Content.ReadAsStringAsync();
        Assert.Contains("data-gate", shown, StringComparison.Ordinal);
        Assert.Contains("Prime the pump before", shown, StringComparison.Ordinal);
        Assert.Equal((1, 1, 0, 0), await KeptAsync());
    }

    [Fact]
    public async Task The_use_cases_refuse_by_themselves()
    {
        await _house.FoundAsync();
        var (owner, _, _) = await _house.StockAsync();
        await using var scope = _house.Services.CreateAsyncScope();
        var person = await _house.InStoreAsync(db => db.People.AsNoTracking().SingleAsync());
        var note = new UploadedFile("pumps.md", new MemoryStream(Encoding.UTF8.GetBytes("# Pumps\n\nPrime the pump before you start it.")));

        var imported = await scope.ServiceProvider.GetRequiredService<ImportSource>().FromAsync(owner, [note], null, default);
        var distilled = await scope.ServiceProvider.GetRequiredService<DistilVersion>().DistilAsync(person, default);

        Assert.IsType<WorkforceNotInformed>(imported.Refusal);
        Assert.IsType<WorkforceNotInformed>(distilled.Refusal);
        Assert.Equal((1, 1, 0, 0), await KeptAsync());
    }

    [Fact]
    public async Task The_record_opens_all_of_it()
    {
        var ada = await _house.FoundAsync();
        var (_, source, statement) = await _house.StockAsync();

        await ada.InformAsync();
        Assert.Contains("Imports and distilling are open now", ada.Text, StringComparison.Ordinal);
        await ada.PasteAsync("Pumps", "# Pumps\n\nPrime the pump before you start it.");
        await (await ada.OpenAsync($"/sources/{source}/statements")).PressAsync($"[data-claim][value='{statement}']");
        await (await ada.OpenAsync("/agent")).PressAsync("[data-distil]");

        Assert.Equal("/agent/versions/1", ada.Location);
        Assert.Equal((2, 3, 1, 1), await KeptAsync());
    }

    [Fact]
    public async Task A_closed_gate_never_keeps_anybody_from_reading_discarding_or_withdrawing()
    {
        var ada = await _house.FoundAsync();
        var (_, source, statement) = await _house.StockAsync();

        foreach (var page in new[] { "/me", "/cards", "/sources", $"/sources/{source}", $"/sources/{source}/statements", "/consent", "/agent", "/deployment" })
        {
            Assert.Equal(HttpStatusCode.OK, (await ada.OpenAsync(page)).Status);
        }

        await ada.OpenAsync($"/sources/{source}/statements");
        await ada.PressAsync($"[data-discard][value='{statement}']");
        await (await ada.OpenAsync("/consent")).PressAsync("[data-withdraw=DistilAgent]");

        Assert.Equal(StatementDecision.Discarded, await _house.InStoreAsync(db => db.Statements.Select(known => known.Decision).SingleAsync()));
        Assert.NotNull(ada.Page.QuerySelector("[data-withdraw=HoldProfile]"));
        Assert.Null(ada.Page.QuerySelector("[data-withdraw=DistilAgent]"));
    }

    [Fact]
    public async Task The_admin_of_a_new_house_is_told_what_to_do_first_and_not_after()
    {
        var ada = await _house.FoundAsync();

        await ada.OpenAsync("/");
        Assert.Equal("/admin", ada.Location);
        Assert.Contains("Record how your workforce was informed", ada.Page.QuerySelector("[data-gate]")!.TextContent, StringComparison.Ordinal);
        await ada.OpenAsync(ada.Page.QuerySelector("[data-gate] a")!.GetAttribute("href")!);
        await ada.InformAsync();

        Assert.Null((await ada.OpenAsync("/admin")).Page.QuerySelector("[data-gate]"));
        Assert.Null((await ada.OpenAsync("/me")).Page.QuerySelector("[data-gate]"));
    }

    [Fact]
    public async Task Everybody_else_is_told_why_and_whom_it_waits_for()
    {
        await _house.FoundAsync();
        await _house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync()).TakeDuties(admin: false, auditor: false);
            return await db.SaveChangesAsync();
        });
        var somebody = await _house.Stranger().OpenAsync("/sign-in");
        await somebody.PressAsync("form.card button.w-100", ("Form.Email", "ada@example.org"), ("Form.Password", "three plain words"));

        await somebody.OpenAsync("/sources/new");

        Assert.Contains("until an admin has recorded", somebody.Page.QuerySelector("[data-gate]")!.TextContent, StringComparison.Ordinal);
        Assert.Null(somebody.Page.QuerySelector("[data-gate] a[href='/admin/deployment']"));
        await somebody.OpenAsync("/deployment");
        Assert.NotNull(somebody.Page.QuerySelector("[data-not-informed]"));
    }

    /// <summary>How many sources, cards, claimed sentences and agent versions there are.</summary>
    private Task<(int Sources, int Cards, int Claimed, int Versions)> KeptAsync() => _house.InStoreAsync(async db => (
        await db.Sources.CountAsync(),
        await db.Cards.CountAsync(),
        await db.Statements.CountAsync(statement => statement.Decision == StatementDecision.Claimed),
        await db.AgentVersions.CountAsync()));
}
