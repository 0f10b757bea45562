namespace SkillDistill.Domain.Interviews;

/// <summary>What the rules listen for; the words themselves are in Words/en-follow-ups.txt and Words/zh-follow-ups.txt.</summary>
internal static class FollowUpWords
{
    public static readonly Phrases ByFeel = Phrases.Of("by feel");

    public static readonly Phrases ItDepends = Phrases.Of("it depends");

    public static readonly Phrases ToldWhatTipsIt = Phrases.Of("told what tips it");

    public static readonly Phrases Limit = Phrases.Of("limit");

    public static readonly Phrases LimitWhenDeciding = Phrases.Of("limit when deciding");

    public static readonly Phrases NotALimit = Phrases.Of("not a limit");

    public static readonly Phrases Deciding = Phrases.Of("deciding");

    public static readonly Phrases Absolute = Phrases.Of("absolute");

    public static readonly Phrases NotAbsolute = Phrases.Of("not absolute");

    public static readonly Phrases Exception = Phrases.Of("exception");

    public static readonly Phrases Next = Phrases.Of("next");

    public static readonly Phrases WhenToDoOrSkip = Phrases.Of("when to do or skip");

    public static readonly IReadOnlySet<string> NotAStep = WordList.Words("not a step");

    public static readonly Phrases Principle = Phrases.Of("principle");

    public static readonly Phrases Case = Phrases.Of("case");

    public static readonly Phrases CaseIfPast = Phrases.Of("case if past");

    public static readonly Phrases Past = Phrases.Of("past");

    public static readonly Phrases Reason = Phrases.Of("reason");

    public static readonly Phrases Feelings = Phrases.Of("feelings");

    public static readonly Phrases NeverAsked = Phrases.Of("never asked");
}
