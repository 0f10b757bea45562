using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Tests.Cards;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>Being named and being counted both rest on the consent to keep a profile at all.</summary>
public sealed class KeepingNothing(House house) : IClassFixture<House>
{
    [Fact]
    public async Task Who_no_longer_lets_a_profile_be_kept_is_not_named()
    {
        var dafydd = await house.SignedInAsync("dafydd");
        await dafydd.OpenAsync("/coverage");
        var before = dafydd.Text;

        await house.WithdrawsAsync("mei", Purpose.HoldProfile);
        await dafydd.OpenAsync("/coverage");

        Assert.Contains("Mei Tan", before, StringComparison.Ordinal);
        Assert.DoesNotContain("Mei Tan", dafydd.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_no_longer_lets_a_profile_be_kept_is_not_counted()
    {
        var keys = await EightJoinAsync();
        var stefan = await house.SignedInAsPersonAsync("stefan");
        foreach (var key in keys)
        {
            await house.GivesAsync(key, Purpose.HoldProfile);
            await house.GivesAsync(key, Purpose.CountInCoverage);
        }

        await house.RunAsync<CountCrowds>();
        var before = await CountedAsync(stefan);
        foreach (var key in keys)
        {
            await house.WithdrawsAsync(key, Purpose.HoldProfile);
        }

        // That it is so is told by no number at that moment, but by the next count.
        Assert.Contains("5+", before, StringComparison.Ordinal);
        Assert.Contains("5+", await CountedAsync(stefan), StringComparison.Ordinal);
        await house.RunAsync<CountCrowds>();
        Assert.DoesNotContain("5+", await CountedAsync(stefan), StringComparison.Ordinal);
    }

    private static async Task<string> CountedAsync(Visitor manager)
    {
        await manager.OpenAsync("/coverage");
        return manager.Page.QuerySelector(".heatmap-unnamed")!.TextContent;
    }

    /// <summary>Eight who know pricing, and six who say nothing: too many hidden people to tell who is counted.</summary>
    private Task<List<string>> EightJoinAsync() => house.InStoreAsync(async db =>
    {
        var keys = Enumerable.Range(0, 14).Select(number => $"joined{number}").ToList();
        var team = await db.Teams.Where(team => team.Name == "Hardware & Supply").Select(team => team.Id).SingleAsync();
        var skill = await db.Skills.Where(known => known.Key == "pricing").Select(known => known.Id).SingleAsync();
        foreach (var key in keys)
        {
            var person = Person.Join("Somebody", $"{key}@lindenau.example", "", team, house.Clock.GetUtcNow()).Value;
            db.People.Add(person);
            db.Proficiencies.Add(Proficiency.Declare(person.Id, skill, 4, house.Clock.GetUtcNow()).Value);
        }

        await db.SaveChangesAsync();
        return keys[..8];
    });
}
