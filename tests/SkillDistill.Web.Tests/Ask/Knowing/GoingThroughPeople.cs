using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Ask;
using SkillDistill.Web.Tests.Consent;

namespace SkillDistill.Web.Tests.Ask.Knowing;

/// <summary>Where there are more people than a page holds.</summary>
public sealed class GoingThroughPeople(House house) : IClassFixture<House>, IAsyncLifetime
{
    private const int Joined = 30;

    public async Task InitializeAsync() => await house.InStoreAsync(async db =>
    {
        if (await db.People.AnyAsync(person => person.JobTitle == "Bellringer"))
        {
            return 0;
        }

        var now = house.Clock.GetUtcNow();
        for (var number = 0; number < Joined; number++)
        {
            var person = Person.Join($"Quentin {number:00}", $"quentin{number}@example.org", "Bellringer", null, now).Value;
            var stream = ConsentStream.Of(person.Id);
            foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues })
            {
                stream.Give(person.Id, purpose, Scene.Terms(Audience.Organisation(), now.AddMonths(6)), now);
            }

            db.AddRange(person, stream);
            Scene.Publish(db, person.Id, [Scene.Accepted(db, person.Id, Audience.Organisation(), now)], now);
        }

        return await db.SaveChangesAsync();
    });

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task The_directory_shows_everybody_once_part_by_part()
    {
        var names = await AllAsync("/ask", ".agentcard h3");

        Assert.True(names.Count > Joined, $"{names.Count}");
        Assert.Equal(names.Distinct(), names);
        Assert.Equal(Joined, names.Count(name => name.StartsWith("Quentin", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Those_found_are_shown_once_part_by_part()
    {
        var names = await AllAsync("/ask?q=bellringer", ".rows .fw-semibold");

        Assert.Equal(Enumerable.Range(0, Joined).Select(number => $"Quentin {number:00}"), names);
    }

    [Fact]
    public async Task A_part_beyond_the_last_is_empty_and_leads_back()
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync("/ask?q=bellringer&part=7");

        Assert.Empty(tunde.Page.QuerySelectorAll(".rows .fw-semibold"));
        Assert.NotNull(tunde.Page.QuerySelector("[data-parts] a[rel=prev]"));
        Assert.Null(tunde.Page.QuerySelector("[data-parts] a[rel=next]"));
    }

    private async Task<List<string>> AllAsync(string address, string what)
    {
        var tunde = await (await house.SignedInAsync("tunde")).OpenAsync(address);
        var names = new List<string>();
        while (true)
        {
            var shown = tunde.Page.QuerySelectorAll($".col-lg-8 {what}").Select(name => name.TextContent.Trim()).ToList();
            Assert.InRange(shown.Count, 1, ReadDirectory.PageSize);
            names.AddRange(shown);
            if (tunde.Page.QuerySelector("[data-parts] a[rel=next]") is not { } next)
            {
                return names;
            }

            await tunde.OpenAsync(next.GetAttribute("href")!);
        }
    }
}
