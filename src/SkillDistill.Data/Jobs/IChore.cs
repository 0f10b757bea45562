namespace SkillDistill.Data.Jobs;

/// <summary>
/// Something the product does by the clock and not because a person asked for it. What there is to do stands in the product's own tables: a chore looks
/// there, does it, and does nothing when there is nothing. So it may be stopped anywhere, come late, and run again on another node.
/// </summary>
public interface IChore
{
    /// <summary>Runs in a scope of its own, and never beside itself, on whichever node.</summary>
    /// <param name="cancellationToken">Says that this node is about to stop; the chore is then run again by another node, or at the next start.</param>
    Task RunAsync(CancellationToken cancellationToken);
}
