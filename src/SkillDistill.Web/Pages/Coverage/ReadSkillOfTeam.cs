using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;
using SkillDistill.Web.Hosting;

namespace SkillDistill.Web.Pages.Coverage;

/// <summary>One skill of a team: how it stands, and who of those named holds it since when. It ends at days and leads to no card.</summary>
internal sealed class ReadSkillOfTeam(CoverageOfTeam coverageOfTeam, ReadMonths readMonths, SkillDistillDb db, TimeProvider clock)
{
    /// <summary>So many people stand on one page, so that whoever turns no page has looked at no more.</summary>
    public const int PageSize = 100;

    public const int MostBelow = 50;

    /// <param name="page">Which of the pages of people, counted from 1; the last where there are not so many.</param>
    /// <returns>Null where there is no such skill. One that only hidden people know is as one that nobody knows.</returns>
    public async Task<SkillOfTeam?> Async(Id<Team> team, Id<Skill> skill, Horizon horizon, int page, CancellationToken cancellationToken)
    {
        var view = await coverageOfTeam.OfSkillsAsync(team, horizon, [skill], cancellationToken);
        if (!view.Knows(skill))
        {
            return null;
        }

        var gone = await GoneAsync(skill, cancellationToken);
        var known = view.People.Where(person => person.Level(skill) > 0).ToList();
        var pager = new Pager(page, PageSize, known.Count).Turned();
        var shown = known.Skip((pager.Page - 1) * PageSize).Take(PageSize).ToList();
        var ids = shown.ConvertAll(person => person.PersonId);
        var declared = await db.Proficiencies.AsNoTracking().Where(level => level.SkillId == skill && ids.Contains(level.PersonId))
            .ToDictionaryAsync(level => level.PersonId, level => level.DeclaredAt, cancellationToken);
        var line = view.Cell(team, skill);
        return new SkillOfTeam(
            view,
            line,
            horizon == Horizon.Now ? (await readMonths.OfLineAsync(team, skill, cancellationToken)).Since(line) : null,
            [.. view.Lines.Where(line => line.TeamId != team)],
            [.. shown.Where(person => declared.ContainsKey(person.PersonId)).Select(person => new PersonOfSkill(person, person.Level(skill)!.Value, declared[person.PersonId], declared[person.PersonId] + Proficiency.HoldsFor < clock.GetUtcNow(), person.Freshness(skill)))])
        {
            Gone = gone,
            Pager = pager,
        };
    }

    private async Task<SkillOutOfUse?> GoneAsync(Id<Skill> id, CancellationToken cancellationToken)
    {
        var skill = await db.Skills.AsNoTracking().FirstAsync(known => known.Id == id, cancellationToken);
        var into = skill.MergedIntoId is { } other ? await db.Skills.AsNoTracking().FirstOrDefaultAsync(known => known.Id == other, cancellationToken) : null;
        return skill.RetiredAt is { } at ? new SkillOutOfUse(at, into?.Id, into?.Label(CultureInfo.CurrentUICulture) ?? "") : null;
    }
}

/// <param name="Line">The team's own.</param>
/// <param name="Since">Since when it stands so; null where that is not known.</param>
/// <param name="Below">Those of teams below that have a target of their own.</param>
/// <param name="People">Those who are named and declared a level above 0, by name: of one page.</param>
internal sealed record SkillOfTeam(CoverageView View, CoverageLine Line, Since? Since, IReadOnlyList<CoverageLine> Below, IReadOnlyList<PersonOfSkill> People)
{
    /// <summary>Null where it is in use; otherwise coverage knows nothing of it, whatever anybody said.</summary>
    public SkillOutOfUse? Gone { get; init; }

    /// <summary>Of the people.</summary>
    public required Pager Pager { get; init; }
}

/// <param name="Into">The skill that it became part of, and what that is called; null and empty where it did not.</param>
internal sealed record SkillOutOfUse(DateTimeOffset At, Id<Skill>? Into, string IntoLabel);

/// <param name="IsPast">Whether the level was declared longer ago than such a word holds.</param>
internal sealed record PersonOfSkill(Member Person, int Level, DateTimeOffset DeclaredAt, bool IsPast, Freshness? Freshness);
