using SkillDistill.Domain.Conversations;

namespace SkillDistill.Domain.Models;

/// <summary>How many tokens a day of UTC may take; 0 is no limit. What is under way when a limit is reached is still finished.</summary>
public sealed record DailyLimits(long Person, long Agent, long All)
{
    /// <summary>When the day of this moment ends and everything begins anew.</summary>
    public static DateTimeOffset EndOf(DateTimeOffset moment) => new(moment.UtcDateTime.Date.AddDays(1), TimeSpan.Zero);

    /// <param name="person">Used today by whoever asks.</param>
    /// <param name="agent">Used today in questions to the agent asked.</param>
    /// <param name="all">Used today by everybody.</param>
    /// <returns>The limit that is reached, the asker's own first; null while there is room.</returns>
    public ModelLimitReached? Reached(long person, long agent, long all, DateTimeOffset now)
    {
        if (Person > 0 && person >= Person)
        {
            return new PersonLimitReached(Person, EndOf(now));
        }

        if (Agent > 0 && agent >= Agent)
        {
            return new AgentLimitReached(Agent, EndOf(now));
        }

        return All > 0 && all >= All ? new InstallationLimitReached(All, EndOf(now)) : null;
    }
}

/// <summary>The model is not asked any more today.</summary>
/// <param name="Tokens">The limit.</param>
/// <param name="Until">When it begins anew.</param>
public abstract record ModelLimitReached(long Tokens, DateTimeOffset Until) : Refusal
{
    public override IReadOnlyList<object> Arguments => [Tokens, $"{Until.UtcDateTime:HH:mm}"];

    /// <summary>Why the built-in answerer stands in then.</summary>
    public abstract StandIn StandIn { get; }
}

public sealed record PersonLimitReached(long Tokens, DateTimeOffset Until) : ModelLimitReached(Tokens, Until)
{
    public override StandIn StandIn => StandIn.LimitOfPerson;
}

public sealed record AgentLimitReached(long Tokens, DateTimeOffset Until) : ModelLimitReached(Tokens, Until)
{
    public override StandIn StandIn => StandIn.LimitOfAgent;
}

public sealed record InstallationLimitReached(long Tokens, DateTimeOffset Until) : ModelLimitReached(Tokens, Until)
{
    public override StandIn StandIn => StandIn.LimitOfAll;
}
