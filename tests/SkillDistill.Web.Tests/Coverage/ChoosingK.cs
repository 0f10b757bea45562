using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;

namespace SkillDistill.Web.Tests.Coverage;

/// <summary>How many people a number stands for at least is a setting.</summary>
public sealed class ChoosingK
{
    [Fact]
    public async Task With_three_a_number_says_steps_of_three_and_moves_with_three()
    {
        using var house = new HouseOfK("3");
        var skill = await house.SkillAsync("pricing");
        var keys = await house.JoinAsync("Hardware & Supply", 8, skill);
        foreach (var key in keys.Take(7))
        {
            await house.GivesAsync(key, Purpose.HoldProfile);
            await house.GivesAsync(key, Purpose.CountInCoverage);
        }

        await house.RunAsync<CountCrowds>();
        Assert.Contains("in steps of 3", await CoverageAsync(house), StringComparison.Ordinal);
        var said = await CountsAsync(house);
        Assert.All(said, number => Assert.Equal(0, number % 3));
        Assert.Contains(said, number => number > 0);

        foreach (var key in keys.Take(2))
        {
            await house.WithdrawsAsync(key, Purpose.CountInCoverage);
        }

        await house.RunAsync<CountCrowds>();
        Assert.Equal(said, await CountsAsync(house));
        await house.WithdrawsAsync(keys[2], Purpose.CountInCoverage);
        await house.RunAsync<CountCrowds>();
        Assert.NotEqual(said, await CountsAsync(house));
    }

    [Theory]
    [InlineData("2")]
    [InlineData("51")]
    public void Fewer_than_three_or_more_than_anybody_wants_are_refused_at_the_start(string fewest)
    {
        using var house = new HouseOfK(fewest);

        Assert.Contains(nameof(Anonymity.Fewest), Assert.Throws<OptionsValidationException>(() => house.Services).Message, StringComparison.Ordinal);
    }

    private static async Task<string> CoverageAsync(House house) => (await (await Cards.CardsOfTheHouse.SignedInAsPersonAsync(house, "stefan")).OpenAsync("/coverage")).Text;

    private static Task<List<int>> CountsAsync(House house) => house.InStoreAsync(db => db.CrowdCounts.OrderBy(count => count.TeamId).ThenBy(count => count.SkillId).Select(count => count.Holders.AtLeast3).ToListAsync());

    private sealed class HouseOfK(string fewest) : House
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Coverage:Fewest", fewest);
        }
    }
}
