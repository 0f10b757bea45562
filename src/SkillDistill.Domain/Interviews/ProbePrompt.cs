namespace SkillDistill.Domain.Interviews;

/// <summary>A question that the protocol proposes where the owner is to answer several: they may put it in words of their own trade.</summary>
/// <param name="Key">What the answer is kept by.</param>
public sealed record ProbePrompt(string Key, Wording Question)
{
    /// <summary>Stands for one of the owner's tasks.</summary>
    public const string Task = "{task}";

    public const int QuestionLength = 240;

    public string About(string task, string language) => Question.In(language).Replace(Task, task, StringComparison.Ordinal);
}
