using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Decisions;

/// <summary>
/// What a manager takes the work of a team to be, with the evidence as it was. It is never changed: another one comes after it, and the last one holds. The people of the team read it.
/// </summary>
public sealed class Decision
{
    public const int TextLength = 4000;

    private readonly List<DecisionTarget> _targets = [];

    private Decision()
    {
    }

    public Id<Decision> Id { get; private set; }

    public Id<Team> TeamId { get; private set; }

    /// <summary>From 1, without gaps within the team.</summary>
    public int Number { get; private set; }

    /// <summary>Null once that manager has erased everything.</summary>
    public Id<Person>? DecidedById { get; private set; }

    public DecisionKind Kind { get; private set; }

    /// <summary>The plan, or why; a plan is never empty.</summary>
    public string Text { get; private set; } = "";

    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>The first day of the quarter whose answers were the evidence; null where none was reckoned yet.</summary>
    public DateOnly? Quarter { get; private set; }

    public int Authors { get; private set; }

    public int Documented { get; private set; }

    public int Judgement { get; private set; }

    public int CannotTell { get; private set; }

    public int Disputed { get; private set; }

    public AnswerShares Shares => new(Authors, Documented, Judgement, CannotTell, Disputed);

    /// <summary>What was wanted then, now and in eighteen months.</summary>
    public IReadOnlyList<DecisionTarget> Targets => _targets;

    /// <param name="number">One more than that of the decision before it.</param>
    /// <param name="quarter">That of the shares, or null.</param>
    public static Outcome<Decision> Record(Id<Team> team, int number, Id<Person> by, DecisionKind? kind, string? text, DateOnly? quarter, AnswerShares shares, IEnumerable<DecisionTarget> targets, DateTimeOffset now)
    {
        if (kind is not { } chosen || !Enum.IsDefined(chosen))
        {
            return new DecisionKindMissing();
        }

        var words = (text ?? "").ToPlainText();
        if (chosen == DecisionKind.DocumentedProcess && words.Length == 0)
        {
            return new TransitionPlanMissing();
        }

        if (words.Length > TextLength)
        {
            return new DecisionTextTooLong(TextLength);
        }

        var decision = new Decision
        {
            Id = Id<Decision>.New(),
            TeamId = team,
            Number = number,
            DecidedById = by,
            Kind = chosen,
            Text = words,
            DecidedAt = now,
            Quarter = quarter,
            Authors = shares.Authors,
            Documented = shares.Documented,
            Judgement = shares.Judgement,
            CannotTell = shares.CannotTell,
            Disputed = shares.Disputed,
        };
        decision._targets.AddRange(targets);
        return decision;
    }

    /// <summary>Whether it says the same: whoever presses twice records once.</summary>
    public bool Says(Id<Person> by, DecisionKind? kind, string? text) => DecidedById == by && Kind == kind && Text == (text ?? "").ToPlainText();
}

/// <summary>Which of three the work of a team is.</summary>
public enum DecisionKind
{
    /// <summary>Mostly documented process: it wants a plan for the transition, said openly.</summary>
    DocumentedProcess,

    /// <summary>Mostly knowing when the process is wrong: that judgement is what to invest in.</summary>
    Judgement,

    /// <summary>Nobody can tell yet, and that is the diagnosis.</summary>
    CannotDistinguish,
}

public sealed record DecisionKindMissing : Refusal
{
    public override string? Field => nameof(Decision.Kind);
}

public sealed record TransitionPlanMissing : Refusal
{
    public override string? Field => nameof(Decision.Text);
}

public sealed record DecisionTextTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(Decision.Text);

    public override IReadOnlyList<object> Arguments => [Limit];
}
