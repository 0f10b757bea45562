using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.TeamSheets;

/// <summary>
/// Brings teams in from a sheet, all of it or nothing: new ones are formed, those that are there go under the team and the manager that the sheet names. Teams that it does not name stay. The same sheet
/// brought in twice changes nothing the second time.
/// </summary>
internal sealed class BringTeams(SkillDistillDb db)
{
    /// <summary>What the sheet would do, and what is wrong with it, without doing anything.</summary>
    public async Task<TeamSheetView> WeighAsync(IReadOnlyList<TeamLine> lines, CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var people = await db.People.AsNoTracking().Select(person => new Leader(person.Id, person.Email, person.DeactivatedAt == null)).ToListAsync(cancellationToken);
        return new WeighTeams(teams, people, lines).Weigh();
    }

    /// <param name="looked">The digest of what was looked at: nothing else is brought in.</param>
    /// <returns>Null where the sheet has mistakes or would not do what was looked at any more, since somebody changed a team meanwhile: then nothing is changed.</returns>
    public Task<TeamSheetView?> BringAsync(IReadOnlyList<TeamLine> lines, string? looked, CancellationToken cancellationToken) => db.OrNothingAsync(async transaction =>
    {
        // By itself: somebody who moves a team at this moment could close a circle.
        var view = await WeighAsync(lines, cancellationToken);
        if (view.Mistakes.Count > 0 || view.Digest != looked || !Arrange(view, await db.Teams.ToDictionaryAsync(team => team.Id, cancellationToken)))
        {
            return null;
        }

        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return view;
    }, cancellationToken);

    /// <summary>Every team there is, as lines that can be brought in again.</summary>
    public async Task<IReadOnlyList<TeamLine>> LinesAsync(CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var managers = await db.People.AsNoTracking().Where(person => db.Teams.Any(team => team.ManagerId == person.Id)).ToDictionaryAsync(person => person.Id, person => person.Email, cancellationToken);
        var (known, tree, byId) = (new KnownTeams(teams), new TeamTree(teams), teams.ToDictionary(team => team.Id));
        return
        [
            .. tree.All.Select(id => byId[id])
                .Select(team => new TeamLine(0, known.Way(team.Id), team.ParentId is { } parent ? known.Way(parent) : "", team.ManagerId is { } manager ? managers.GetValueOrDefault(manager, "") : "")),
        ];
    }

    /// <returns>Whether no team would be below itself.</returns>
    private bool Arrange(TeamSheetView view, Dictionary<Id<Team>, Team> teams)
    {
        var made = new Dictionary<Id<Team>, Id<Team>>();
        foreach (var change in view.Changes.Where(change => change.What == TeamEffect.New))
        {
            var team = Team.Form(change.Name, null);
            (teams[team.Id], made[change.Team]) = (team, team.Id);
            db.Teams.Add(team);
        }

        var changed = view.Changes.Where(change => change.What != TeamEffect.Same).ToList();
        changed.ForEach(change => teams[Real(change.Team)].Appoint(change.Manager));
        return new TeamTree(teams.Values).Rearrange(changed.ToDictionary(change => Real(change.Team), change => change.Parent is { } parent ? Real(parent) : (Id<Team>?)null)).Refusal is null;

        Id<Team> Real(Id<Team> team) => made.TryGetValue(team, out var real) ? real : team;
    }
}
