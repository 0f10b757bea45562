using System.Diagnostics;
using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Erasures;
using SkillDistill.Domain.Conversations;
using SkillDistill.Web.Tests.Coverage;
using SkillDistill.Web.Tests.Erasures;

namespace SkillDistill.Web.Tests.Ask;

public sealed class WithdrawingMidAnswer(SlowModel model) : IClassFixture<SlowModel>
{
    /// <summary>The rule is two seconds; a machine under load may need a little longer to be noticed.</summary>
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(6);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_running_answer_ends_with_a_plain_notice_and_nothing_of_it_is_kept(bool onAnotherNode)
    {
        using var first = new HouseWithModelAt(null, model.Address);
        using var second = onAnotherNode ? new HouseWithModelAt(first, model.Address) : null;
        using var running = await RunningAsync(first);

        var owner = await (second ?? first).SignedInAsync("mei");
        await owner.OpenAsync("/consent");
        await owner.PressAsync("[data-withdraw=AnswerColleagues]");
        var withdrawn = Stopwatch.StartNew();
        await running.UntilAsync("event: withdrawn");

        Assert.True(withdrawn.Elapsed < Soon, $"It took {withdrawn.Elapsed.TotalSeconds:0.0} s.");
        Assert.Contains("ended their consent", await running.ToEndAsync(), StringComparison.Ordinal);
        await NothingIsKeptAsync(first);
        Assert.Equal(HttpStatusCode.NotFound, (await running.Asker.OpenAsync(running.Address)).Status);
    }

    [Fact]
    public async Task Words_that_their_author_erases_while_they_are_quoted_are_not_kept_in_the_answer()
    {
        using var house = new HouseWithModelAt(null, model.Address);
        using var running = await RunningAsync(house);
        var quoted = await running.UntilAsync("Roll");
        var owner = (await house.PersonAsync("mei")).Id;
        var cards = await house.InStoreAsync(db => db.Cards.Where(card => card.OwnerId == owner)
            .Join(db.CardRevisions, card => card.CurrentRevisionId, revision => revision.Id, (card, revision) => new { card.Id, revision.Text.Title }).ToListAsync());
        var card = cards.First(card => quoted.Contains(card.Title.TrimEnd('.', '?'), StringComparison.Ordinal));

        var mei = await (await house.SignedInAsync("mei")).OpenAsync($"/cards/{card.Id}");
        await mei.OpenAsync(mei.Page.QuerySelector("[data-to-erase]")!.GetAttribute("href")!);
        await mei.PressAsync("[data-erase]");
        await running.ToEndAsync();
        await house.RunAsync<FinishErasures>();

        await NothingIsKeptAsync(house);
        Assert.Empty(await house.PlacesOfAsync(card.Title));
    }

    private static async Task<SlowAnswer> RunningAsync(HouseWithModelAt house)
    {
        await house.AgreeToModelAsync("mei");
        var tunde = await house.SignedInAsync("tunde");
        await tunde.OpenAsync(await house.AgentPathAsync("mei"));
        await tunde.PressAsync("form[data-ask] button", ("Question", "When do you roll back and when do you look for the cause first?"), ("Live", "true"));
        var running = await SlowAnswer.OpenAsync(tunde);
        await running.UntilAsync("Roll");
        return running;
    }

    private static async Task NothingIsKeptAsync(HouseWithModelAt house)
    {
        var turn = await house.InStoreAsync(db => db.Turns.AsNoTracking().Include(turn => turn.Citations).SingleAsync());
        Assert.Equal((TurnState.Ended, ""), (turn.State, turn.AnswerText));
        Assert.Empty(turn.Citations);
    }
}
