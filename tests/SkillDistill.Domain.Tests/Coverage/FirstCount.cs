using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.Coverage.Counting;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Tests.Coverage;

/// <summary>Coverage of a team whose unnamed people were just counted for the first time.</summary>
internal static class FirstCount
{
    public static TeamCoverage View(Id<Team> team, TeamTree tree, IReadOnlyList<Member> members, IReadOnlyList<Target> targets) =>
        TeamCoverage.Of(team, tree, members, new CrowdCounts(CrowdCount.OfAll(tree, members, Anonymity.Usual)), targets);
}
