using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// One person's interview: which questions it asks, from its first sitting to its last. It has no end; whoever comes back goes on where they were. What was
/// answered is in <see cref="InterviewAnswer"/>s, so that each is saved by itself.
/// </summary>
public sealed class Interview
{
    private Interview()
    {
    }

    public Id<Interview> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    /// <summary>The protocol it began with, or moved to since.</summary>
    public string ProtocolVersion { get; private set; } = "";

    /// <summary>The trades whose probes and examples the owner took, in the order in which they count.</summary>
    public IReadOnlyList<RolePackKind> Packs { get; private set; } = [];

    /// <summary>Whether the sitting about manner is asked too. Nobody is asked by default.</summary>
    public bool AsksForManner { get; private set; }

    public DateTimeOffset BegunAt { get; private set; }

    public static Interview Begin(Id<Person> owner, string protocolVersion, DateTimeOffset now) => new()
    {
        Id = Id<Interview>.New(),
        OwnerId = owner,
        ProtocolVersion = protocolVersion,
        BegunAt = now,
    };

    /// <summary>Taking other packs takes no answer away: those to probes no longer asked stay where they are.</summary>
    public void Take(IEnumerable<RolePackKind> packs) => Packs = [.. packs.Distinct()];

    public void AskForManner(bool asked) => AsksForManner = asked;

    /// <summary>Goes on with another version of the questions. Answers are kept by keys that mean the same in every version.</summary>
    public void MoveTo(string protocolVersion) => ProtocolVersion = protocolVersion;
}
