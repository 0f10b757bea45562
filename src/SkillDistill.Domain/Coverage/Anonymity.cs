namespace SkillDistill.Domain.Coverage;

/// <summary>
/// What may be said of people who agreed to be counted but not named. A manager knows who is in the team and who is named in it, and perhaps who
/// has just decided something; none of that may turn a number into a statement about one person. Therefore:
/// <list type="bullet">
/// <item>only "at least 5", "at least 10" and so on is ever said: a smaller number would point at somebody, and one decision moves a number
/// of steps of five only where it happens to cross a step;</item>
/// <item>at least five of the group are always left out of what is said, so that "all of them" is never said, and a group of fewer than ten says
/// nothing; the size of the group counts everybody in it who is not named, whatever they decided, because that is what a manager sees;</item>
/// <item>groups never overlap (<see cref="UnnamedGroups"/>), so that no two views can be subtracted from each other.</item>
/// </list>
/// "At least 0" says nothing and is shown as nothing said, not as zero.
/// </summary>
public static class Anonymity
{
    /// <summary>The k of k-anonymity: the fewest people that a number may stand for.</summary>
    public const int Fewest = 5;

    /// <summary>The fewest unnamed people in a group that says anything: those a number stands for, and as many to hide among.</summary>
    public const int SmallestGroup = 2 * Fewest;

    /// <summary>The number that may be said: a multiple of five, at most <paramref name="holders"/>.</summary>
    /// <param name="holders">Counted people of the group who hold the skill.</param>
    /// <param name="group">Everybody of the group who is not named, whatever they decided.</param>
    public static int AtLeast(int holders, int group) =>
        group < SmallestGroup ? 0 : Math.Min(Step(holders), Step(group - Fewest));

    private static int Step(int people) => people / Fewest * Fewest;
}
