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

        var (steps, holders) = (new List<BusFactorStep>(), new Holders(held));
        var left = held.Count;
        while (2 * left >= held.Count && holders.Next() is { } next)
        {
            var lost = holders.Leave(next);
            left -= lost.Count;
            steps.Add(new BusFactorStep(lost));
        }

        return new BusFactor(held.Count, steps, 2 * left < held.Count);
    }

    /// <summary>Who of those still there holds what. A line is lost with its last holder, so what anybody else holds of what is left never changes.</summary>
    private sealed class Holders
    {
        private readonly IReadOnlyList<CoverageLine> _lines;
        private readonly List<HashSet<Id<Person>>> _still;
        private readonly Dictionary<Id<Person>, List<int>> _held;

        public Holders(IReadOnlyList<CoverageLine> lines)
        {
            (_lines, _still) = (lines, [.. lines.Select(line => line.Named.Select(person => person.PersonId).ToHashSet())]);
            _held = lines.SelectMany((line, at) => line.Named.Select(person => (person.PersonId, at))).GroupBy(held => held.PersonId, held => held.at).ToDictionary(person => person.Key, person => person.ToList());
        }

        /// <summary>Who holds most of what is still held; among equals, whoever alone holds most of it; then by id, so that it is the same every time.</summary>
        public Id<Person>? Next()
        {
            var most = _held.Values.Select(lines => lines.Count).DefaultIfEmpty().Max();
            return _held.Where(person => person.Value.Count == most)
                .OrderByDescending(person => person.Value.Count(at => _lines[at].Unnamed == 0 && _still[at].Count == 1)).ThenBy(person => person.Key)
                .Select(person => (Id<Person>?)person.Key).FirstOrDefault();
        }

        /// <returns>What nobody who is shown holds any more.</returns>
        public List<CoverageLine> Leave(Id<Person> person)
        {
            _held.Remove(person, out var lines);
            lines!.ForEach(at => _still[at].Remove(person));
            return [.. lines.Where(at => _lines[at].Unnamed == 0 && _still[at].Count == 0).Select(at => _lines[at])];
        }
    }
}

/// <param name="Lost">The lines that nobody who is shown holds any more after this person, worst first; often none.</param>
public sealed record BusFactorStep(IReadOnlyList<CoverageLine> Lost);
