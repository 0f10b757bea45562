namespace SkillDistill.Domain.Interviews;

/// <summary>One kind of follow-up question, in one or two wordings, so that the second in an interview need not sound like the first.</summary>
public sealed record FollowUpQuestions(FollowUpKind Kind, IReadOnlyList<Wording> Questions)
{
    public const int QuestionLength = 160;
    public const int MostQuestions = 2;

    /// <summary>The kinds that a protocol words: all that rules bring.</summary>
    public static IReadOnlyList<FollowUpKind> Kinds { get; } = [.. Enum.GetValues<FollowUpKind>().Where(kind => kind != FollowUpKind.ByModel)];

    /// <summary>The wording for the n-th time that this kind is asked in an interview, from 0.</summary>
    public Wording Asked(int times) => Questions[times % Questions.Count];
}
