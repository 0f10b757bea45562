using Microsoft.EntityFrameworkCore;
using SkillDistill.Data.Coverage.Counting;
using SkillDistill.Domain;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Data.Coverage;

/// <summary>People of some teams as coverage may know them at this moment. Names, levels and dates of people without a consent in force never leave the store.</summary>
public sealed class ReadMembers(SkillDistillDb db, TimeProvider clock)
{
    /// <summary>Everybody who is named, with skills in use.</summary>
    public async Task<IReadOnlyList<Member>> NamedAsync(IReadOnlyCollection<Id<Team>> teams, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var people = (await db.PeopleInAsync(teams, now, cancellationToken)).Where(person => person.IsNamed).ToList();
        var ids = people.ConvertAll(person => person.Id);
        var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => new { person.Name, person.JobTitle }, cancellationToken);
        var levels = await db.LevelsInUse().LevelsOfAsync(ids, cancellationToken);
        var (freshness, counted) = (await FreshnessAsync(ids, now, cancellationToken), await db.CountedTooAsync(ids, cancellationToken));
        return [.. from person in people
                   let known = names[person.Id]
                   select Member.Named(person.Id, person.TeamId, known.Name, levels.GetValueOrDefault(person.Id, []), freshness.GetValueOrDefault(person.Id), known.JobTitle, counted.Contains(person.Id))];
    }

    /// <summary>Everybody who is not named, whatever they decided: without names, and with skills that are out of use, so that taking one out of use counts nobody otherwise.</summary>
    public async Task<IReadOnlyList<Member>> UnnamedAsync(IReadOnlyCollection<Id<Team>> teams, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var people = (await db.PeopleInAsync(teams, now, cancellationToken)).Where(person => !person.IsNamed).ToList();
        var ids = people.Where(person => person.IsCounted).Select(person => person.Id).ToList();
        var levels = await db.Proficiencies.LevelsOfAsync(ids, cancellationToken);
        var freshness = await FreshnessAsync(ids, now, cancellationToken);
        var disputed = (await db.DisputedSkills(now).Where(disputed => ids.Contains(disputed.PersonId)).ToListAsync(cancellationToken))
            .GroupBy(skill => skill.PersonId).ToDictionary(person => person.Key, person => person.Select(skill => skill.SkillId).ToHashSet());
        return [.. people.Select(person => person.IsCounted
            ? Member.Counted(person.Id, person.TeamId, levels.GetValueOrDefault(person.Id, []), freshness.GetValueOrDefault(person.Id), disputed.GetValueOrDefault(person.Id))
            : Member.Hidden(person.Id, person.TeamId))];
    }

    private async Task<Dictionary<Id<Person>, Dictionary<Id<Skill>, Freshness>>> FreshnessAsync(List<Id<Person>> people, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await db.ConfirmedSkills(now).Where(skill => people.Contains(skill.PersonId)).ToListAsync(cancellationToken))
            .GroupBy(skill => skill.PersonId).ToDictionary(person => person.Key, person => person.GroupBy(skill => skill.SkillId).ToDictionary(skill => skill.Key, skill => Known([.. skill], now)));

    /// <summary>One person's cards on one skill, by kind.</summary>
    private static Freshness Known(IReadOnlyList<ConfirmedSkill> kinds, DateTimeOffset now)
    {
        var fresh = kinds.Where(kind => kind.ReviewBy >= now).Select(kind => kind.Kind).ToList();
        return new Freshness(kinds.Max(kind => kind.ConfirmedAt), fresh.Count > 0)
        {
            HasProcess = fresh.Exists(kind => kind is CardKind.Process or CardKind.Fact),
            HasJudgement = fresh.Exists(kind => kind is CardKind.Judgement or CardKind.RedFlag),
        };
    }
}
