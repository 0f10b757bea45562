using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using SkillDistill.Data;
using SkillDistill.Data.Jobs;
using SkillDistill.Data.Stores;

namespace SkillDistill.Web.Tests.Jobs;

/// <summary>A chore that rings for its node.</summary>
internal sealed class RingBell(SkillDistillDb db, IConfiguration configuration) : IChore
{
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await db.People.CountAsync(cancellationToken);
        new Bell(configuration[$"{StoreOptions.Section}:{nameof(StoreOptions.Folder)}"]!).Ring(configuration["Node"]!);
        await AfterwardsAsync(cancellationToken);
    }

    private Task AfterwardsAsync(CancellationToken cancellationToken) => configuration["Bell"] switch
    {
        "breaks" => throw new InvalidOperationException("Mei wrote that she rolls back.", new FormatException("and looks for the cause afterwards")),
        "hangs" => HangAsync(cancellationToken),
        _ => Task.CompletedTask,
    };

    private static async Task HangAsync(CancellationToken cancellationToken)
    {
        await Task.Delay(Timeout.Infinite, cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        throw new InvalidOperationException("Mei wrote that she rolls back.");
    }
}
