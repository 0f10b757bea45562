namespace SkillDistill.Domain.Profiles;

public enum StatementKind
{
    /// <summary>About the work: may become a card.</summary>
    Work,

    /// <summary>About how the person is said to write and behave: may become a Voice card.</summary>
    Manner,

    /// <summary>A label on the person's character, rank, sex or type: shown apart, never taken over by default.</summary>
    Label,
}

public enum StatementDecision
{
    Undecided,
    Claimed,
    Discarded,
}

/// <summary>One sentence that somebody else's tool made of the owner, and what the owner says to it.</summary>
public sealed class Statement
{
    private Statement()
    {
    }

    public Id<Statement> Id { get; private set; }

    public Id<Source> SourceId { get; private set; }

    public int Ordinal { get; private set; }

    public StatementKind Kind { get; private set; }

    public Provenance Provenance { get; private set; } = null!;

    public StatementDecision Decision { get; private set; }

    /// <summary>The draft card it became, when claimed.</summary>
    public Id<Card>? CardId { get; private set; }

    internal static Statement Of(Id<Source> source, int ordinal, StatementKind kind, Provenance provenance) => new()
    {
        Id = Id<Statement>.New(),
        SourceId = source,
        Ordinal = ordinal,
        Kind = kind,
        Provenance = provenance,
    };

    internal static Statement Restore(Id<Source> source, int ordinal, StatementKind kind, Provenance provenance, StatementDecision decision, Id<Card>? card)
    {
        var statement = Of(source, ordinal, kind, provenance);
        (statement.Decision, statement.CardId) = (decision, card);
        return statement;
    }

    /// <summary>"This is mine": the sentence becomes a draft card, once. A label only in the owner's own words.</summary>
    /// <param name="card">A card just drafted.</param>
    public Outcome<Statement> Claim(Card card)
    {
        if (Decision == StatementDecision.Claimed)
        {
            return new StatementAlreadyClaimed();
        }

        if (Kind == StatementKind.Label && !IsRewritten(card.Revisions[^1].Text))
        {
            return new LabelNotRewritten();
        }

        (Decision, CardId) = (StatementDecision.Claimed, card.Id);
        return this;
    }

    public Outcome<Statement> Discard()
    {
        if (Decision == StatementDecision.Claimed)
        {
            return new StatementAlreadyClaimed();
        }

        Decision = StatementDecision.Discarded;
        return this;
    }

    /// <summary>Other marks or blanks around somebody else's word do not make it one's own.</summary>
    private bool IsRewritten(CardText text) => Bare(text.Action) is { Length: > 0 } action && action != Bare(Provenance.Quote) && Bare(text.Title) != Bare(Provenance.Quote);

    private static string Bare(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToUpperInvariant();
}

public sealed record StatementAlreadyClaimed : Refusal;

public sealed record LabelNotRewritten : Refusal
{
    public override string? Field => nameof(CardText.Action);
}
