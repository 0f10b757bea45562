using Microsoft.EntityFrameworkCore;
using SkillDistill.Domain.People;

namespace SkillDistill.Data.People;

/// <summary>
/// The tree of all teams, which every request needs and which seldom changes: kept in memory under the stamp that the store gives its teams with every change, and read anew where the store has another. So a change holds at the next
/// request, on every node.
/// </summary>
public sealed class TeamTrees
{
    private volatile Kept? _kept;

    /// <returns>The teams as they are in the store, shared by all who ask: to be read, and changed by nobody.</returns>
    public async Task<TeamTree> ReadAsync(SkillDistillDb db, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(db);
        // Before the teams: what is read after it may be newer, and is read once more then; the other way round it could be older for good.
        var stamp = await db.Database.SqlQuery<string>($"SELECT stamp AS \"Value\" FROM team_stamp").SingleAsync(cancellationToken);
        if (_kept is { } kept && kept.Stamp == stamp)
        {
            return kept.Tree;
        }

        var tree = new TeamTree(await db.Teams.AsNoTracking().ToListAsync(cancellationToken));
        // Within a transaction teams may change once more under the same stamp.
        if (db.Database.CurrentTransaction is null)
        {
            _kept = new Kept(stamp, tree);
        }

        return tree;
    }

    private sealed record Kept(string Stamp, TeamTree Tree);
}
