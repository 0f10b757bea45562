using Microsoft.EntityFrameworkCore;
using SkillDistill.Data;
using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Tests;

/// <summary>A team as large as coverage is meant to be legible for, below a demo manager's: people who agreed to be named and declare levels of most of the skills, in six sub-teams, with a target for each skill.</summary>
internal static class LargeTeam
{
    private const int SubTeams = 6;

    /// <returns>The team, whose coverage is that large.</returns>
    public static async Task<Id<Team>> FormAsync(SkillDistillDb db, string managerEmail, int people, int skills)
    {
        var (random, now) = (new Random(20261129), DateTimeOffset.UtcNow);
        var manager = await db.People.SingleAsync(person => person.Email == managerEmail);
        var above = await db.Teams.FirstAsync(team => team.ManagerId == manager.Id);
        var team = Team.Form("Large division", above.Id);
        var below = Enumerable.Range(1, SubTeams).Select(number => Team.Form($"Division group {number}", team.Id)).ToList();
        var groups = Enumerable.Range(1, 10).Select(number => Named($"Field of work {number}", null)).ToList();
        var known = Enumerable.Range(1, skills).Select(number => Named($"Skill {number} of a longer name", groups[number % groups.Count].Id)).ToList();
        db.AddRange(team);
        db.AddRange(below);
        db.AddRange(groups);
        db.AddRange(known);
        db.Targets.AddRange(known.Select(skill => Target.Set(team.Id, skill.Id, random.Next(2, 5), random.Next(1, 60)).Value));
        db.Targets.AddRange(below.SelectMany(sub => known.Where(_ => random.Next(3) == 0).Select(skill => Target.Set(sub.Id, skill.Id, 3, random.Next(1, 8)).Value)));
        for (var number = 1; number <= people; number++)
        {
            var person = Person.Join($"Somebody Quite-Long {number:000}", $"large{number}@lindenau.example", $"Engineer {number % 7}", below[number % SubTeams].Id, now).Value;
            db.People.Add(person);
            db.ConsentStreams.Add(Agreed(person, now));
            db.Proficiencies.AddRange(known.Where(_ => random.Next(5) > 0).Select(skill => Proficiency.Declare(person.Id, skill.Id, random.Next(0, 6), now).Value));
        }

        await db.SaveChangesAsync();
        return team.Id;
    }

    private static Skill Named(string label, Id<Skill>? broader)
    {
        var labels = new[] { new SkillLabel("en", label, true), new SkillLabel("zh", $"{label}（技能）", true) };
        return Skill.Define(Skill.KeyFor(labels), broader, labels);
    }

    private static ConsentStream Agreed(Person person, DateTimeOffset now)
    {
        var (stream, notice) = (ConsentStream.Of(person.Id), Notice.Shipped("en"));
        foreach (var purpose in new[] { Purpose.HoldProfile, Purpose.ShowNamedCoverage })
        {
            stream.Give(person.Id, purpose, new ConsentTerms(Audience.Private(), now.AddMonths(6), notice.Version, notice.Digest, "en"), now);
        }

        return stream;
    }
}
