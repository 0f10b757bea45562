using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.Models;

namespace SkillDistill.Data.Models;

/// <summary>Adds to the counters of a day. Each is one statement of the store, so that answers that end at the same moment, on whichever node, are all counted.</summary>
public static class CountTokens
{
    /// <param name="price">In millionths of the currency.</param>
    public static Task CountDayAsync(this SkillDistillDb db, DateOnly day, ModelTask task, TokenUse use, long price, string currency, CancellationToken cancellationToken)
    {
        var (name, estimated) = (task.ToString(), use.IsEstimated ? 1L : 0L);
        return db.Database.ExecuteSqlAsync(
            $"""
             INSERT INTO model_days (day, task, currency, calls, estimated_calls, input_tokens, output_tokens, price)
             VALUES ({day}, {name}, {currency}, 1, {estimated}, {use.Input}, {use.Output}, {price})
             ON CONFLICT (day, task, currency) DO UPDATE SET
               calls = model_days.calls + 1,
               estimated_calls = model_days.estimated_calls + excluded.estimated_calls,
               input_tokens = model_days.input_tokens + excluded.input_tokens,
               output_tokens = model_days.output_tokens + excluded.output_tokens,
               price = model_days.price + excluded.price
             """,
            cancellationToken);
    }

    /// <param name="subject">The id of a person or of an agent.</param>
    public static Task CountAllowanceAsync(this SkillDistillDb db, DateOnly day, Guid subject, long tokens, CancellationToken cancellationToken) => db.Database.ExecuteSqlAsync(
        $"""
         INSERT INTO model_allowances (day, subject, tokens) VALUES ({day}, {subject}, {tokens})
         ON CONFLICT (day, subject) DO UPDATE SET tokens = model_allowances.tokens + excluded.tokens
         """,
        cancellationToken);
}
