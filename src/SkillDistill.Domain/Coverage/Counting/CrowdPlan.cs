using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage.Counting;

/// <summary>
/// Which crowds are counted anew. What was said of one stays as it is until as many of its people as a number must stand for (<see cref="Anonymity.Fewest"/>) would be counted otherwise, by what a manager does not see: so who agrees, refuses, withdraws,
/// takes their name back or learns moves no number alone, whatever else a manager knows. Who leaves, is named or comes without agreeing is seen, and counts for nothing here. Whoever would be counted as they were stays in the crowd in which they were, also where a
/// team is smaller now than a crowd must be, or else what was said of one crowd could be held against what is said of another.
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

    /// <summary>Of which nothing is to be said any more: it is too old, or too few of its people are left, which a manager sees too.</summary>
    public List<Crowd> Silent { get; } = [];

    /// <param name="people">Everybody of all teams who is not named.</param>
    /// <param name="counted">The crowds that were counted, with those of their people who still exist.</param>
    /// <param name="today">In UTC.</param>
    public static CrowdPlan Of(TeamTree tree, IReadOnlyCollection<UnnamedPerson> people, IReadOnlyCollection<(Crowd Crowd, IReadOnlyList<CrowdMember> Members)> counted, Anonymity anonymity, DateOnly today)
    {
        var (plan, now) = (new CrowdPlan(), people.ToDictionary(person => person.Id));
        var wanted = Crowds.Of(tree, people, person => person.TeamId, anonymity);
        var home = wanted.SelectMany(crowd => crowd.Value.Select(person => (person.Id, crowd.Key))).ToDictionary();
        bool IsStillIn(CrowdMember member) => now.TryGetValue(member.PersonId, out var person) && tree.Lineage(person.TeamId).Contains(member.TeamId);
        foreach (var member in counted.SelectMany(crowd => crowd.Members).Where(member => IsStillIn(member) && now[member.PersonId].CountedAs == member.CountedAs))
        {
            home[member.PersonId] = member.TeamId;
        }

        var crowds = people.Where(person => home.ContainsKey(person.Id)).ToLookup(person => home[person.Id]);
        foreach (var (crowd, members) in counted)
        {
            var (still, known) = (members.Where(IsStillIn).ToList(), members.Select(member => member.PersonId).ToHashSet());
            var changed = still.Count(member => now[member.PersonId].CountedAs != member.CountedAs) + crowds[crowd.TeamId].Count(person => person.IsCounted && !known.Contains(person.Id));
            var (isCrowd, left) = (wanted.ContainsKey(crowd.TeamId) && crowds[crowd.TeamId].Count() >= anonymity.SmallestGroup, crowd.People - still.Count);
            if (changed >= Math.Max(anonymity.Fewest, crowd.Fewest) && isCrowd)
            {
                plan.Anew[crowd.TeamId] = [.. crowds[crowd.TeamId]];
            }
            else if (!isCrowd && (changed >= anonymity.Fewest || (crowd.IsSilent && crowd.IsTooOld(today))))
            {
                plan.Gone.Add(crowd);
            }
            else if (changed == 0 && left == 0 && !crowd.IsSilent && crowd.Fewest >= anonymity.Fewest)
            {
                plan.Same.Add(crowd);
            }
            else if (!crowd.IsSilent && (crowd.IsTooOld(today) || crowd.Fewest < anonymity.Fewest || still.Count < crowd.SmallestGroup || left >= Math.Max(crowd.Fewest, crowd.People / 10)))
            {
                plan.Silent.Add(crowd);
            }
        }

        foreach (var first in wanted.Keys.Except(counted.Select(crowd => crowd.Crowd.TeamId)).Where(team => crowds[team].Count() >= anonymity.SmallestGroup))
        {
            plan.Anew[first] = [.. crowds[first]];
        }

        return plan;
    }
}

/// <summary>Somebody who is not named, as crowds are formed of them.</summary>
/// <param name="IsCounted">Whether they agreed to it.</param>
/// <param name="CountedAs"><see cref="CrowdMember.Fingerprint"/>.</param>
public sealed record UnnamedPerson(Id<Person> Id, Id<Team> TeamId, bool IsCounted, long CountedAs)
{
    public static UnnamedPerson Of(Member member) => new(member.PersonId, member.TeamId, member.Showing == Showing.Counted, CrowdMember.Fingerprint(member));
}
