using SkillDistill.Domain.Agents;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Conversations;

/// <summary>What one person asked one agent, in order. It belongs to the asker, who alone reads, continues and deletes it.</summary>
public sealed class Conversation
{
    public const int TitleLength = 120;

    private readonly List<Turn> _turns = [];

    private Conversation()
    {
    }

    public Id<Conversation> Id { get; private set; }

    public Id<Person> AskerId { get; private set; }

    public Id<Agent> AgentId { get; private set; }

    /// <summary>Whether the owner is trying a version of their own agent, published or not.</summary>
    public bool IsTrial { get; private set; }

    /// <summary>Whether the owner of the agent may see who asks. What is asked they never see.</summary>
    public bool ShowsAsker { get; private set; }

    public string Title { get; private set; } = "";

    public DateTimeOffset StartedAt { get; private set; }

    public DateTimeOffset LastAskedAt { get; private set; }

    public int TurnCount { get; private set; }

    /// <summary>Those turns that were loaded; a new one is always among them.</summary>
    public IReadOnlyList<Turn> Turns => _turns;

    public static Conversation Start(Id<Person> asker, Id<Agent> agent, bool isTrial, DateTimeOffset now) =>
        new() { Id = Id<Conversation>.New(), AskerId = asker, AgentId = agent, IsTrial = isTrial, StartedAt = now, LastAskedAt = now };

    /// <summary>Adds a question. The first one also becomes the title.</summary>
    public Outcome<Turn> Ask(string question, Id<AgentVersion> version, DateTimeOffset now)
    {
        var turn = Turn.Ask(Id, TurnCount + 1, question, version, now);
        if (turn.Refused(out _))
        {
            return turn;
        }

        TurnCount++;
        LastAskedAt = now;
        _turns.Add(turn.Value);
        if (Title.Length == 0)
        {
            Rename(turn.Value.Question);
        }

        return turn;
    }

    public void ShowAsker(bool shows) => ShowsAsker = shows;

    public void Rename(string title)
    {
        var line = (title ?? "").ToPlainLine();
        if (line.Length > 0)
        {
            Title = line.Length > TitleLength ? line[..(TitleLength - 1)].ToWellFormed().TrimEnd() + "…" : line;
        }
    }
}
