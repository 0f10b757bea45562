using SkillDistill.Domain.People;

namespace SkillDistill.Domain.Decisions;

/// <summary>What somebody of the team says to a decision, with their name beside it. Its author can take it back.</summary>
public sealed class DecisionComment
{
    public const int TextLength = 1000;

    private DecisionComment()
    {
    }

    public Id<DecisionComment> Id { get; private set; }

    public Id<Decision> DecisionId { get; private set; }

    public Id<Person> AuthorId { get; private set; }

    public string Text { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static Outcome<DecisionComment> Write(Id<Decision> decision, Id<Person> author, string? text, DateTimeOffset now)
    {
        var words = (text ?? "").ToPlainText();
        return words.Length switch
        {
            0 => new CommentMissing(),
            > TextLength => new CommentTooLong(TextLength),
            _ => new DecisionComment { Id = Id<DecisionComment>.New(), DecisionId = decision, AuthorId = author, Text = words, At = now },
        };
    }
}

public sealed record CommentMissing : Refusal
{
    public override string? Field => nameof(DecisionComment.Text);
}

public sealed record CommentTooLong(int Limit) : Refusal
{
    public override string? Field => nameof(DecisionComment.Text);

    public override IReadOnlyList<object> Arguments => [Limit];
}
