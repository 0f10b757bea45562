using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Conversations;
using SkillDistill.Domain.Profiles;
using SkillDistill.Tests;

namespace SkillDistill.Browser.Tests.Crashing;

public sealed class BeingKilled
{
    private const int Never = int.MaxValue;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Never)]
    public async Task An_import_is_there_whole_or_not_at_all(int write)
    {
        var documents = Directory.GetFiles(Repository.Shared("samples/pagerduty-incident-response"), "*.md");
        await using var killing = await Killing.StartAsync();
        var sam = await killing.SignedInAsync("sam");
        await sam.OpenAsync("/sources/new");
        await sam.PressAsync("[data-keep-profile] button");

        var confirmed = await killing.DuringAsync(
            () => sam.UploadAsync("#Form_Files", [.. documents.Select(path => (Path.GetFileName(path), File.ReadAllBytes(path)))]), write);

        var sources = await killing.InStoreAsync(db => db.Sources.Include(source => source.Documents).AsNoTracking().ToListAsync());
        var kept = sources.SelectMany(source => source.Documents).Select(document => document.Id).ToHashSet();
        var drafts = await killing.InStoreAsync(db => db.Cards.AsNoTracking().Include(card => card.Passages).AsSplitQuery().Where(card => card.Status == CardStatus.Draft).ToListAsync());
        Assert.True(sources.Count == 1 || (sources.Count == 0 && !confirmed), "What was confirmed is lost.");
        Assert.All(sources, source => Assert.Equal(documents.Length, source.Documents.Count));
        Assert.All(drafts, draft => Assert.Contains(Assert.Single(draft.Passages).From.DocumentId, kept));
        Assert.Equal(sources.Count == 1, drafts.Count > 150);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(Never)]
    public async Task An_agent_is_published_whole_or_as_it_was(int write)
    {
        await using var killing = await Killing.StartAsync();
        var mei = await killing.SignedInAsync("mei");
        await mei.OpenAsync("/agent");
        await mei.PressAsync("[data-distil]");
        await mei.OpenAsync("/agent/versions/2");

        var confirmed = await killing.DuringAsync(() => mei.PressAsync("[data-publish]"), write);

        var agents = await killing.InStoreAsync(db => db.Agents.AsNoTracking().ToListAsync());
        var versions = await killing.InStoreAsync(db => db.AgentVersions.Include(version => version.Cards).AsNoTracking().ToDictionaryAsync(version => version.Id));
        Assert.All(agents, agent => Assert.NotNull(versions[agent.PublishedVersionId!.Value].PublishedAt));
        Assert.All(agents, agent => Assert.Equal(agent.Id, versions[agent.PublishedVersionId!.Value].AgentId));
        Assert.All(versions.Values, version => Assert.NotEmpty(version.Cards));
        if (confirmed)
        {
            Assert.Contains(agents, agent => versions[agent.PublishedVersionId!.Value].Number == 2);
        }

        var tunde = await killing.SignedInAsync("tunde");
        Assert.Contains("Mei Tan", (await tunde.OpenAsync("/ask")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_question_that_was_taken_is_answered_after_the_restart(int write)
    {
        await using var killing = await Killing.StartAsync();
        var tunde = await killing.SignedInAsync("tunde");
        await tunde.OpenAsync("/ask");
        await tunde.OpenAsync(tunde.Page.QuerySelectorAll(".agentcard a").First(link => link.TextContent.Contains("Mei Tan", StringComparison.Ordinal)).GetAttribute("href")!);

        var confirmed = await killing.DuringAsync(
            () => tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"), ("Live", "true")), write);

        var turns = await killing.InStoreAsync(db => db.Turns.AsNoTracking().ToListAsync());
        Assert.True(turns.Count == 1 || !confirmed, "What was confirmed is lost.");
        var again = await killing.SignedInAsync("tunde");
        foreach (var turn in turns)
        {
            // The stream ends when the turn has come to its end, on whichever start of the product.
            using var stream = await again.Http.GetAsync(new Uri($"/conversations/{turn.ConversationId}/turns/{turn.Id}/stream", UriKind.Relative));
            await stream.Content.ReadAsStringAsync();
            var answered = await killing.InStoreAsync(db => db.Turns.Include(row => row.Citations).AsNoTracking().FirstAsync(row => row.Id == turn.Id));
            Assert.Equal(TurnState.Answered, answered.State);
            Assert.NotEmpty(answered.Citations);
        }
    }
}
