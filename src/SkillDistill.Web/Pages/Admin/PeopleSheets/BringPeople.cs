using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Pages.Admin.UploadedSheets;

namespace SkillDistill.Web.Pages.Admin.PeopleSheets;

/// <summary>
/// Brings people in from a sheet, all of it or nothing: who is new joins and is told nothing yet, who is there gets the name, title, team and state that the sheet says. People that it does not name stay as
/// they are. The same sheet brought in twice changes nothing the second time.
/// </summary>
internal sealed class BringPeople(SkillDistillDb db, ChangePerson change, InvitePerson invite, TimeProvider clock)
{
    /// <summary>What the sheet would do, and what is wrong with it, without doing anything.</summary>
    public async Task<PeopleSheetView> WeighAsync(IReadOnlyList<PersonLine> lines, CancellationToken cancellationToken)
    {
        var teams = new KnownTeams(await db.Teams.AsNoTracking().ToListAsync(cancellationToken));
        return new WeighPeople(await KnownAsync(teams, cancellationToken), teams, invite.Takes).Weigh(lines);
    }

    /// <param name="looked">The digest of what was looked at: nothing else is brought in.</param>
    /// <returns>
    /// What was done, or why not. Null where the sheet has mistakes or would not do what was looked at any more, since somebody changed a person meanwhile: then nothing is changed.
    /// </returns>
    public Task<Outcome<PeopleSheetView>?> BringAsync(IReadOnlyList<PersonLine> lines, string? looked, CancellationToken cancellationToken) => db.OrNothingAsync<Outcome<PeopleSheetView>>(async transaction =>
    {
        // By itself: two admins who take each other out at once must not both succeed.
        var view = await WeighAsync(lines, cancellationToken);
        if (view.Mistakes.Count > 0 || view.Digest != looked)
        {
            return null;
        }

        if (await DescribeAsync(view, cancellationToken) is { } wrong)
        {
            return wrong;
        }

        // With nothing else in hand, since each of those who leave is looked at anew.
        db.ChangeTracker.Clear();
        if (await change.LeaveAsync([.. view.Changes.Where(change => change.What == PersonEffect.Leaves).Select(change => change.Before!.Id)], cancellationToken) is { } refusal)
        {
            return refusal;
        }

        await transaction.CommitAsync(cancellationToken);
        return view;
    }, cancellationToken);

    /// <summary>Everybody there is, as lines that can be brought in again.</summary>
    public async Task<IReadOnlyList<PersonLine>> LinesAsync(CancellationToken cancellationToken)
    {
        var teams = new KnownTeams(await db.Teams.AsNoTracking().ToListAsync(cancellationToken));
        return
        [
            .. (await KnownAsync(teams, cancellationToken)).OrderBy(person => person.Name, StringComparer.Ordinal).ThenBy(person => person.Email, StringComparer.Ordinal)
                .Select(person => new PersonLine(0, person.Name, person.Email, person.Title, person.TeamName, person.IsHere ? PeopleSheet.Active : PeopleSheet.Away)),
        ];
    }

    private async Task<Refusal?> DescribeAsync(PeopleSheetView view, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var known = view.Changes.Any(change => change.What is not (PersonEffect.New or PersonEffect.Same)) ? await db.People.ToDictionaryAsync(person => person.Id, cancellationToken) : [];
        foreach (var (what, line, team, _, before) in view.Changes.Where(change => change.What != PersonEffect.Same))
        {
            var outcome = before is null ? Person.Join(line.Name, line.Email, line.Title, team, now) : known[before.Id].Describe(line.Name, line.Title);
            if (outcome.Refused(out var refusal))
            {
                return refusal;
            }

            outcome.Value.MoveTo(team);
            if (what == PersonEffect.New)
            {
                db.People.Add(outcome.Value);
                db.Users.Add(invite.AccountOf(outcome.Value));
            }
            else if (what == PersonEffect.Returns)
            {
                outcome.Value.Return();
            }
        }

        await db.SaveChangesAsync(cancellationToken);
        return null;
    }

    private async Task<List<KnownPerson>> KnownAsync(KnownTeams teams, CancellationToken cancellationToken)
    {
        var people = await db.People.AsNoTracking()
            .Select(person => new KnownPerson(person.Id, person.Name, person.Email, person.JobTitle, person.TeamId, "", person.IsAdmin, person.DeactivatedAt == null)).ToListAsync(cancellationToken);
        return people.ConvertAll(person => person.TeamId is { } team ? person with { TeamName = teams.Way(team) } : person);
    }
}
