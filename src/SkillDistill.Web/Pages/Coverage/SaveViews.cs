using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Data.Stores;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>The parts of coverage that the signed-in manager comes back to. Nobody else's are read or changed.</summary>
internal sealed class SaveViews(SkillDistillDb db, CurrentPerson me, TimeProvider clock)
{
    /// <summary>By name; those of teams that they manage no longer are left out, and come back with the team.</summary>
    public async Task<IReadOnlyList<SavedView>> UsableAsync(CancellationToken cancellationToken) =>
        [.. (await MineAsync(cancellationToken)).Where(view => me.ManagedTeams.Contains(view.TeamId)).OrderBy(view => view.Name, StringComparer.CurrentCulture)];

    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<SavedView>> AllAsync(CancellationToken cancellationToken) => [.. (await MineAsync(cancellationToken)).OrderBy(view => view.Name, StringComparer.CurrentCulture)];

    public async Task<Outcome<SavedView>> KeepAsync(Id<Team> team, string? name, CoverageFilter filter, CancellationToken cancellationToken)
    {
        var kept = SavedView.Keep(me.Id, team, name, filter.Address(team), await MineAsync(cancellationToken), clock.GetUtcNow());
        if (kept.Refusal is null)
        {
            db.SavedViews.Add(kept.Value);
        }

        return kept.Refusal is null ? await SavedAsync(kept.Value, cancellationToken) : kept;
    }

    /// <returns>Null where they have no such view.</returns>
    public async Task<Outcome<SavedView>?> RenameAsync(Id<SavedView> id, string? name, CancellationToken cancellationToken)
    {
        var mine = await MineAsync(cancellationToken);
        return mine.Find(view => view.Id == id) is not { } view ? null : view.Rename(name, mine) is { Refusal: not null } refused ? refused : await SavedAsync(view, cancellationToken);
    }

    /// <returns>Whether there was such a view of theirs.</returns>
    public async Task<bool> RemoveAsync(Id<SavedView> id, CancellationToken cancellationToken) => await db.SavedViews.Where(view => view.Id == id && view.OwnerId == me.Id).ExecuteDeleteAsync(cancellationToken) > 0;

    private Task<List<SavedView>> MineAsync(CancellationToken cancellationToken) => db.SavedViews.Where(view => view.OwnerId == me.Id).ToListAsync(cancellationToken);

    private async Task<Outcome<SavedView>> SavedAsync(SavedView view, CancellationToken cancellationToken)
    {
        try
        {
            await db.SaveChangesAsync(cancellationToken);
            return view;
        }
        catch (DbUpdateException collision) when (collision.IsCollision())
        {
            // Two presses at once: the other one has the name.
            return new SavedViewNameTaken(view.Name);
        }
    }
}

/// <param name="Here">The address of the page that shows them.</param>
internal sealed record SavedViews(IReadOnlyList<SavedView> All, string Here);
