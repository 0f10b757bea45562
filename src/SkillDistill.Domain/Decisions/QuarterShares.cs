using SkillDistill.Domain.Coverage;
using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Decisions;

/// <summary>
/// What was reckoned of one team's group after a quarter, once and never again: whoever agrees, refuses or withdraws afterwards moves nothing until the next quarter is reckoned, when all that happened in three months moves
/// together. Every team has one, whether anything may be said or not.
/// </summary>
public sealed class QuarterShares
{
    /// <summary>For how many months they are kept.</summary>
    public const int KeptMonths = 24;

    private QuarterShares()
    {
    }

    public Id<QuarterShares> Id { get; private set; }

    public Id<Team> TeamId { get; private set; }

    /// <summary>The first day of the quarter.</summary>
    public DateOnly Quarter { get; private set; }

    public int Authors { get; private set; }

    public int Documented { get; private set; }

    public int Judgement { get; private set; }

    public int CannotTell { get; private set; }

    public int Disputed { get; private set; }

    public AnswerShares Shares => new(Authors, Documented, Judgement, CannotTell, Disputed);

    /// <summary>
    /// Every team of the organisation. A team's authors are a group where they are at least ten, whatever they decided; otherwise they join the group of the team above, as unnamed people do in coverage. Groups never overlap.
    /// </summary>
    public static IReadOnlyList<QuarterShares> Reckon(TeamTree tree, IReadOnlyList<Id<Team>> teams, IEnumerable<AnsweringAuthor> authors, DateOnly quarter, Anonymity anonymity)
    {
        var answering = authors.Where(author => author.Answers >= AnswerShares.FewestOfAuthor).ToList();
        var groups = Crowds.Of(tree, answering, author => author.TeamId, anonymity);
        return [.. teams.Select(team => Of(team, quarter, groups.TryGetValue(team, out var group) ? AnswerShares.Of(group, anonymity) : AnswerShares.TooFew))];
    }

    private static QuarterShares Of(Id<Team> team, DateOnly quarter, AnswerShares shares) => new()
    {
        Id = Id<QuarterShares>.New(),
        TeamId = team,
        Quarter = quarter,
        Authors = shares.Authors,
        Documented = shares.Documented,
        Judgement = shares.Judgement,
        CannotTell = shares.CannotTell,
        Disputed = shares.Disputed,
    };
}
