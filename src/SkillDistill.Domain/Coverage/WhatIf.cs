using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Coverage;

/// <summary>
/// What would fall if these named people left. It looks at their own shown levels alone: what is said of unnamed people stays as it is, so that no number about them is reckoned a second time over other people.
/// </summary>
public static class WhatIf
{
    /// <summary>About so many one may ask at once; about more it would be about a team and not about what rests on whom.</summary>
    public const int MostPeople = 5;

    /// <returns>Every target that would miss more than before or stand worse; what is met today and would not be then comes first, otherwise in the order of the lines.</returns>
    public static Outcome<CoverageFalls> Leave(IEnumerable<CoverageLine> lines, IReadOnlySet<Id<Person>> people)
    {
        if (people.Count == 0)
        {
            return new NobodyToLeave();
        }

        if (people.Count > MostPeople)
        {
            return new TooManyToLeave(MostPeople);
        }

        return new CoverageFalls(
        [
            .. lines.Where(line => line.HeadCount is not null)
                .Select(line => new CoverageFall(line, line with { Named = [.. line.Named.Where(person => !people.Contains(person.PersonId))] }))
                .Where(fall => fall.After.Missing > fall.Before.Missing || fall.After.State < fall.Before.State)
                .OrderByDescending(fall => fall.IsMetToday),
        ]);
    }
}

/// <param name="Lines">None where nothing would fall.</param>
public sealed record CoverageFalls(IReadOnlyList<CoverageFall> Lines);

/// <summary>A target before and after.</summary>
public sealed record CoverageFall(CoverageLine Before, CoverageLine After)
{
    public bool IsMetToday => Before.Missing == 0;
}

public sealed record NobodyToLeave : Refusal
{
    public override string? Field => "Without";
}

public sealed record TooManyToLeave(int Most) : Refusal
{
    public override string? Field => "Without";

    public override IReadOnlyList<object> Arguments => [Most];
}
