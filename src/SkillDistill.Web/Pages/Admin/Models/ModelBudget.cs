using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using SkillDistill.Data;
using SkillDistill.Data.Models;
using SkillDistill.Distillation.Models;
using SkillDistill.Domain;
using SkillDistill.Domain.Agents;
using SkillDistill.Domain.Models;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin.Models;

/// <summary>
/// What the external model may still be asked today, and what it took. Counted in the store, so that it holds on every node and deleting a conversation gives nothing back. A person and an
/// agent are counted only where a limit needs it, and only for the day.
/// </summary>
internal sealed class ModelBudget(SkillDistillDb db, IOptions<ModelOptions> options, TimeProvider clock)
{
    public ModelPrice? Price => options.Value.Price;

    /// <param name="agent">Null where none is asked.</param>
    /// <returns>The limit that keeps this person from the model now, or null.</returns>
    public async Task<ModelLimitReached?> ReachedAsync(Id<Person> person, Id<Agent>? agent, CancellationToken cancellationToken)
    {
        var limits = options.Value.Limits;
        var now = clock.GetUtcNow();
        var today = Day(now);
        var all = limits.All > 0 ? await db.ModelDays.Where(day => day.Day == today).SumAsync(day => day.InputTokens + day.OutputTokens, cancellationToken) : 0;
        var ofPerson = limits.Person > 0 ? await UsedAsync(today, person.Value, cancellationToken) : 0;
        var ofAgent = limits.Agent > 0 && agent is { } asked ? await UsedAsync(today, asked.Value, cancellationToken) : 0;
        return limits.Reached(ofPerson, ofAgent, all, now);
    }

    /// <summary>Asks, and charges what it took, also where it failed or was cancelled.</summary>
    /// <inheritdoc cref="ChargeAsync"/>
    public async Task<T> MeteredAsync<T>(ModelTask task, Id<Person>? person, Id<Agent>? agent, Func<TokenMeter, Task<T>> ask)
    {
        var meter = new TokenMeter();
        try
        {
            return await ask(meter);
        }
        finally
        {
            await ChargeAsync(task, person, agent, meter.Used);
        }
    }

    /// <param name="person">Who asked; null for a test of the connection.</param>
    /// <param name="use">Null where the model took nothing.</param>
    public async Task ChargeAsync(ModelTask task, Id<Person>? person, Id<Agent>? agent, TokenUse? use)
    {
        if (use is null)
        {
            return;
        }

        // What was used was used, whoever has left meanwhile.
        var (today, limits) = (Day(clock.GetUtcNow()), options.Value.Limits);
        await db.CountDayAsync(today, task, use, Price?.Of(use) ?? 0, Price?.Currency ?? "", CancellationToken.None);
        if (limits.Person > 0 && person is { } asker)
        {
            await db.CountAllowanceAsync(today, asker.Value, use.Total, CancellationToken.None);
        }

        if (limits.Agent > 0 && agent is { } asked)
        {
            await db.CountAllowanceAsync(today, asked.Value, use.Total, CancellationToken.None);
        }
    }

    public static DateOnly Day(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private Task<long> UsedAsync(DateOnly today, Guid subject, CancellationToken cancellationToken) =>
        db.ModelAllowances.Where(allowance => allowance.Day == today && allowance.Subject == subject).Select(allowance => allowance.Tokens).FirstOrDefaultAsync(cancellationToken);
}
