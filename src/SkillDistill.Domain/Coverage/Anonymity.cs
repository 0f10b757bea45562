namespace SkillDistill.Domain.Coverage;

/// <summary>
/// What may be said of people who agreed to be counted but not named. A manager knows who is in the team and who is named in it, and perhaps who
/// has just decided something; none of that may turn a number into a statement about one person. Therefore:
/// <list type="bullet">
/// <item>only "at least k", "at least two k" and so on is ever said: a smaller number would point at somebody;</item>
/// <item>at least k of the group are always left out of what is said, so that "all of them" is never said, and a group of fewer than two k says
/// nothing; the size of the group counts everybody in it who is not named, whatever they decided, because that is what a manager sees;</item>
/// <item>groups never overlap (<see cref="Crowds"/>), so that no two views can be subtracted from each other;</item>
/// <item>what was said stays until k people of a group are counted otherwise (<see cref="Counting.CrowdPlan"/>), so that no number moves with one decision.</item>
/// </list>
/// "At least 0" says nothing and is shown as nothing said, not as zero.
/// </summary>
/// <param name="Fewest">The k of k-anonymity: the fewest people that a number may stand for. 3 or more.</param>
public sealed record Anonymity(int Fewest)
{
    /// <summary>The lowest k that an installation may choose.</summary>
    public const int LowestFewest = 3;

    /// <summary>The highest: above it hardly anything would be said of any company.</summary>
    public const int HighestFewest = 50;

    /// <summary>Where nobody chose otherwise.</summary>
    public const int UsualFewest = 5;

    public static readonly Anonymity Usual = new(UsualFewest);

    /// <summary>The fewest unnamed people in a group that says anything: those a number stands for, and as many to hide among.</summary>
    public int SmallestGroup => 2 * Fewest;

    /// <summary>The number that may be said: a multiple of k, at most <paramref name="holders"/>.</summary>
    /// <param name="holders">Counted people of the group who hold the skill.</param>
    /// <param name="group">Everybody of the group who is not named, whatever they decided.</param>
    public int AtLeast(int holders, int group) =>
        group < SmallestGroup ? 0 : Math.Min(Step(holders), Step(group - Fewest));

    private int Step(int people) => people / Fewest * Fewest;
}
