using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>The product's own words in an answer, in the language of the question.</summary>
internal sealed class Wording
{
    private static readonly Wording English = new("English")
    {
        CannotTellForm = "I can't tell from what {0} recorded.",
        OnlyStaleForm = "I can't tell from what {0} recorded: what comes nearest is past its review date.",
        BrokeOff = "The answer broke off here.",
        RedFlag = "Before anything else: ",
        PremiseDenied = "First of all, the notes say otherwise: ",
        ExceptionFits = "Mind the exception: ",
        FalsifierFits = "Mind this sign of being wrong: ",
        Reason = "Why: ",
        Threshold = "The limit: ",
        Exception = "Exception: ",
        Falsifier = "A sign of being wrong: ",
        Case = "For example: ",
        AskInstead = "Whom to ask: ",
        Situation = "When: ",
    };

    private static readonly Wording Chinese = new("Simplified Chinese")
    {
        CannotTellForm = "根据{0}记录的内容，我无法判断。",
        OnlyStaleForm = "根据{0}记录的内容，我无法判断：最接近的几条已过复核日期。",
        BrokeOff = "回答在这里中断了。",
        RedFlag = "先提醒一点：",
        PremiseDenied = "先说一点，记录里说的并非如此：",
        ExceptionFits = "注意例外情况：",
        FalsifierFits = "注意，这说明判断可能有误：",
        Reason = "原因：",
        Threshold = "界限：",
        Exception = "例外：",
        Falsifier = "判断有误的迹象：",
        Case = "例如：",
        AskInstead = "可以问：",
        Situation = "适用情况：",
    };

    private Wording(string language) => Language = language;

    /// <summary>The language's name as a prompt says it.</summary>
    public string Language { get; }

    public required string BrokeOff { get; init; }

    public required string RedFlag { get; init; }

    public required string PremiseDenied { get; init; }

    public required string ExceptionFits { get; init; }

    public required string FalsifierFits { get; init; }

    public required string Reason { get; init; }

    public required string Threshold { get; init; }

    public required string Exception { get; init; }

    public required string Falsifier { get; init; }

    public required string Case { get; init; }

    public required string AskInstead { get; init; }

    public required string Situation { get; init; }

    private string CannotTellForm { get; init; } = "";

    private string OnlyStaleForm { get; init; } = "";

    /// <summary>The language of the question where its letters show it, else the one asked for.</summary>
    public static Wording For(Brief brief)
    {
        var chinese = brief.Question.Count(letter => letter is >= '\u3400' and <= '\u9FFF');
        var latin = brief.Question.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsAsciiLetter(word[0]));
        return chinese > 0 || (latin < 3 && brief.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) ? Chinese : English;
    }

    /// <summary>What stands before words of this field; empty where they need nothing.</summary>
    public string Before(CardField field) => field switch
    {
        CardField.Situation => Situation,
        CardField.Reason => Reason,
        CardField.Threshold => Threshold,
        CardField.Exception => Exception,
        CardField.Falsifier => Falsifier,
        CardField.Case => Case,
        CardField.AskInstead => AskInstead,
        _ => "",
    };

    public string CannotTell(string owner) => CannotTellForm.Replace("{0}", owner, StringComparison.Ordinal);

    public string OnlyStale(string owner) => OnlyStaleForm.Replace("{0}", owner, StringComparison.Ordinal);
}
