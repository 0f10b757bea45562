using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Forms teams, names them, puts them where they belong and appoints who manages them.</summary>
internal sealed class ArrangeTeams(SkillDistillDb db)
{
    public async Task<Outcome<Team>> FormAsync(TeamForm form, CancellationToken cancellationToken)
    {
        var tree = new TeamTree(await db.Teams.ToListAsync(cancellationToken));
        var team = Team.Form("", null);
        var outcome = await ArrangeAsync(team, form, tree, cancellationToken);
        if (outcome.Refusal is null)
        {
            db.Teams.Add(team);
            await db.SaveChangesAsync(cancellationToken);
        }

        return outcome;
    }

    /// <returns>The team, why not, or null where there is no such team.</returns>
    public Task<Outcome<Team>?> ChangeAsync(Id<Team> id, TeamForm form, CancellationToken cancellationToken) => ChangeAsync(
        id,
        async (team, teams) => form.Seen == await SeenAsync(team, cancellationToken) ? await ArrangeAsync(team, form, new TeamTree(teams), cancellationToken) : new ChangedMeanwhile(),
        cancellationToken);

    /// <summary>Puts a team, with all below it, under another one, or at the root.</summary>
    /// <param name="seen">What the tree said of its place, see <see cref="SeenPlace"/>.</param>
    /// <returns>The team, why not, or null where there is no such team.</returns>
    public Task<Outcome<Team>?> MoveAsync(Id<Team> id, Id<Team>? parent, string? seen, CancellationToken cancellationToken) => ChangeAsync(
        id,
        (team, teams) => Task.FromResult<Outcome<Team>>(
            seen != SeenPlace(team) ? new ChangedMeanwhile()
            : parent is { } above && teams.TrueForAll(known => known.Id != above) ? new TeamUnknown()
            : team.MoveBelow(parent, new TeamTree(teams))),
        cancellationToken);

    public static string SeenPlace(Team team) => Seen.Of(team.Name, team.ParentId);

    private async Task<Outcome<Team>?> ChangeAsync(Id<Team> id, Func<Team, List<Team>, Task<Outcome<Team>>> change, CancellationToken cancellationToken)
    {
        try
        {
            // Serializable: two moves at once, each fine by itself, could put two teams below each other.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            var teams = await db.Teams.ToListAsync(cancellationToken);
            if (teams.Find(known => known.Id == id) is not { } team)
            {
                return null;
            }

            var outcome = await change(team, teams);
            if (outcome.Refusal is null)
            {
                await db.SaveChangesAsync(cancellationToken);
                await transaction.CommitAsync(cancellationToken);
            }

            return outcome;
        }
        catch (Exception broken) when (broken is DbUpdateException or DbException { SqlState: "40001" })
        {
            return new ChangedMeanwhile();
        }
    }

    public async Task<TeamForm> FormOfAsync(Team team, CancellationToken cancellationToken) => new()
    {
        Seen = await SeenAsync(team, cancellationToken),
        Name = team.Name,
        ParentId = team.ParentId,
        Manager = await EmailAsync(team.ManagerId, cancellationToken),
    };

    private async Task<Outcome<Team>> ArrangeAsync(Team team, TeamForm form, TeamTree tree, CancellationToken cancellationToken)
    {
        if (form.ParentId is { } parent && tree.Lineage(parent).Count == 0)
        {
            return new TeamUnknown();
        }

        var email = (form.Manager ?? "").Trim().ToLowerInvariant();
        var manager = await db.People.Where(person => person.Email == email && person.DeactivatedAt == null).Select(person => (Id<Person>?)person.Id).FirstOrDefaultAsync(cancellationToken);
        if (email.Length > 0 && manager is null)
        {
            return new ManagerUnknown();
        }

        team.Appoint(manager);
        var renamed = team.Rename(form.Name ?? "");
        return renamed.Refusal is not null ? renamed : team.MoveBelow(form.ParentId, tree);
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
}

internal sealed record TeamUnknown : Refusal
{
    public override string? Field => nameof(Team.ParentId);
}

internal sealed record ManagerUnknown : Refusal
{
    public override string? Field => nameof(TeamForm.Manager);
}
