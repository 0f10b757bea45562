namespace SkillDistill.Distillation.Models;

/// <summary>Every limit of talking to a model that is not a setting.</summary>
internal static class ModelLimits
{
    /// <summary>Attempts after the first, while nothing of an answer has arrived. After that none: words that were read cannot be unsaid.</summary>
    public const int Retries = 2;

    /// <summary>Times a model is asked again for one answer because it wanted to search.</summary>
    public const int FurtherRounds = 2;

    /// <summary>All that is read where one question is wanted, in UTF-16 units: far more than it needs, for models that think aloud first.</summary>
    public const int OneQuestion = 8000;

    /// <summary>All that is read of one reply, in bytes. An event of one short word takes some 300 of them.</summary>
    public const long Reply = 16 * 1024 * 1024;

    /// <summary>Questions within <see cref="Sampling"/> before their failing says anything.</summary>
    public const int FewestToJudge = 4;

    /// <summary>The share of them that must fail for the model to be left alone.</summary>
    public const double FailingShare = 0.5;

    /// <summary>The wait before the first further attempt; it doubles, with a random part, so that nodes do not come back together.</summary>
    public static readonly TimeSpan BackOff = TimeSpan.FromMilliseconds(400);

    /// <summary>Where the endpoint wants a longer wait than this, nobody waits: the built-in answerer is there at once.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(5);

    public static readonly TimeSpan Sampling = TimeSpan.FromMinutes(1);

    /// <summary>How long a failing model is left alone before one question tries it again.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromSeconds(15);

    /// <summary>How long a follow-up may take to be rewritten; the asker waits for it, and without it is answered too.</summary>
    public static readonly TimeSpan Rewriting = TimeSpan.FromSeconds(5);

    /// <summary>How long a cancelled connection may take to let go.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMilliseconds(500);
}
