namespace SkillDistill.Domain.Coverage;

/// <summary>
/// How much of what a team needs rests on one person each: the share of its targets that a single person who is shown holds, and by name how many somebody holds alone. It is what they carry, and is
/// ordered by name and never by how much. Only named people can be alone: of unnamed ones at least five are told.
/// </summary>
public sealed class Burden
{
    private Burden(int targets, IReadOnlyList<BurdenOfOne> people) => (Targets, People) = (targets, people);

    /// <summary>All targets of the view, held or not.</summary>
    public int Targets { get; }

    /// <summary>Those that rest on one person.</summary>
    public int Alone => People.Sum(person => person.Lines.Count);

    /// <summary>Whoever holds a target alone, by name.</summary>
    public IReadOnlyList<BurdenOfOne> People { get; }

    /// <param name="lines">Those with a target count.</param>
    public static Burden Of(IEnumerable<CoverageLine> lines)
    {
        var aimed = lines.Where(line => line.HeadCount is not null).ToList();
        return new Burden(aimed.Count,
        [
            .. aimed.Where(line => line.State == CoverageState.SinglePointOfFailure).GroupBy(line => line.Named[0].PersonId)
                .Select(person => new BurdenOfOne(person.First().Named[0], [.. person]))
                .OrderBy(person => person.Person.Name, StringComparer.CurrentCulture).ThenBy(person => person.Person.PersonId),
        ]);
    }
}

/// <param name="Lines">What they alone hold, in the order of the lines.</param>
public sealed record BurdenOfOne(Member Person, IReadOnlyList<CoverageLine> Lines);
