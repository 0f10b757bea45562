using SkillDistill.Domain.Interviews;

namespace SkillDistill.Domain.Profiles;

/// <summary>The words of a card as its owner wrote them at one moment. An empty field is an empty string, never null.</summary>
public sealed record CardText
{
    public const int TitleLength = 160;

    /// <summary>Room for a page of imported text; the form suggests far less.</summary>
    public const int FieldLength = 4000;

    public CardKind Kind { get; init; }

    public string Title { get; init; } = "";

    /// <summary>The cue by which I notice that this applies.</summary>
    public string Situation { get; init; } = "";

    public string Action { get; init; } = "";

    public string Reason { get; init; } = "";

    /// <summary>The number or limit that decides.</summary>
    public string Threshold { get; init; } = "";

    public string Exception { get; init; } = "";

    /// <summary>How I would know that I am wrong.</summary>
    public string Falsifier { get; init; } = "";

    /// <summary>A real occasion.</summary>
    public string Case { get; init; } = "";

    public DateOnly? CaseDate { get; init; }

    /// <summary>The role, channel or person to ask instead of me.</summary>
    public string AskInstead { get; init; } = "";

    public string this[CardField field] => field switch
    {
        CardField.Title => Title,
        CardField.Situation => Situation,
        CardField.Action => Action,
        CardField.Reason => Reason,
        CardField.Threshold => Threshold,
        CardField.Exception => Exception,
        CardField.Falsifier => Falsifier,
        CardField.Case => Case,
        CardField.AskInstead => AskInstead,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The same card with these words in this field.</summary>
    public CardText With(CardField field, string words) => field switch
    {
        CardField.Title => this with { Title = words },
        CardField.Situation => this with { Situation = words },
        CardField.Action => this with { Action = words },
        CardField.Reason => this with { Reason = words },
        CardField.Threshold => this with { Threshold = words },
        CardField.Exception => this with { Exception = words },
        CardField.Falsifier => this with { Falsifier = words },
        CardField.Case => this with { Case = words },
        CardField.AskInstead => this with { AskInstead = words },
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>The same words without blanks around them, with one kind of line end, and without letters that nobody sees.</summary>
    public CardText Tidied() => this with
    {
        Title = Title.ToPlainText(),
        Situation = Situation.ToPlainText(),
        Action = Action.ToPlainText(),
        Reason = Reason.ToPlainText(),
        Threshold = Threshold.ToPlainText(),
        Exception = Exception.ToPlainText(),
        Falsifier = Falsifier.ToPlainText(),
        Case = Case.ToPlainText(),
        AskInstead = AskInstead.ToPlainText(),
    };

    /// <summary>What keeps these words from being saved at all, even as a draft.</summary>
    public IEnumerable<Refusal> SavingProblems()
    {
        if (Title.Length == 0)
        {
            yield return new CardWithoutTitle();
        }

        foreach (var field in Enum.GetValues<CardField>())
        {
            var limit = field == CardField.Title ? TitleLength : FieldLength;
            if (this[field].Length > limit)
            {
                yield return new CardFieldTooLong(field, limit);
            }
        }
    }

    /// <summary>What keeps these words from being accepted, and so from ever being published.</summary>
    public IEnumerable<Refusal> AcceptingProblems()
    {
        if (Kind == CardKind.Judgement && Exception.Length == 0)
        {
            yield return new JudgementWithoutException();
        }

        if (Kind == CardKind.Judgement && Falsifier.Length == 0)
        {
            yield return new JudgementWithoutFalsifier();
        }

        if (Kind == CardKind.Boundary && AskInstead.Length == 0)
        {
            yield return new BoundaryWithoutAddress();
        }

        if (Kind != CardKind.Boundary && Action.Length == 0 && Reason.Length == 0)
        {
            yield return new CardWithoutSubstance();
        }
    }

    /// <summary>Passwords and keys do not belong into a card: whoever reads it would learn them. What is written by hand is refused, and what was brought in is not accepted.</summary>
    public IEnumerable<Refusal> SecretProblems() =>
        Enum.GetValues<CardField>().Where(field => Exclusions.HasCredential(this[field])).Select(field => new CredentialInCard(field));

    /// <summary>A real case has happened: its date is at most the day it is where the day begins first (UTC+14).</summary>
    public Refusal? CaseProblem(DateTimeOffset now) => CaseDate > DateOnly.FromDateTime(now.UtcDateTime.AddHours(14)) ? new CaseNotYetHappened() : null;
}

public sealed record CardWithoutTitle : Refusal
{
    public override string? Field => nameof(CardText.Title);
}

public sealed record CardFieldTooLong(CardField Part, int Limit) : Refusal
{
    public override string? Field => Part.ToString();

    public override IReadOnlyList<object> Arguments => [Limit];
}

public sealed record CredentialInCard(CardField Part) : Refusal
{
    public override string? Field => Part.ToString();
}

public sealed record CaseNotYetHappened : Refusal
{
    public override string? Field => nameof(CardText.CaseDate);
}

public sealed record JudgementWithoutException : Refusal
{
    public override string? Field => nameof(CardText.Exception);
}

public sealed record JudgementWithoutFalsifier : Refusal
{
    public override string? Field => nameof(CardText.Falsifier);
}

public sealed record BoundaryWithoutAddress : Refusal
{
    public override string? Field => nameof(CardText.AskInstead);
}

public sealed record CardWithoutSubstance : Refusal
{
    public override string? Field => nameof(CardText.Action);
}
