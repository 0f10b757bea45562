using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.People;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>What changed about a team, or about a person's place, duties and state, the newest first; teams and people by the names that they have now.</summary>
internal sealed class ReadHistory(SkillDistillDb db, TimeProvider clock)
{
    public const int PageSize = 15;

    public Task<HistoryView> OfTeamAsync(Id<Team> team, int page, CancellationToken cancellationToken) => PageAsync(entry => entry.TeamId == team, true, page, cancellationToken);

    public Task<HistoryView> OfPersonAsync(Id<Person> person, int page, CancellationToken cancellationToken) => PageAsync(entry => entry.PersonId == person, false, page, cancellationToken);

    /// <summary>All that is kept of a person.</summary>
    public Task<List<HistoryRow>> AllOfPersonAsync(Id<Person> person, CancellationToken cancellationToken) => Rows(Kept(entry => entry.PersonId == person)).ToListAsync(cancellationToken);

    private async Task<HistoryView> PageAsync(Expression<Func<HistoryEntry, bool>> about, bool isTeam, int page, CancellationToken cancellationToken)
    {
        var kept = Kept(about);
        var pager = new Pager(page, PageSize, await kept.CountAsync(cancellationToken));
        pager = pager with { Page = Math.Clamp(page, 1, pager.Last) };
        return new HistoryView(await Rows(kept).Skip((pager.Page - 1) * PageSize).Take(PageSize).ToListAsync(cancellationToken), pager, isTeam);
    }

    private IQueryable<HistoryEntry> Kept(Expression<Func<HistoryEntry, bool>> about)
    {
        var since = clock.GetUtcNow().AddMonths(-HistoryEntry.KeptMonths);
        return db.HistoryEntries.AsNoTracking().Where(about).Where(entry => entry.At >= since);
    }

    private IQueryable<HistoryRow> Rows(IQueryable<HistoryEntry> entries) => entries.OrderByDescending(entry => entry.At).ThenByDescending(entry => entry.Id).Select(entry => new HistoryRow(
        entry.Kind,
        entry.At,
        db.People.Where(person => person.Id == entry.PersonId).Select(person => person.Name).FirstOrDefault(),
        db.Teams.IgnoreQueryFilters().Where(team => team.Id == entry.TeamId).Select(team => team.Name).FirstOrDefault(),
        db.Teams.IgnoreQueryFilters().Where(team => team.Id == entry.FromTeamId).Select(team => team.Name).FirstOrDefault(),
        db.Teams.IgnoreQueryFilters().Where(team => team.Id == entry.ToTeamId).Select(team => team.Name).FirstOrDefault(),
        entry.NameBefore,
        entry.NameAfter,
        db.People.Where(person => person.Id == entry.ById).Select(person => person.Name).FirstOrDefault()));
}

/// <param name="By">Who did it; null where nobody was signed in, or they are not here any more.</param>
internal sealed record HistoryRow(HistoryKind Kind, DateTimeOffset At, string? Person, string? Team, string? From, string? To, string NameBefore, string NameAfter, string? By);

/// <param name="IsTeam">Whether it is a team's history, and not a person's.</param>
internal sealed record HistoryView(IReadOnlyList<HistoryRow> Rows, Pager Pager, bool IsTeam);
