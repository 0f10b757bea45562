using SkillDistill.Domain.Coverage;

namespace SkillDistill.Domain.Decisions;

/// <summary>
/// What may be said of the answers of many authors. Each weighs the same, however often their agent was asked: so nobody dominates (with five of them nobody makes more than a fifth, and no two more than two fifths;
/// the threshold and dominance rules of the Handbook on Statistical Disclosure Control, https://sdctools.github.io/HandbookSDC/), and nobody makes a number by asking. It is said in fifths, because one author of the fewest
/// weighs a fifth: who comes, goes or decides otherwise moves a share by one step at most.
/// </summary>
/// <param name="Authors">How many counted authors there are at least: 5, 10 and so on, by <see cref="Anonymity"/>; 0 where nothing may be said, and everything else is 0 too.</param>
/// <param name="Documented">In fifths, 0 to 5. 0 stands for less than a tenth and 5 for nine tenths and more, so that "all" and "none" are never said.</param>
/// <param name="Disputed">Of how many of these authors at least an answer is disagreed with and not settled: 0, 5, 10 and so on, 0 saying nothing.</param>
public sealed record AnswerShares(int Authors, int Documented, int Judgement, int CannotTell, int Disputed)
{
    public const int Steps = 5;

    /// <summary>Who gave fewer to others in the quarter is no author: one question would weigh as much as others' hundred.</summary>
    public const int FewestOfAuthor = 3;

    /// <summary>By all counted authors of a group together.</summary>
    public const int FewestAnswers = 20;

    public static readonly AnswerShares TooFew = new(0, 0, 0, 0, 0);

    public bool IsSaid => Authors > 0;

    /// <param name="group">Everybody of one group whose agent answered, whatever they decided.</param>
    public static AnswerShares Of(IReadOnlyCollection<AnsweringAuthor> group, Anonymity anonymity)
    {
        var counted = group.Where(author => author.IsCounted).ToList();
        var authors = anonymity.AtLeast(counted.Count, group.Count);
        if (authors == 0 || counted.Sum(author => author.Answers) < FewestAnswers)
        {
            return TooFew;
        }

        int Fifths(Conversations.Verdict verdict) => Step(counted.Sum(author => author.Share(verdict)) / counted.Count * Steps);
        return new AnswerShares(
            authors,
            Fifths(Conversations.Verdict.DocumentedProcess),
            Fifths(Conversations.Verdict.JudgementCall),
            Fifths(Conversations.Verdict.CannotTell),
            anonymity.AtLeast(counted.Count(author => author.HasOpenDisagreement), group.Count));
    }

    /// <summary>Of several groups together, from what is said of each of them and from nothing else: so it tells nothing that they did not tell.</summary>
    public static AnswerShares Sum(IEnumerable<AnswerShares> groups)
    {
        var said = groups.Where(group => group.IsSaid).ToList();
        var authors = said.Sum(group => group.Authors);
        int Weighed(Func<AnswerShares, int> fifths) => Step((decimal)said.Sum(group => group.Authors * fifths(group)) / authors);
        return authors == 0 ? TooFew : new AnswerShares(authors, Weighed(group => group.Documented), Weighed(group => group.Judgement), Weighed(group => group.CannotTell), said.Sum(group => group.Disputed));
    }

    private static int Step(decimal fifths) => (int)Math.Round(fifths, MidpointRounding.AwayFromZero);
}
