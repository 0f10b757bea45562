using SkillDistill.Domain;
using SkillDistill.Domain.Consent;
using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;
using SkillDistill.Domain.Skills;

namespace SkillDistill.Web.Demo;

/// <summary>What would be kept of the months since the people of the demo organisation agreed: reckoned by the same rules, from the day on which each of them declared a level, and from those who have left since.</summary>
internal sealed class DemoMonths(IReadOnlyList<Team> teams, IReadOnlyList<Target> targets, IReadOnlyList<Person> people, IReadOnlyList<Proficiency> declared, ILookup<Id<Person>, Purpose> agreed)
{
    public IEnumerable<CoverageMonth> Between(DateTimeOffset agreedAt, DateTimeOffset now, IReadOnlyList<Leaver> leavers)
    {
        var (tree, root) = (new TeamTree(teams), teams.Single(team => team.ParentId is null).Id);
        for (var month = CoverageMonth.Of(now); Begin(month) >= agreedAt; month = month.AddMonths(-1))
        {
            var begin = Begin(month);
            var stayed = people.Where(person => person.TeamId is not null).Select(person => Known(person, begin)).ToList();
            var left = leavers.Where(leaver => leaver.LeftAt > begin).Select(leaver => Member.Named(Id<Person>.New(), leaver.Team, "", leaver.Levels));
            var coverage = TeamCoverage.Of(root, tree, [.. stayed, .. left], new CrowdCounts(CrowdCount.OfAll(tree, stayed, Anonymity.Usual)), new TargetsInForce(tree, targets).Below(root, month));
            foreach (var kept in CoverageMonth.Keep(coverage.Lines, month))
            {
                yield return kept;
            }
        }
    }

    private static DateTimeOffset Begin(DateOnly month) => new(month, TimeOnly.MinValue, TimeSpan.Zero);

    private Member Known(Person person, DateTimeOffset moment)
    {
        var (purposes, team) = (agreed[person.Id].ToHashSet(), person.TeamId!.Value);
        var levels = declared.Where(level => level.PersonId == person.Id && level.DeclaredAt <= moment).ToDictionary(level => level.SkillId, level => level.Level);
        return !purposes.Contains(Purpose.HoldProfile) ? Member.Hidden(person.Id, team)
            : purposes.Contains(Purpose.ShowNamedCoverage) ? Member.Named(person.Id, team, person.Name, levels)
            : purposes.Contains(Purpose.CountInCoverage) ? Member.Counted(person.Id, team, levels)
            : Member.Hidden(person.Id, team);
    }
}

/// <summary>Somebody who was shown until they left. Who it was is not told.</summary>
internal sealed record Leaver(Id<Team> Team, IReadOnlyDictionary<Id<Skill>, int> Levels, DateTimeOffset LeftAt);
