using System.Data;
using System.Data.Common;
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
        return Weigh(lines, teams, people);
    }

    /// <param name="looked">The digest of what was looked at: nothing else is brought in.</param>
    /// <returns>Null where the sheet has mistakes or would not do what was looked at any more, since somebody changed a team meanwhile: then nothing is changed.</returns>
    public async Task<TeamSheetView?> BringAsync(IReadOnlyList<TeamLine> lines, string? looked, CancellationToken cancellationToken)
    {
        try
        {
            // Serializable: somebody who moves a team at this moment could close a circle.
            await using var transaction = await db.Database.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
            var view = await WeighAsync(lines, cancellationToken);
            if (view.Mistakes.Count > 0 || view.Digest != looked)
            {
                return null;
            }

            var teams = await db.Teams.ToDictionaryAsync(team => team.Id, cancellationToken);
            var made = new Dictionary<Id<Team>, Id<Team>>();
            foreach (var change in view.Changes.Where(change => change.What == TeamEffect.New))
            {
                var team = Team.Form(change.Name, null);
                (teams[team.Id], made[change.Team]) = (team, team.Id);
                db.Teams.Add(team);
            }

            Id<Team> Real(Id<Team> team) => made.TryGetValue(team, out var real) ? real : team;
            var changed = view.Changes.Where(change => change.What != TeamEffect.Same).ToList();
            changed.ForEach(change => teams[Real(change.Team)].Appoint(change.Manager));
            if (new TeamTree(teams.Values).Rearrange(changed.ToDictionary(change => Real(change.Team), change => change.Parent is { } parent ? Real(parent) : (Id<Team>?)null)).Refusal is not null)
            {
                return null;
            }

            await db.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
            return view;
        }
        catch (Exception broken) when (broken is DbUpdateException or DbException { SqlState: "40001" })
        {
            db.ChangeTracker.Clear();
            return null;
        }
    }

    /// <summary>Every team there is, as lines that can be brought in again.</summary>
    public async Task<IReadOnlyList<TeamLine>> LinesAsync(CancellationToken cancellationToken)
    {
        var teams = await db.Teams.AsNoTracking().ToListAsync(cancellationToken);
        var managers = await db.People.AsNoTracking().Where(person => db.Teams.Any(team => team.ManagerId == person.Id)).ToDictionaryAsync(person => person.Id, person => person.Email, cancellationToken);
        var (known, tree, byId) = (new KnownTeams(teams), new TeamTree(teams), teams.ToDictionary(team => team.Id));
        return
        [
            .. tree.Below(null).SelectMany(root => tree.Branch(root.Id)).Select(id => byId[id])
                .Select(team => new TeamLine(0, known.Way(team.Id), team.ParentId is { } parent ? known.Way(parent) : "", team.ManagerId is { } manager ? managers.GetValueOrDefault(manager, "") : "")),
        ];
    }

    private static TeamSheetView Weigh(IReadOnlyList<TeamLine> lines, List<Team> teams, List<Leader> people)
    {
        var (sheet, byId, byEmail) = (new TeamsOfSheet(teams, lines), teams.ToDictionary(team => team.Id), people.ToDictionary(person => person.Email));
        var emails = people.ToDictionary(person => person.Id, person => person.Email);
        var (changes, mistakes, seen, places) = (new List<TeamChange>(), new List<SheetMistake>(), new Dictionary<Id<Team>, int>(), new Dictionary<(Id<Team>?, string), int>());
        foreach (var line in lines)
        {
            var (team, name, mistake) = line.Team.Length == 0 ? (null, null, new SheetMistake(line.Number, "NoTeamName", [])) : sheet.TeamOf(line);
            mistake ??= name is { Length: > Team.NameLength } ? new SheetMistake(line.Number, "TeamNameLong", [Team.NameLength]) : sheet.ParentOf(line).Mistake;
            if (mistake is null && (!seen.TryAdd(team!.Value, line.Number) || (name is not null && !places.TryAdd((sheet.ParentOf(line).Team, name.ToUpperInvariant()), line.Number))))
            {
                mistake = new SheetMistake(line.Number, "TeamTwice", [seen[team.Value] == line.Number ? places[(sheet.ParentOf(line).Team, name!.ToUpperInvariant())] : seen[team.Value]]);
            }

            var before = mistake is null && byId.TryGetValue(team!.Value, out var there) ? there : null;
            var leader = line.Manager.Length == 0 ? null : byEmail.GetValueOrDefault(line.Manager);

            // Somebody who is away stays the manager they are, and becomes none.
            mistake ??= line.Manager.Length > 0 && (leader is null || (!leader.IsHere && before?.ManagerId != leader.Id)) ? new SheetMistake(line.Number, "NoManager", [line.Manager]) : null;
            if (mistake is not null)
            {
                mistakes.Add(mistake);
                continue;
            }

            var parent = sheet.ParentOf(line).Team;
            var what = before is null ? TeamEffect.New : (before.ParentId, before.ManagerId) == (parent, leader?.Id) ? TeamEffect.Same : TeamEffect.Changed;
            changes.Add(new TeamChange(line.Number, what, team!.Value, name ?? before!.Name, parent, leader?.Id, line.Parent, line.Manager,
                before?.ParentId is { } above ? sheet.Way(above) : "", before?.ManagerId is { } manager ? emails.GetValueOrDefault(manager, "") : ""));
        }

        mistakes.AddRange(Misplaced(changes, sheet));
        return new TeamSheetView(changes, [.. mistakes.OrderBy(mistake => mistake.Number)]);
    }

    private static IEnumerable<SheetMistake> Misplaced(List<TeamChange> changes, TeamsOfSheet sheet)
    {
        var parents = sheet.Parents(changes.Select(change => (change.Team, change.Parent)));
        var (circles, levels) = (TeamTree.BelowThemselves(parents), TeamTree.Levels(parents));
        return changes.Where(change => change.What != TeamEffect.Same || circles.Contains(change.Team)).Select(change =>
            circles.Contains(change.Team) ? new SheetMistake(change.Number, "TeamCircle", [change.Name])
            : levels.TryGetValue(change.Team, out var level) && level > TeamTree.MostLevels ? new SheetMistake(change.Number, "TeamDeep", [change.Name, TeamTree.MostLevels])
            : null).OfType<SheetMistake>();
    }

    private sealed record Leader(Id<Person> Id, string Email, bool IsHere);
}
