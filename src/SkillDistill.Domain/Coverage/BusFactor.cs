using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// After how many people more than half of what a team needs would have nobody who is shown to hold it. Greedy, as truck factors are estimated by Avelino, Passos, Hora and Valente
/// (A Novel Approach for Estimating Truck Factors, ICPC 2016, https://doi.org/10.1109/ICPC.2016.7503718), with lines of coverage in the place of files: whoever holds most of what is still held goes
/// next. It speaks of those who are named; whoever is hidden may hold more than it knows.
/// </summary>
public sealed class BusFactor
{
    private BusFactor(int held, IReadOnlyList<BusFactorStep> steps, bool isReached) => (Held, Steps, IsReached) = (held, steps, isReached);

    /// <summary>Targets that somebody who is shown holds; the half is of these.</summary>
    public int Held { get; }

    /// <summary>What each person who goes leaves without anybody, in the order in which they go. Who goes is not told: it is about what is thin, and not about who counts.</summary>
    public IReadOnlyList<BusFactorStep> Steps { get; }

    /// <summary>Whether the half is ever passed. Where unnamed people hold enough, it is not.</summary>
    public bool IsReached { get; }

    /// <summary>Those who would have to go; a number only where <see cref="IsReached"/>.</summary>
    public int People => Steps.Count;

    /// <param name="lines">Those with a target count.</param>
    /// <returns>Null where nothing with a target is held.</returns>
    public static BusFactor? Of(IEnumerable<CoverageLine> lines)
    {
        var held = lines.Where(line => line is { HeadCount: not null, Holders: > 0 }).ToList();
        if (held.Count == 0)
        {
            return null;
        }

        var (steps, gone, left) = (new List<BusFactorStep>(), new HashSet<Id<Person>>(), held);
        while (2 * left.Count >= held.Count && Next(left, gone) is { } next)
        {
            gone.Add(next);
            var lost = left.Where(line => line.Unnamed == 0 && line.Named.All(person => gone.Contains(person.PersonId))).ToList();
            left = [.. left.Except(lost)];
            steps.Add(new BusFactorStep(lost));
        }

        return new BusFactor(held.Count, steps, 2 * left.Count < held.Count);
    }

    /// <summary>Who holds most of what is still held; among equals, whoever alone holds most of it; then by id, so that it is the same every time.</summary>
    private static Id<Person>? Next(IReadOnlyList<CoverageLine> left, HashSet<Id<Person>> gone) => left
        .SelectMany(line => line.Named.Where(person => !gone.Contains(person.PersonId)).Select(person => (person.PersonId, IsLast: line.Unnamed == 0 && line.Named.Count(other => !gone.Contains(other.PersonId)) == 1)))
        .GroupBy(held => held.PersonId)
        .OrderByDescending(person => person.Count()).ThenByDescending(person => person.Count(held => held.IsLast)).ThenBy(person => person.Key)
        .Select(person => (Id<Person>?)person.Key).FirstOrDefault();
}

/// <param name="Lost">The lines that nobody who is shown holds any more after this person, worst first; often none.</param>
public sealed record BusFactorStep(IReadOnlyList<CoverageLine> Lost);
