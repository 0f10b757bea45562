using System.Text.RegularExpressions;

namespace SkillDistill.Domain.Interviews;

/// <summary>General words about what is good, with neither a case nor a number nor a condition under which somebody would do something.</summary>
internal static class GeneralPrinciple
{
    public static Stretch? In(PlainText wording) =>
        Figure.IsMatch(wording.Text) || wording.TellsACase() || Condition.IsMatch(wording.Text)
            ? null
            : FollowUpWords.Principle.In(wording.Text).Select(place => (Stretch?)place).FirstOrDefault();

    private static readonly Regex Figure = new("[0-9]", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);

    private static readonly Regex Condition = new(
        "(?:^|[^a-z])(?:if|unless|whenever)(?:$|[^a-z])|如果|要是|除非|一旦|的时候",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase);
}
