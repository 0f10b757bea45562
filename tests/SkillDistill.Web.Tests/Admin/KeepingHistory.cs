using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Admin;

/// <summary>Who changed which team, or which person's place, duties and state, and when.</summary>
public sealed class KeepingHistory : IDisposable
{
    private const string Save = "form.card button.btn-primary";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task What_happens_to_a_team_stands_on_its_page_with_who_did_it_the_newest_first()
    {
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync("/admin/teams");
        await ada.PressAsync(Save, ("Form.Name", "Night shift"), ("Form.Manager", "tunde@lindenau.example"));
        var night = await TeamAsync("Night shift");
        _house.Clock.Advance(TimeSpan.FromMinutes(1));
        await ada.OpenAsync($"/admin/teams/{night}");
        await ada.PressAsync(Save, ("Form.Name", "Late shift"), ("Form.ParentId", (await TeamAsync("Customer Support")).ToString()), ("Form.Manager", "mei@lindenau.example"));

        await ada.OpenAsync($"/admin/teams/{night}");

        var told = ada.Page.QuerySelectorAll("[data-history] li").ToList();
        var kinds = told.Select(row => Enum.Parse<HistoryKind>(row.GetAttribute("data-kind")!)).ToList();
        Assert.Equal([HistoryKind.TeamRenamed, HistoryKind.TeamMoved, HistoryKind.ManagerAppointed, HistoryKind.ManagerReleased], kinds[..4].Order());
        Assert.Equal([HistoryKind.TeamFormed, HistoryKind.ManagerAppointed], kinds[4..].Order());
        Assert.All(told, row => Assert.Contains("by Ada", row.TextContent, StringComparison.Ordinal));
        Assert.Contains("from the top of the tree to Customer Support", told.Single(row => row.GetAttribute("data-kind") == "TeamMoved").TextContent, StringComparison.Ordinal);
        Assert.Contains("from \"Night shift\" to \"Late shift\"", told.Single(row => row.GetAttribute("data-kind") == "TeamRenamed").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_happens_to_a_person_stands_on_their_page_and_in_their_export_without_names_and_titles()
    {
        var ada = await _house.SignedInAsync("ada");
        var tunde = await _house.PersonAsync("tunde");
        foreach (var wish in new[] { "Deactivate", "Return" })
        {
            await ada.OpenAsync($"/admin/people/{tunde.Id}");
            await ada.PressAsync($"form[action*='handler={wish}'] button");
        }

        await ada.OpenAsync($"/admin/people/{tunde.Id}");
        await ada.PressAsync(ada.Page.QuerySelectorAll("main form")[0].QuerySelector("button")!, ("Form.JobTitle", "Secret title"), ("Form.TeamId", ""), ("Form.IsAuditor", "true"));

        await ada.OpenAsync($"/admin/people/{tunde.Id}");
        var kinds = ada.Page.QuerySelectorAll("[data-history] li").Select(row => row.GetAttribute("data-kind")!).ToList();
        Assert.Equal(["PersonDeactivated", "PersonJoined", "PersonMoved", "PersonReturned"], kinds.Where(kind => kind.StartsWith("Person", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Contains("AuditorTaken", kinds);
        Assert.DoesNotContain("Secret title", ada.Shown("[data-history]"), StringComparison.Ordinal);
        var profile = await ProfileAsync("tunde");
        Assert.Contains("\"PersonMoved\"", profile, StringComparison.Ordinal);
        Assert.DoesNotContain("\"PersonMoved\"", await ProfileAsync("mei"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wish_that_is_refused_leaves_no_trace_and_nothing_is_written_over()
    {
        var ada = await _house.SignedInAsync("ada");
        await ada.OpenAsync($"/admin/people/{(await _house.PersonAsync("ada")).Id}");
        var before = await EntriesAsync();
        await ada.PressAsync("form[action*='handler=Deactivate'] button");

        Assert.Equal(before.Count, (await EntriesAsync()).Count);
        await Assert.ThrowsAsync<InvalidOperationException>(() => _house.InStoreAsync(async db =>
        {
            db.HistoryEntries.Remove(await db.HistoryEntries.FirstAsync());
            return await db.SaveChangesAsync();
        }));
    }

    [Fact]
    public async Task What_is_older_than_three_years_is_forgotten()
    {
        await _house.InStoreAsync(async db =>
        {
            (await db.People.SingleAsync(person => person.Email == "sophie@lindenau.example")).MoveTo(null);
            return await db.SaveChangesAsync();
        });
        Assert.Contains(await EntriesAsync(), entry => entry is { Kind: HistoryKind.PersonMoved, ById: null });
        _house.Clock.Advance(_house.Clock.GetUtcNow().AddMonths(HistoryEntry.KeptMonths).AddDays(1) - _house.Clock.GetUtcNow());

        await _house.RunAsync<ForgetHistory>();

        Assert.Empty(await EntriesAsync());
    }

    [Fact]
    public async Task A_long_history_comes_a_page_at_a_time()
    {
        var sophie = await _house.PersonAsync("sophie");
        await _house.InStoreAsync(async db =>
        {
            var person = await db.People.SingleAsync(person => person.Id == sophie.Id);
            for (var times = 0; times < 20; times++)
            {
                person.TakeDuties(false, times % 2 == 0);
                await db.SaveChangesAsync();
            }

            return 0;
        });
        var ada = await (await _house.SignedInAsync("ada")).OpenAsync($"/admin/people/{sophie.Id}");

        Assert.Equal(ReadHistory.PageSize, ada.Page.QuerySelectorAll("[data-history] li").Length);
        await ada.OpenAsync(ada.Page.QuerySelector("[data-history] a[rel=next]")!.GetAttribute("href")!);
        Assert.Equal(6, ada.Page.QuerySelectorAll("[data-history] li").Length);
    }

    private Task<Id<Team>> TeamAsync(string name) => _house.InStoreAsync(db => db.Teams.Where(team => team.Name == name).Select(team => team.Id).SingleAsync());

    private Task<List<HistoryEntry>> EntriesAsync() => _house.InStoreAsync(db => db.HistoryEntries.AsNoTracking().ToListAsync());

    private async Task<string> ProfileAsync(string key)
    {
        var visitor = await (await _house.SignedInAsync(key)).OpenAsync("/me/data");
        using var response = await visitor.PostAsync("/me/data");
        using var zip = new ZipArchive(new MemoryStream(await response.Content.ReadAsByteArrayAsync()));
        using var text = new StreamReader(await zip.GetEntry("profile.json")!.OpenAsync());
        return await text.ReadToEndAsync();
    }
}
