using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Agents;

/// <summary>What became different between two versions, by card and by the instructions they travel under.</summary>
public sealed class ComparingVersions : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Changed_instructions_are_shown_word_by_word_and_what_stayed_is_left_out()
    {
        var mei = await _house.SignedInAsync("mei");
        await RenameAsync("Mei Lindqvist");
        await mei.OpenAsync("/agent");
        Assert.Contains("Lindqvist", mei.Shown("[data-instructions-changed] ins"), StringComparison.Ordinal);

        await mei.PressAsync("[data-distil]");

        Assert.Contains("Tan", mei.Shown("[data-instructions-changed] del"), StringComparison.Ordinal);
        Assert.Contains("Lindqvist", mei.Shown("[data-instructions-changed] ins"), StringComparison.Ordinal);
        Assert.DoesNotContain("Mei", mei.Shown("[data-instructions-changed] ins"), StringComparison.Ordinal);
        Assert.Contains("lines the same", mei.Shown("[data-instructions-changed]"), StringComparison.Ordinal);
        Assert.True(mei.Shown("[data-instructions-changed]").Length < mei.Page.QuerySelector("[data-prompt]")!.TextContent.Length / 2);
    }

    [Fact]
    public async Task Any_version_is_compared_with_any_before_it()
    {
        var mei = await _house.SignedInAsync("mei");
        var card = await ReviseAsync("Other words than before", null);
        await (await mei.OpenAsync("/agent")).PressAsync("[data-distil]");
        await ReviseAsync("Yet other words", card);
        await (await mei.OpenAsync("/agent")).PressAsync("[data-distil]");
        Assert.Equal("/agent/versions/3", mei.Location);
        Assert.Equal(["2", "1"], mei.Page.QuerySelectorAll("[data-compare] option").Select(option => option.GetAttribute("value")));

        await mei.OpenAsync("/agent/versions/3?since=1");

        Assert.Contains("Different from version 1", mei.Text, StringComparison.Ordinal);
        Assert.Contains($"/cards/{card}/history?from=1&to=3", mei.Page.QuerySelectorAll("[data-difference=Changed] a").Select(link => link.GetAttribute("href")));
        foreach (var none in new[] { "3", "4", "0" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await mei.OpenAsync($"/agent/versions/3?since={none}")).Status);
        }
    }

    private Task<int> RenameAsync(string name) => _house.InStoreAsync(db =>
        db.People.Where(person => person.Email == "mei@lindenau.example").ExecuteUpdateAsync(set => set.SetProperty(person => person.Name, name)));

    private Task<Domain.Id<Card>> ReviseAsync(string title, Domain.Id<Card>? id) => _house.InStoreAsync(async db =>
    {
        var now = _house.Clock.GetUtcNow();
        var card = await db.Cards.OrderBy(card => card.Id).FirstAsync(card => (id == null || card.Id == id) && card.Status == CardStatus.Accepted && card.Audience.Scope == Domain.People.AudienceScope.Organisation && card.ReviewBy > now
            && db.People.Any(person => person.Id == card.OwnerId && person.Email == "mei@lindenau.example"));
        var words = await db.CardRevisions.AsNoTracking().FirstAsync(revision => revision.Id == card.CurrentRevisionId);
        Assert.Null(card.Revise(words.Text with { Title = title }, card.RevisionNumber, now).Refusal);
        await db.SaveChangesAsync();
        return card.Id;
    });
}
