using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Decisions;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Pages.Cards;
using SkillDistill.Web.Pages.People;

namespace SkillDistill.Web.Pages.Decisions;

/// <summary>What was decided about teams, with what people of them said to it.</summary>
internal sealed class ReadDecisions(SkillDistillDb db, SkillLabels labels, CurrentPerson me)
{
    /// <summary>Teams whose decisions the signed-in person may read: their own with those above, and those they manage.</summary>
    public IReadOnlyList<Id<Team>> Readable => [.. me.Asker.Lineage.Union(me.ManagedTeams)];

    /// <summary>By team in the order given, the newest first in each.</summary>
    public async Task<IReadOnlyList<TeamDecisions>> OfAsync(IReadOnlyList<Id<Team>> teams, CancellationToken cancellationToken)
    {
        var asked = teams.ToList();
        var decisions = await (from decision in db.Decisions.AsNoTracking()
                               where asked.Contains(decision.TeamId)
                               orderby decision.Number descending
                               select new { Decision = decision, By = db.People.Where(person => person.Id == decision.DecidedById).Select(person => person.Name).FirstOrDefault() }).ToListAsync(cancellationToken);
        var ids = decisions.ConvertAll(row => row.Decision.Id);
        var comments = await (from comment in db.DecisionComments.AsNoTracking()
                              where ids.Contains(comment.DecisionId)
                              join author in db.People on comment.AuthorId equals author.Id
                              orderby comment.At, comment.Id
                              select new { comment.DecisionId, Row = new CommentRow(comment.Id, author.Name, comment.Text, comment.At, comment.AuthorId == me.Id) }).ToListAsync(cancellationToken);
        var names = await db.Teams.IgnoreQueryFilters().AsNoTracking().Where(team => asked.Contains(team.Id)).ToDictionaryAsync(team => team.Id, team => team.Name, cancellationToken);
        var skills = await labels.NamesAsync(decisions.SelectMany(row => row.Decision.Targets.Select(target => target.SkillId)), cancellationToken);
        var (said, byTeam) = (comments.ToLookup(row => row.DecisionId, row => row.Row), decisions.ToLookup(row => row.Decision.TeamId));
        return
        [
            .. from team in teams
               where byTeam.Contains(team)
               select new TeamDecisions(team, names[team], [.. byTeam[team].Select(row => new DecisionRow(row.Decision, row.By, Wanted(row.Decision, skills), [.. said[row.Decision.Id]]))]),
        ];
    }

    /// <summary>What the signed-in person said to decisions that they may not read any more, since they changed teams or the team is gone: their own words alone, the newest first.</summary>
    public async Task<IReadOnlyList<OwnWords>> ElsewhereAsync(CancellationToken cancellationToken)
    {
        var readable = Readable.ToList();
        return await (from comment in db.DecisionComments.AsNoTracking()
                      where comment.AuthorId == me.Id
                      join decision in db.Decisions on comment.DecisionId equals decision.Id
                      join team in db.Teams.IgnoreQueryFilters() on decision.TeamId equals team.Id
                      where !readable.Contains(decision.TeamId)
                      orderby comment.At descending, comment.Id
                      select new OwnWords(team.Name, decision.DecidedAt, new CommentRow(comment.Id, me.Person.Name, comment.Text, comment.At, true))).ToListAsync(cancellationToken);
    }

    private static List<(string Skill, DecisionTarget Target)> Wanted(Decision decision, IReadOnlyDictionary<Id<Skill>, string> skills) =>
        [.. decision.Targets.Select(target => (Skill: skills[target.SkillId], target)).OrderBy(target => target.Skill, StringComparer.CurrentCulture)];
}

/// <param name="Rows">The newest first: it is the one that holds.</param>
internal sealed record TeamDecisions(Id<Team> TeamId, string TeamName, IReadOnlyList<DecisionRow> Rows);

/// <param name="By">Null once that manager is gone.</param>
internal sealed record DecisionRow(Decision Decision, string? By, IReadOnlyList<(string Skill, DecisionTarget Target)> Wanted, IReadOnlyList<CommentRow> Comments);

/// <param name="DecidedAt">When the decision was made to which they are said.</param>
internal sealed record OwnWords(string TeamName, DateTimeOffset DecidedAt, CommentRow Comment);

internal sealed record CommentRow(Id<DecisionComment> Id, string Author, string Text, DateTimeOffset At, bool IsMine);
