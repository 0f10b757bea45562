using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Conversations;

/// <summary>
/// One question that its asker put to two agents. Each answer is an ordinary turn of an ordinary conversation, with its author, its consent and its record; this says only that the two
/// belong beside each other. It goes with either of them.
/// </summary>
public sealed class SecondOpinion
{
    private SecondOpinion()
    {
    }

    public Id<SecondOpinion> Id { get; private set; }

    public Id<Person> AskerId { get; private set; }

    /// <summary>The turn that was there before.</summary>
    public Id<Turn> FirstId { get; private set; }

    /// <summary>The turn in which the same question was put to another agent.</summary>
    public Id<Turn> SecondId { get; private set; }

    /// <summary>The agent that was asked second: once for each first turn, however often the button is pressed.</summary>
    public Id<Agent> AgentId { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public static SecondOpinion Of(Id<Person> asker, Turn first, Turn second, Id<Agent> agent, DateTimeOffset now) =>
        new() { Id = Id<SecondOpinion>.New(), AskerId = asker, FirstId = first.Id, SecondId = second.Id, AgentId = agent, AskedAt = now };
}
