using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Forms teams, names them, puts them where they belong, appoints who manages them, and takes empty ones away.</summary>
internal sealed class ArrangeTeams(SkillDistillDb db, TimeProvider clock)
{
    public async Task<Outcome<Team>> FormAsync(TeamForm form, CancellationToken cancellationToken) => (await AloneAsync(
        async teams =>
        {
            var team = Team.Form("", null);
            var outcome = await ArrangeAsync(team, form, new TeamTree(teams), cancellationToken);
            if (outcome.Refusal is null)
            {
                db.Teams.Add(team);
            }

            return outcome;
        },
        cancellationToken))!;

    /// <returns>The team, why not, or null where there is no such team. What is so already is no mistake: somebody pressed twice.</returns>
    public Task<Outcome<Team>?> ChangeAsync(Id<Team> id, TeamForm form, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (team, teams) =>
        {
            var present = await SeenAsync(team, cancellationToken);
            return form.Seen == present ? await ArrangeAsync(team, form, new TeamTree(teams), cancellationToken) : form.Asked == present ? team : new ChangedMeanwhile();
        },
        cancellationToken);

    /// <summary>Takes a team away that has neither people nor teams below it, and its targets with it. What was decided about it and its history are kept.</summary>
    /// <returns>The team, why not, or null where there is no such team.</returns>
    public Task<Outcome<Team>?> RemoveAsync(Id<Team> id, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (team, teams) =>
        {
            var removed = team.Remove(await db.People.CountAsync(person => person.TeamId == id, cancellationToken), new TeamTree(teams), clock.GetUtcNow());
            if (removed.Refusal is null)
            {
                await db.Targets.Where(target => target.TeamId == id).ExecuteDeleteAsync(cancellationToken);
            }

            return removed;
        },
        cancellationToken);

    /// <summary>Puts a team, with all below it, under another one, or at the root.</summary>
    /// <param name="seen">What the tree said of its place, see <see cref="SeenPlace"/>.</param>
    /// <returns>The team, why not, or null where there is no such team.</returns>
    public Task<Outcome<Team>?> MoveAsync(Id<Team> id, Id<Team>? parent, string? seen, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (team, teams) => Task.FromResult<Outcome<Team>>(
            team.ParentId == parent ? team
            : seen != SeenPlace(team) ? new ChangedMeanwhile()
            : parent is { } above && teams.TrueForAll(known => known.Id != above) ? new TeamUnknown()
            : Moved(team, parent, new TeamTree(teams))),
        cancellationToken);

    public static string SeenPlace(Team team) => Seen.Of(team.Name, team.ParentId);

    private Task<Outcome<Team>?> ChangeAsync(Id<Team> id, Func<Team, List<Team>, Task<Outcome<Team>>> change, CancellationToken cancellationToken) =>
        AloneAsync(async teams => teams.Find(known => known.Id == id) is { } team ? await change(team, teams) : null, cancellationToken);

    /// <summary>As if nobody else were there: two moves at once, each fine by itself, could put two teams below each other, and two new teams could have one name.</summary>
    private async Task<Outcome<Team>?> AloneAsync(Func<List<Team>, Task<Outcome<Team>?>> arrange, CancellationToken cancellationToken)
    {
        var arranged = await db.OrNothingAsync(
            async transaction =>
            {
                var outcome = await arrange(await db.Teams.ToListAsync(cancellationToken));
                if (outcome is { Refusal: null })
                {
                    await db.SaveChangesAsync(cancellationToken);
                    await transaction.CommitAsync(cancellationToken);
                }

                return new Arranged(outcome);
            },
            cancellationToken);
        return arranged is null ? new ChangedMeanwhile() : arranged.Outcome;
    }

    private sealed record Arranged(Outcome<Team>? Outcome);

    public async Task<TeamForm> FormOfAsync(Team team, CancellationToken cancellationToken) => new()
    {
        Seen = await SeenAsync(team, cancellationToken),
        Name = team.Name,
        ParentId = team.ParentId,
        Manager = await EmailAsync(team.ManagerId, cancellationToken),
    };

    private async Task<Outcome<Team>> ArrangeAsync(Team team, TeamForm form, TeamTree tree, CancellationToken cancellationToken)
    {
        if (form.ParentId is { } parent && !tree.Contains(parent))
        {
            return new TeamUnknown();
        }

        var email = form.Email;
        var manager = await db.People.Where(person => person.Email == email && person.DeactivatedAt == null).Select(person => (Id<Person>?)person.Id).FirstOrDefaultAsync(cancellationToken);
        if (email.Length > 0 && manager is null)
        {
            return new ManagerUnknown();
        }

        team.Appoint(manager);
        var (name, place) = (team.Name, team.ParentId);
        var renamed = team.Rename(form.Name ?? "");
        var moved = renamed.Refusal is not null ? renamed : team.MoveBelow(form.ParentId, tree);

        // Those that stand beside a team of the same name since before this was asked may stay so.
        return moved.Refusal is null && (name != team.Name || place != team.ParentId) && tree.HasTwin(team) ? new TeamNameTaken() : moved;
    }

    private static Outcome<Team> Moved(Team team, Id<Team>? parent, TeamTree tree)
    {
        var moved = team.MoveBelow(parent, tree);
        return moved.Refusal is null && tree.HasTwin(team) ? new TeamNameTaken() : moved;
    }

    private async Task<string> SeenAsync(Team team, CancellationToken cancellationToken) =>
        Seen.Of(team.Name, team.ParentId, await EmailAsync(team.ManagerId, cancellationToken));

    private async Task<string?> EmailAsync(Id<Person>? person, CancellationToken cancellationToken) =>
        person is null ? null : await db.People.Where(known => known.Id == person).Select(known => known.Email).FirstOrDefaultAsync(cancellationToken);
}

internal sealed class TeamForm
{
    public string? Seen { get; set; }

    public string? Name { get; set; }

    public Id<Team>? ParentId { get; set; }

    /// <summary>The manager's e-mail address: names are not unique.</summary>
    public string? Manager { get; set; }

    /// <summary>What <see cref="Seen"/> would be if all that is asked for were so.</summary>
    public string Asked => Admin.Seen.Of((Name ?? "").ToPlainLine(), ParentId, Email);

    /// <summary>As it is kept.</summary>
    public string Email => (Manager ?? "").Trim().ToLowerInvariant();
}

internal sealed record TeamUnknown : Refusal
{
    public override string? Field => nameof(Team.ParentId);
}

internal sealed record ManagerUnknown : Refusal
{
    public override string? Field => nameof(TeamForm.Manager);
}
