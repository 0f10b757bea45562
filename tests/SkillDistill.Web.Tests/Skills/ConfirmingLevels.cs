using System.Net;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Coverage;

namespace SkillDistill.Web.Tests.Skills;

/// <summary>A colleague's word on a level, at the person's own request: between the two, and to be taken back by either.</summary>
public sealed class ConfirmingLevels : IDisposable
{
    private readonly House _house = new();

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task A_colleague_confirms_and_the_person_reads_it_beside_the_level()
    {
        var (mei, skill) = await AskedAsync();
        Assert.NotNull(mei.Page.QuerySelector("[data-peer=asked]"));
        var tunde = await _house.SignedInAsync("tunde");
        Assert.NotNull((await tunde.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=ConfirmationAsked]"));
        await tunde.OpenAsync("/me/skills");
        Assert.Contains("Mei Tan says of", tunde.Shown("[data-of-me=open]"), StringComparison.Ordinal);

        await tunde.PressAsync("[data-confirm]");

        Assert.NotNull(tunde.Page.QuerySelector("[data-of-me=confirmed]"));
        Assert.NotNull((await mei.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=Confirmed]"));
        Assert.Contains("confirmed by Tunde", (await mei.OpenAsync("/me/skills")).Shown("[data-confirmed]"), StringComparison.Ordinal);
        Assert.NotNull((await mei.OpenAsync($"/me/skills/{skill}/confirm")).Page.QuerySelector("[data-peer=confirmed]"));
    }

    [Fact]
    public async Task Left_and_put_away_look_the_same_to_whoever_asked()
    {
        var (mei, skill) = await AskedAsync();
        var left = (await mei.OpenAsync($"/me/skills/{skill}/confirm")).Shown("[data-peer]");
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/me/skills");

        await tunde.PressAsync("[data-put-away]");

        Assert.Null(tunde.Page.QuerySelector("[data-of-me]"));
        Assert.Equal(left, (await mei.OpenAsync($"/me/skills/{skill}/confirm")).Shown("[data-peer]"));
        Assert.Null((await mei.OpenAsync("/notifications")).Page.QuerySelector("[data-kind=Confirmed]"));
    }

    [Fact]
    public async Task More_than_was_confirmed_is_not_confirmed_and_less_is()
    {
        var (mei, skill) = await AskedAsync();
        await (await (await _house.SignedInAsync("tunde")).OpenAsync("/me/skills")).PressAsync("[data-confirm]");

        await SayAsync(mei, skill, 5);
        Assert.Null(mei.Page.QuerySelector("[data-confirmed]"));
        await SayAsync(mei, skill, 1);
        Assert.NotNull(mei.Page.QuerySelector("[data-confirmed]"));
    }

    [Fact]
    public async Task Either_takes_it_back_and_a_removed_level_takes_it_along()
    {
        var (mei, skill) = await AskedAsync();
        var tunde = await (await _house.SignedInAsync("tunde")).OpenAsync("/me/skills");
        await tunde.PressAsync("[data-confirm]");
        await tunde.PressAsync("[data-put-away]");
        Assert.Null((await mei.OpenAsync("/me/skills")).Page.QuerySelector("[data-confirmed]"));

        await mei.OpenAsync($"/me/skills/{skill}/confirm");
        await mei.PressAsync("[data-take-back]");
        Assert.False(await _house.InStoreAsync(db => db.Confirmations.AnyAsync()));

        await AskAsync(mei, skill, "tunde");
        await mei.OpenAsync("/me/skills");
        using (var removed = await mei.PostAsync("/me/skills?handler=Remove", ("skill", $"{skill}")))
        {
            Assert.Equal(HttpStatusCode.Redirect, removed.StatusCode);
        }

        Assert.False(await _house.InStoreAsync(db => db.Confirmations.AnyAsync()));
    }

    [Fact]
    public async Task One_colleague_who_is_somebody_else_and_three_at_most()
    {
        var mei = await _house.SignedInAsync("mei");
        var skill = await DeclaredAsync();
        await mei.OpenAsync($"/me/skills/{skill}/confirm");
        await mei.PressAsync("[data-ask-peer]");
        Assert.Contains("Choose one colleague", mei.Shown("#ask-peer"), StringComparison.Ordinal);
        await AskAsync(mei, skill, "mei");
        Assert.Contains("Choose somebody else", mei.Shown("#ask-peer"), StringComparison.Ordinal);
        foreach (var peer in new[] { "tunde", "noor", "sam", "sam", "ada" })
        {
            await AskAsync(mei, skill, peer);
        }

        Assert.Contains("asked 3 colleagues", mei.Shown("#ask-peer"), StringComparison.Ordinal);
        Assert.Equal(3, await _house.InStoreAsync(db => db.Confirmations.CountAsync()));
    }

    [Fact]
    public async Task Nobody_else_asks_confirms_or_takes_back()
    {
        var (_, skill) = await AskedAsync();
        var confirmation = await _house.InStoreAsync(db => db.Confirmations.AsNoTracking().SingleAsync());
        var noor = await (await _house.SignedInAsync("noor")).OpenAsync("/me/skills");
        Assert.Null(noor.Page.QuerySelector("[data-of-me]"));
        using (var answered = await noor.PostAsync("/me/skills?handler=Answer", ("confirmation", $"{confirmation.Id}"), ("confirms", "true")))
        {
            Assert.Equal(HttpStatusCode.NotFound, answered.StatusCode);
        }

        using (var taken = await noor.PostAsync($"/me/skills/{skill}/confirm?handler=TakeBack", ("confirmation", $"{confirmation.Id}")))
        {
            Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        }

        Assert.Null((await _house.InStoreAsync(db => db.Confirmations.AsNoTracking().SingleAsync())).ConfirmedAt);
    }

    [Fact]
    public async Task What_was_said_over_a_year_ago_asks_to_be_said_again()
    {
        var (mei, skill) = (await _house.SignedInAsync("mei"), await DeclaredAsync());
        Assert.Null((await mei.OpenAsync("/me/skills")).Page.QuerySelector("[data-old]"));
        var longAgo = _house.Clock.GetUtcNow() - Proficiency.HoldsFor - TimeSpan.FromDays(1);
        await _house.InStoreAsync(db => db.Proficiencies.Where(own => own.SkillId == skill).ExecuteUpdateAsync(set => set.SetProperty(own => own.DeclaredAt, longAgo)));
        Assert.NotNull((await mei.OpenAsync("/me/skills")).Page.QuerySelector("section[aria-labelledby=mine] li:first-child [data-old]"));

        await SayAsync(mei, skill, 3);

        Assert.Null(mei.Page.QuerySelector("[data-old]"));
    }

    private async Task<(Visitor Mei, Id<Skill> Skill)> AskedAsync()
    {
        var mei = await _house.SignedInAsync("mei");
        var skill = await DeclaredAsync();
        await AskAsync(mei, skill, "tunde");
        return (mei, skill);
    }

    private async Task AskAsync(Visitor mei, Id<Skill> skill, string peer)
    {
        await mei.OpenAsync($"/me/skills/{skill}/confirm");
        await mei.PressAsync("[data-ask-peer]", ("Peer", (await _house.PersonAsync(peer)).Id.Value.ToString("N")));
    }

    private static async Task SayAsync(Visitor mei, Id<Skill> skill, int level)
    {
        await mei.OpenAsync("/me/skills");
        using var said = await mei.PostAsync("/me/skills", ("skill", $"{skill}"), ("level", $"{level}"));
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        await mei.OpenAsync("/me/skills");
    }

    /// <summary>A skill of Mei's with a level in the middle.</summary>
    private async Task<Id<Skill>> DeclaredAsync()
    {
        var mei = (await _house.PersonAsync("mei")).Id;
        return await _house.InStoreAsync(db => db.Proficiencies.Where(own => own.PersonId == mei && own.Level >= 2 && own.Level < Proficiency.Highest).OrderBy(own => own.SkillId).Select(own => own.SkillId).FirstAsync());
    }
}
