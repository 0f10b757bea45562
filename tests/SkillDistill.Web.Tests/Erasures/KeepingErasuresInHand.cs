using System.Net;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using SkillDistill.Data.Erasures;
using SkillDistill.Domain;
using SkillDistill.Domain.Erasures;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Tests.Erasures;

public sealed class KeepingErasuresInHand(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Nobody_erases_or_sees_the_erasing_of_what_is_not_theirs()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        var erasure = await RequestAsync(request => request.StatementAsync(Wish(canaries), canaries.Statement, false, CancellationToken.None));
        foreach (var other in new[] { "tunde", "dafydd", "ada", "noor" })
        {
            var visitor = await house.SignedInAsync(other);
            foreach (var path in new[]
            {
                $"/cards/erase?cards={canaries.Card}",
                $"/sources/{canaries.Source}/erase",
                $"/sources/{canaries.Source}/erase?document={canaries.Document}",
                $"/sources/{canaries.Skill}/erase?statement={canaries.Statement}",
                $"/me/erasures/{erasure!.Id}",
            })
            {
                await visitor.OpenAsync("/me/erase");
                using var posted = await visitor.PostAsync(path, ("cards", path.StartsWith("/cards", StringComparison.Ordinal) ? canaries.Card.ToString() : "true"));
                Assert.Equal(HttpStatusCode.NotFound, posted.StatusCode);
                Assert.Equal(HttpStatusCode.NotFound, (await visitor.OpenAsync(path)).Status);
            }

            Assert.DoesNotContain("erasures/", (await visitor.OpenAsync("/me/erasures")).Page.QuerySelector("main")!.InnerHtml, StringComparison.Ordinal);
        }

        Assert.Equal(2, await house.InStoreAsync(db => db.Cards.CountAsync(card => card.Id == canaries.Card || card.Id == canaries.CardOfDocument)));
        Assert.Equal(2, await house.InStoreAsync(db => db.SourceDocuments.CountAsync(document => document.Id == canaries.Document || document.Id == canaries.SkillDocument)));
        Assert.Equal(HttpStatusCode.NotFound, (await house.Stranger().Http.GetAsync(new Uri($"/me/erasures/{erasure!.Id}", UriKind.Relative))).StatusCode);
    }

    [Fact]
    public async Task Pressing_twice_is_one_erasure()
    {
        var card = await CardAsync("mei");
        var mei = await house.SignedInAsync("mei");
        await mei.OpenAsync($"/cards/erase?cards={card}");
        var wish = mei.Page.QuerySelector("input[name=wish]")!.GetAttribute("value")!;

        using var first = await mei.PostAsync("/cards/erase", ("wish", wish), ("cards", card));
        using var second = await mei.PostAsync("/cards/erase", ("wish", wish), ("cards", card));
        using var another = await mei.PostAsync("/cards/erase", ("wish", Id<Erasure>.New().ToString()), ("cards", card));

        Assert.Equal($"/me/erasures/{wish}", first.Headers.Location!.OriginalString);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(HttpStatusCode.NotFound, another.StatusCode);
        Assert.Equal(1, await house.InStoreAsync(db => db.Erasures.CountAsync(erasure => erasure.TargetId == Guid.Parse(card))));
    }

    [Fact]
    public async Task Several_cards_ticked_in_the_list_go_in_one_step()
    {
        var mei = await house.SignedInAsync("mei");
        await mei.OpenAsync("/cards");
        var ticked = mei.Page.QuerySelectorAll("input[name=Cards]").Take(2).Select(box => box.GetAttribute("value")!).ToList();

        using var posted = await mei.PostAsync("/cards?handler=Erase", [.. ticked.Select(card => ("Cards", card))]);
        await mei.OpenAsync(posted.Headers.Location!.OriginalString);
        Assert.Equal(ticked.Order(), mei.Page.QuerySelectorAll("input[name=cards]").Select(card => card.GetAttribute("value")!).Order());
        await mei.PressAsync("[data-erase]");

        Assert.Equal("2", mei.Page.QuerySelector("[data-step=Cards]")!.GetAttribute("data-count"));
        Assert.All(await Task.WhenAll(ticked.Select(async card => (await (await house.SignedInAsync("mei")).OpenAsync($"/cards/{card}")).Status)), status => Assert.Equal(HttpStatusCode.NotFound, status));
    }

    [Fact]
    public async Task What_a_node_left_behind_the_next_run_finishes_within_the_minute()
    {
        // What others erased by the page is still being finished in the other house, and this along with it.
        using var alone = new House();
        var canaries = await Canaries.SetAsync(alone, "sam", "tunde");
        var erasure = await alone.AskAsync((RequestErasure request) => request.CardsAsync(Wish(canaries), [canaries.Card], CancellationToken.None));
        Assert.False(erasure!.IsDone);
        Assert.False(await alone.InStoreAsync(db => db.Cards.AnyAsync(card => card.Id == canaries.Card)));
        var sam = await alone.SignedInAsync("sam");
        Assert.Equal("open", (await sam.OpenAsync($"/me/erasures/{erasure.Id}")).Page.QuerySelector("[data-progress]")!.GetAttribute("data-progress"));
        alone.Clock.Advance(TimeSpan.FromSeconds(20));

        await alone.RunAsync<FinishErasures>();
        await alone.RunAsync<FinishErasures>();

        Assert.Equal("done", (await sam.OpenAsync($"/me/erasures/{erasure.Id}")).Page.QuerySelector("[data-progress]")!.GetAttribute("data-progress"));
        var done = await alone.InStoreAsync(async db => (await db.Erasures.Include(known => known.Steps).FirstAsync(known => known.Id == erasure.Id)).Steps.Max(step => step.DoneAt));
        Assert.Equal(TimeSpan.FromSeconds(20), done - erasure.RequestedAt);
        Assert.Empty(await alone.PlacesOfAsync(canaries.CardWord));
    }

    [Fact]
    public async Task A_version_tells_of_erased_cards_keeps_its_digest_and_is_rolled_back_to_without_them()
    {
        var canaries = await Canaries.SetAsync(house, "sam", "tunde");
        await RequestAsync(request => request.CardsAsync(Wish(canaries), [canaries.Card], CancellationToken.None));
        var sam = await house.SignedInAsync("sam");

        await sam.OpenAsync($"/agent/versions/{canaries.Version}");
        Assert.Equal("1", sam.Page.QuerySelector("[data-erased]")!.GetAttribute("data-erased"));
        await sam.OpenAsync("/agent");
        Assert.Contains("One erased card, not compared", sam.Text, StringComparison.Ordinal);
        await sam.PressAsync("[data-distil]");
        await sam.OpenAsync($"/agent/versions/{canaries.Version + 1}");
        Assert.Contains("One erased card, not compared", sam.Text, StringComparison.Ordinal);
        await sam.OpenAsync($"/agent/versions/{canaries.Version}");
        await sam.PressAsync("[data-roll-back]");

        Assert.Equal(HttpStatusCode.OK, sam.Status);
        Assert.Contains("The colour of the anchor", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Otherwise_a_card_revision_is_never_changed_or_deleted()
    {
        await using var scope = house.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<Data.SkillDistillDb>();
        var revision = await db.CardRevisions.FirstAsync();

        db.Entry(revision).State = EntityState.Modified;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());
        db.Entry(revision).State = EntityState.Deleted;
        await Assert.ThrowsAsync<InvalidOperationException>(() => db.SaveChangesAsync());

        // What an event does to cards concerns how long they hold, and no word of them.
        var comingAbout = SourceCode.Files(".cs").Single(file => Path.GetFileName(file) == "EventsComingAbout.cs");
        Assert.Equal(["CameAboutAt", "ReviewBy"], Regex.Matches(await File.ReadAllTextAsync(comingAbout), @"SetProperty\(card => card\.(\w+)").Select(set => set.Groups[1].Value));
        Assert.DoesNotMatch(@"CardRevisions|ExecuteDelete|Remove", await File.ReadAllTextAsync(comingAbout));
        var elsewhere = SourceCode.Files(".cs").Where(file => file != comingAbout && !file.Contains(Path.Combine("Data", "Erasures"), StringComparison.Ordinal) && !file.Contains("Migrations", StringComparison.Ordinal));
        Assert.DoesNotContain(elsewhere, file => Regex.IsMatch(File.ReadAllText(file), @"\b(Cards|CardRevisions)\b[^;]*\.(ExecuteDelete|ExecuteUpdate|Remove|RemoveRange)(Async)?\("));
    }

    private static ErasureWish Wish(Canaries canaries) => new(Id<Erasure>.New(), canaries.Owner);

    private Task<Erasure?> RequestAsync(Func<RequestErasure, Task<Erasure?>> request) => house.AskAsync(request);

    private Task<string> CardAsync(string key) => house.InStoreAsync(async db =>
        (await db.Cards.FirstAsync(card => card.Status == CardStatus.Accepted && db.People.Any(person => person.Id == card.OwnerId && person.Email == $"{key}@lindenau.example"))).Id.ToString());
}
