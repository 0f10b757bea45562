using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage.Counting;

/// <summary>
/// Which crowds are counted anew. What was said of one stays as it is until as many people as a number must stand for (<see cref="Anonymity.Fewest"/>) would be counted otherwise: who agrees, refuses, withdraws, takes their name back, comes, goes or learns
/// moves no number alone, whatever else a manager knows. Crowds that would exchange people are counted anew together or not at all, so that what was said of the one cannot be held against what is said of the other.
/// After half a year with fewer changes nothing is said.
/// </summary>
public sealed class CrowdPlan
{
    private CrowdPlan()
    {
    }

    /// <summary>To be counted anew, with who is in it.</summary>
    public Dictionary<Id<Team>, IReadOnlyList<UnnamedPerson>> Anew { get; } = [];

    /// <summary>Counted once, and not a crowd of its own any more.</summary>
    public List<Crowd> Gone { get; } = [];

    /// <summary>Would be counted as they were.</summary>
    public List<Crowd> Same { get; } = [];

    /// <summary>Of which nothing is to be said any more.</summary>
    public List<Crowd> TooOld { get; } = [];

    /// <param name="people">Everybody of all teams who is not named.</param>
    /// <param name="counted">The crowds that were counted, with those of their people who still exist.</param>
    /// <param name="today">In UTC.</param>
    public static CrowdPlan Of(TeamTree tree, IReadOnlyCollection<UnnamedPerson> people, IReadOnlyCollection<(Crowd Crowd, IReadOnlyList<CrowdMember> Members)> counted, Anonymity anonymity, DateOnly today)
    {
        var plan = new CrowdPlan();
        var crowds = Crowds.Of(tree, people, person => person.TeamId, anonymity);
        var (now, home) = (people.ToDictionary(person => person.Id, person => person.CountedAs), crowds.SelectMany(crowd => crowd.Value.Select(person => (person.Id, crowd.Key))).ToDictionary());
        var known = counted.SelectMany(crowd => crowd.Members).Select(member => member.PersonId).ToHashSet();
        var byTeam = counted.ToDictionary(crowd => crowd.Crowd.TeamId);
        foreach (var together in Together([.. crowds.Keys.Union(byTeam.Keys)], counted, home))
        {
            var (were, are) = (together.Where(byTeam.ContainsKey).Select(team => byTeam[team]).ToList(), together.Where(crowds.ContainsKey).ToList());
            var changed = were.Sum(crowd => crowd.Crowd.People - crowd.Members.Count(member => now.TryGetValue(member.PersonId, out var countedAs) && countedAs == member.CountedAs))
                + are.Sum(team => crowds[team].Count(person => !known.Contains(person.Id)));
            var isRegrouped = were.Exists(crowd => crowd.Members.Any(member => now.ContainsKey(member.PersonId) && home.GetValueOrDefault(member.PersonId) != crowd.Crowd.TeamId));
            if (changed == 0 && !isRegrouped && were.TrueForAll(crowd => !crowd.Crowd.IsSilent && crowd.Crowd.Fewest == anonymity.Fewest))
            {
                plan.Same.AddRange(were.Select(crowd => crowd.Crowd));
            }
            else if (changed >= anonymity.Fewest || (changed == 0 && !isRegrouped) || were.Exists(crowd => crowd.Crowd.Fewest != anonymity.Fewest))
            {
                are.ForEach(team => plan.Anew[team] = crowds[team]);
                plan.Gone.AddRange(were.Where(crowd => !crowds.ContainsKey(crowd.Crowd.TeamId)).Select(crowd => crowd.Crowd));
            }
            else
            {
                plan.TooOld.AddRange(were.Select(crowd => crowd.Crowd).Where(crowd => !crowd.IsSilent && crowd.IsTooOld(today)));
            }
        }

        return plan;
    }

    /// <summary>Sets of crowds, such that nobody was counted in one of a set and would be in one of another.</summary>
    private static IEnumerable<IReadOnlyCollection<Id<Team>>> Together(
        IReadOnlyCollection<Id<Team>> teams, IReadOnlyCollection<(Crowd Crowd, IReadOnlyList<CrowdMember> Members)> counted, Dictionary<Id<Person>, Id<Team>> home)
    {
        var moves = counted.SelectMany(crowd => crowd.Members).Where(member => home.ContainsKey(member.PersonId)).Select(member => (From: member.TeamId, To: home[member.PersonId])).Distinct().Where(move => move.From != move.To).ToList();
        var beside = moves.Concat(moves.Select(move => (From: move.To, To: move.From))).ToLookup(move => move.From, move => move.To);
        var seen = new HashSet<Id<Team>>();
        foreach (var team in teams.Where(team => seen.Add(team)))
        {
            var together = new List<Id<Team>> { team };
            for (var at = 0; at < together.Count; at++)
            {
                together.AddRange(beside[together[at]].Where(seen.Add));
            }

            yield return together;
        }
    }
}

/// <summary>Somebody who is not named, as crowds are formed of them.</summary>
/// <param name="CountedAs"><see cref="CrowdMember.Fingerprint"/>.</param>
public sealed record UnnamedPerson(Id<Person> Id, Id<Team> TeamId, long CountedAs)
{
    public static UnnamedPerson Of(Member member) => new(member.PersonId, member.TeamId, CrowdMember.Fingerprint(member));
}
