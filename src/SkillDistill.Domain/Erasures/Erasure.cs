using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Erasures;

/// <summary>
/// One wish of a person to have something of theirs erased, and how far it is: what kind, how much of what, and when. Never a name and never a word,
/// so that it can stay.
/// </summary>
public sealed class Erasure
{
    private readonly List<ErasureStep> _steps = [];

    private Erasure()
    {
    }

    public Id<Erasure> Id { get; private set; }

    public Id<Person> OwnerId { get; private set; }

    public ErasureKind Kind { get; private set; }

    /// <summary>The id of the one thing erased; null where it was several, or everything.</summary>
    public Guid? TargetId { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    public IReadOnlyList<ErasureStep> Steps => _steps;

    public bool IsDone => _steps.TrueForAll(step => step.DoneAt is not null);

    /// <param name="id">Made with the form, so that pressing twice is one wish.</param>
    public static Erasure Request(Id<Erasure> id, Id<Person> owner, ErasureKind kind, Guid? target, DateTimeOffset now)
    {
        var erasure = new Erasure { Id = id, OwnerId = owner, Kind = kind, TargetId = target, RequestedAt = now };
        erasure._steps.Add(new ErasureStep(id, ErasedPart.Store, 0));
        return erasure;
    }

    /// <summary>So many (more) of these are gone, in the transaction that keeps this.</summary>
    public void Did(ErasedPart part, int count, DateTimeOffset now)
    {
        var step = new ErasureStep(Id, part, count + (_steps.Find(before => before.Part == part)?.Count ?? 0));
        step.Finish(now);
        _steps.RemoveAll(before => before.Part == part);
        _steps.Add(step);
    }

    /// <summary>What the store had freed is overwritten too: nothing is left to do.</summary>
    public void Finish(DateTimeOffset now)
    {
        foreach (var step in _steps.Where(step => step.DoneAt is null))
        {
            step.Finish(now);
        }
    }
}

/// <summary>One part of an erasure.</summary>
public sealed class ErasureStep
{
    internal ErasureStep(Id<Erasure> erasureId, ErasedPart part, int count) => (ErasureId, Part, Count) = (erasureId, part, count);

    public Id<Erasure> ErasureId { get; private set; }

    public ErasedPart Part { get; private set; }

    /// <summary>How many were there; 0 for <see cref="ErasedPart.Store"/>, which is not counted.</summary>
    public int Count { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    internal void Finish(DateTimeOffset now) => DoneAt = now;
}
