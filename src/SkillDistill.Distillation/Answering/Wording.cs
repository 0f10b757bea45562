using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Answering;

/// <summary>The product's own words in an answer, in the language of the question.</summary>
internal sealed class Wording
{
    private static readonly Wording English = new("English")
    {
        CannotTellForm = "I can't tell from what {0} recorded.",
        OnlyStaleForm = "I can't tell from what {0} recorded: what comes nearest would have to be confirmed first.",
        AboutPeopleForm = "I answer from what {0} recorded about the work. I do not judge, rank or compare people, and I do not say who was where or who asked what. Please ask the person themselves. Who knows about a subject can be found by searching for that subject.",
        BrokeOff = "The answer broke off here.",
        RedFlag = "Before anything else: ",
        PremiseDenied = "First of all, the notes say otherwise: ",
        ExceptionFits = "Mind the exception: ",
        FalsifierFits = "Mind this sign of being wrong: ",
        BeforeFields = new()
        {
            [CardField.Reason] = "Why: ",
            [CardField.Threshold] = "The limit: ",
            [CardField.Exception] = "Exception: ",
            [CardField.Falsifier] = "A sign of being wrong: ",
            [CardField.Case] = "For example: ",
            [CardField.AskInstead] = "Whom to ask: ",
            [CardField.Situation] = "When: ",
        },
    };

    private static readonly Wording Chinese = new("Simplified Chinese")
    {
        CannotTellForm = "根据{0}记录的内容，我无法判断。",
        OnlyStaleForm = "根据{0}记录的内容，我无法判断：最接近的几条需要先由本人确认。",
        AboutPeopleForm = "我只根据{0}记录的工作内容回答，不评价、排名或比较任何人，也不说谁在不在、谁问过什么。请直接问本人。想找了解某件事的人，可以按那件事来搜索。",
        BrokeOff = "回答在这里中断了。",
        RedFlag = "先提醒一点：",
        PremiseDenied = "先说一点，记录里说的并非如此：",
        ExceptionFits = "注意例外情况：",
        FalsifierFits = "注意，这说明判断可能有误：",
        BeforeFields = new()
        {
            [CardField.Reason] = "原因：",
            [CardField.Threshold] = "界限：",
            [CardField.Exception] = "例外：",
            [CardField.Falsifier] = "判断有误的迹象：",
            [CardField.Case] = "例如：",
            [CardField.AskInstead] = "可以问：",
            [CardField.Situation] = "适用情况：",
        },
    };

    private Wording(string language) => Language = language;

    /// <summary>The language's name as a prompt says it.</summary>
    public string Language { get; }

    public required string BrokeOff { get; init; }

    public required string RedFlag { get; init; }

    public required string PremiseDenied { get; init; }

    public required string ExceptionFits { get; init; }

    public required string FalsifierFits { get; init; }

    private Dictionary<CardField, string> BeforeFields { get; init; } = [];

    private string CannotTellForm { get; init; } = "";

    private string OnlyStaleForm { get; init; } = "";

    private string AboutPeopleForm { get; init; } = "";

    /// <summary>The language of the question where its letters show it, else the one asked for.</summary>
    public static Wording For(Brief brief)
    {
        var chinese = brief.Question.Count(letter => letter is >= '\u3400' and <= '\u9FFF');
        var latin = brief.Question.Split(' ', StringSplitOptions.RemoveEmptyEntries).Count(word => char.IsAsciiLetter(word[0]));
        return chinese > 0 || (latin < 3 && brief.Language.StartsWith("zh", StringComparison.OrdinalIgnoreCase)) ? Chinese : English;
    }

    /// <summary>What stands before words of this field; empty where they need nothing.</summary>
    public string Before(CardField field) => BeforeFields.GetValueOrDefault(field, "");

    public string CannotTell(string owner) => CannotTellForm.Replace("{0}", owner, StringComparison.Ordinal);

    public string AboutPeople(string owner) => AboutPeopleForm.Replace("{0}", owner, StringComparison.Ordinal);

    public string OnlyStale(string owner) => OnlyStaleForm.Replace("{0}", owner, StringComparison.Ordinal);
}
