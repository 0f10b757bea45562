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
    public Task<IReadOnlyList<Member>> NamedAsync(IReadOnlyCollection<Id<Team>> teams, CancellationToken cancellationToken) => NamedAsync(db.PeopleOf(teams), skills: null, cancellationToken);

    /// <summary>Everybody who is named and declared a level of one of some skills, with those of them that are in use and nothing of others.</summary>
    public async Task<IReadOnlyList<Member>> NamedWhoDeclaredAsync(IReadOnlyCollection<Id<Team>> teams, IReadOnlyList<Id<Skill>> skills, CancellationToken cancellationToken)
    {
        // In two steps, from the skill to people: asked at once, PostgreSQL goes through everybody, or through all consents. At which level is not read before it is known that they agreed.
        var declared = await db.LevelsInUse().Where(level => skills.Contains(level.SkillId)).Select(level => level.PersonId).Distinct().ToListAsync(cancellationToken);
        return declared.Count == 0 ? [] : await NamedAsync(db.PeopleOf(teams).Where(person => declared.Contains(person.Id)), skills, cancellationToken);
    }

    /// <summary>Those of some people who are named.</summary>
    /// <param name="people">Of <see cref="PeopleInTeams.PeopleOf"/>.</param>
    /// <param name="skills">The only ones that are wanted, or null for all.</param>
    public async Task<IReadOnlyList<Member>> NamedAsync(IQueryable<Person> people, IReadOnlyList<Id<Skill>>? skills, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var named = (await db.PlacedAsync(people, now, cancellationToken)).Where(person => person.IsNamed).ToList();
        var ids = named.ConvertAll(person => person.Id);
        var names = await db.People.AsNoTracking().Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => new { person.Name, person.JobTitle }, cancellationToken);
        var (levels, confirmed) = (db.LevelsInUse(), db.ConfirmedSkills(now));
        var known = await (skills is null ? levels : levels.Where(level => skills.Contains(level.SkillId))).LevelsOfAsync(ids, cancellationToken);
        var freshness = await FreshnessAsync(skills is null ? confirmed : confirmed.Where(skill => skills.Contains(skill.SkillId)), ids, now, cancellationToken);
        var counted = await db.CountedTooAsync(ids, cancellationToken);
        return [.. from person in named
                   let called = names[person.Id]
                   select Member.Named(person.Id, person.TeamId, called.Name, known.GetValueOrDefault(person.Id, []), freshness.GetValueOrDefault(person.Id), called.JobTitle, counted.Contains(person.Id))];
    }

    /// <summary>Everybody who is not named, whatever they decided: without names, and with skills that are out of use, so that taking one out of use counts nobody otherwise.</summary>
    public async Task<IReadOnlyList<Member>> UnnamedAsync(IReadOnlyCollection<Id<Team>> teams, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var people = (await db.PeopleInAsync(teams, now, cancellationToken)).Where(person => !person.IsNamed).ToList();
        var ids = people.Where(person => person.IsCounted).Select(person => person.Id).ToList();
        var levels = await db.Proficiencies.LevelsOfAsync(ids, cancellationToken);
        var freshness = await FreshnessAsync(db.ConfirmedSkills(now), ids, now, cancellationToken);
        var disputed = (await db.DisputedSkills(now).Where(disputed => ids.Contains(disputed.PersonId)).ToListAsync(cancellationToken))
            .GroupBy(skill => skill.PersonId).ToDictionary(person => person.Key, person => person.Select(skill => skill.SkillId).ToHashSet());
        return [.. people.Select(person => person.IsCounted
            ? Member.Counted(person.Id, person.TeamId, levels.GetValueOrDefault(person.Id, []), freshness.GetValueOrDefault(person.Id), disputed.GetValueOrDefault(person.Id))
            : Member.Hidden(person.Id, person.TeamId))];
    }

    private static async Task<Dictionary<Id<Person>, Dictionary<Id<Skill>, Freshness>>> FreshnessAsync(IQueryable<ConfirmedSkill> confirmed, List<Id<Person>> people, DateTimeOffset now, CancellationToken cancellationToken) =>
        (await confirmed.Where(skill => people.Contains(skill.PersonId)).ToListAsync(cancellationToken))
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
