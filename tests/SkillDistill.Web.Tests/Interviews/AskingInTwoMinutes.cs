using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Profiles;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Interviews;

public sealed class AskingInTwoMinutes : IDisposable
{
    private const string Question = "[data-question]";

    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_point_that_a_card_says_nothing_about_is_asked_and_the_answer_becomes_that_field()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        var asked = mei.Page.QuerySelectorAll(Question).First(question => question.QuerySelector("textarea") is not null);
        var key = asked.GetAttribute("data-question")!;
        var (card, field) = (key.Split('.')[0], Enum.Parse<CardField>(key.Split('.')[1]));
        Assert.Equal("", (await WordsAsync(card))[field]);

        await mei.PressAsync(asked.QuerySelector("[data-answer]")!, ("words", "At forty per minute I stop the queue."));

        Assert.Equal("At forty per minute I stop the queue.", (await WordsAsync(card))[field]);
        Assert.DoesNotContain(mei.Page.QuerySelectorAll(Question), question => question.GetAttribute("data-question") == key);
    }

    [Fact]
    public async Task A_card_past_its_review_date_is_asked_about_and_one_press_confirms_it()
    {
        var mei = await _house.SignedInAsync("mei");
        _house.Clock.Advance(TimeSpan.FromDays(120));
        mei = await _house.SignedInAsync("mei");
        await mei.OpenAsync("/interview/inbox");
        var stale = mei.Page.QuerySelectorAll(Question).First(question => question.GetAttribute("data-question")!.EndsWith(".Stale", StringComparison.Ordinal));
        var card = stale.GetAttribute("data-question")!.Split('.')[0];

        await mei.PressAsync(stale.QuerySelector("[data-holds]")!);

        var confirmed = await _house.InStoreAsync(db => db.Cards.AsNoTracking().SingleAsync(own => own.Id == Domain.Id<Card>.Parse(card, null)));
        Assert.Equal(_house.Clock.GetUtcNow(), confirmed.ConfirmedAt);
    }

    [Fact]
    public async Task Put_off_comes_back_after_a_week_and_declined_does_not()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        var keys = Keys(mei);
        await mei.PressAsync($"[data-question='{keys[0]}'] [data-snooze]");
        await mei.PressAsync($"[data-question='{keys[1]}'] [data-decline]");
        Assert.DoesNotContain(keys[0], Keys(mei));
        Assert.DoesNotContain(keys[1], Keys(mei));

        _house.Clock.Advance(TimeSpan.FromDays(8));
        mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");

        Assert.Contains(keys[0], Keys(mei));
        Assert.DoesNotContain(keys[1], Keys(mei));
    }

    [Fact]
    public async Task An_empty_answer_is_refused_beside_its_field()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");

        await mei.PressAsync("[data-answer]", ("words", "  "));

        Assert.Contains("Write something first", mei.Shown(Question), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Declining_leaves_no_trace_that_a_manager_or_admin_could_see()
    {
        var mei = await (await _house.SignedInAsync("mei")).OpenAsync("/interview/inbox");
        var owner = (await _house.PersonAsync("mei")).Id;
        string[] paths = ["/coverage", "/coverage/invitations", $"/admin/people/{owner}", "/admin"];
        var viewers = new[] { await _house.SignedInAsync("dafydd"), await _house.SignedInAsync("ada") };
        var before = await SeenAsync(viewers, paths);

        await mei.PressAsync("[data-decline]");

        Assert.Equal(before, await SeenAsync(viewers, paths));
        Assert.Equal(1, await _house.InStoreAsync(db => db.PutOffQuestions.CountAsync()));
    }

    private static string[] Keys(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(Question).Select(question => question.GetAttribute("data-question")!)];

    private static async Task<List<string>> SeenAsync(IEnumerable<Visitor> viewers, string[] paths)
    {
        var seen = new List<string>();
        foreach (var viewer in viewers)
        {
            foreach (var path in paths)
            {
                seen.Add($"{path} {(await viewer.OpenAsync(path)).Status} {viewer.Text}");
            }
        }

        return seen;
    }

    private Task<CardText> WordsAsync(string card) => _house.InStoreAsync(async db =>
    {
        var revision = await db.Cards.Where(own => own.Id == Domain.Id<Card>.Parse(card, null)).Select(own => own.CurrentRevisionId).SingleAsync();
        return (await db.CardRevisions.AsNoTracking().SingleAsync(known => known.Id == revision)).Text;
    });
}
