using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Consent;
using SkillDistill.Web.Tests;

namespace SkillDistill.Browser.Tests.Crashing;

/// <summary>The product is killed while several people decide at once.</summary>
public sealed class KillingTheLedger
{
    private const int Never = int.MaxValue;

    private static readonly string[] Deciding = ["mei", "xiaoyun", "dafydd", "noor"];

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(6)]
    [InlineData(11)]
    [InlineData(Never)]
    public async Task What_is_left_is_a_valid_chain_that_holds_every_decision_that_was_confirmed(int write)
    {
        await using var killing = await Killing.StartAsync();
        var visitors = await Task.WhenAll(Deciding.Select(killing.SignedInAsync));
        var before = await EntriesAsync(killing);
        var confirmed = 0;

        await killing.DuringAsync(() => Task.WhenAll(visitors.Select(visitor => DecideAsync(visitor, () => Interlocked.Increment(ref confirmed)))), write);

        var (code, said) = await killing.Product.CommandAsync("verify-consent");
        Assert.True(code == 0, said);
        Assert.Contains(" 0 findings", said, StringComparison.Ordinal);
        var kept = await EntriesAsync(killing) - before;
        Assert.InRange(kept, confirmed, confirmed + Deciding.Length);
        Assert.True(write != Never || confirmed == 4 * Deciding.Length, $"Only {confirmed} were confirmed.");
    }

    [Fact]
    public async Task What_was_made_under_a_consent_withdrawn_just_before_is_cleared_within_a_minute_of_the_restart()
    {
        await using var killing = await Killing.StartAsync();
        var mei = await killing.SignedInAsync("mei");
        var owner = await killing.InStoreAsync(db => db.People.Where(person => person.Email == "mei@lindenau.example").Select(person => person.Id).SingleAsync());
        Task<bool> CompiledAsync() => killing.InStoreAsync(db => db.AgentVersions.AnyAsync(version => version.Instructions != "" && db.Agents.Any(agent => agent.Id == version.AgentId && agent.OwnerId == owner)));
        Assert.True(await CompiledAsync());
        await mei.OpenAsync("/consent");

        await mei.PressAsync($"[data-withdraw={Purpose.DistilAgent}]");
        await killing.DuringAsync(() => Task.CompletedTask, 0);

        var end = DateTime.UtcNow.AddSeconds(60);
        while (await CompiledAsync())
        {
            Assert.True(DateTime.UtcNow < end, "The compiled instructions are still there after a minute.");
            await Task.Delay(TimeSpan.FromSeconds(1));
        }
    }

    /// <summary>Yes and no to one thing and yes and no to another, each confirmed by the page that comes back.</summary>
    private static async Task DecideAsync(Visitor visitor, Action confirmed)
    {
        await visitor.OpenAsync("/consent");
        foreach (var purpose in new[] { Purpose.ImitateVoice, Purpose.ContinueAfterLeaving })
        {
            await visitor.PressAsync($"[data-once={purpose}] button");
            confirmed();
            await visitor.PressAsync($"[data-withdraw={purpose}]");
            confirmed();
        }
    }

    private static Task<int> EntriesAsync(Killing killing) => killing.InStoreAsync(db => db.LedgerEntries.CountAsync(entry => entry.Type != nameof(ConsentState.Requested)));
}
