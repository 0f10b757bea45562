using System.ComponentModel.DataAnnotations;
using SkillDistill.Domain;
using SkillDistill.Domain.Interviews;

namespace SkillDistill.Web.Pages.Admin;

/// <summary>Which of the interview's questions are asked, and one more to ask.</summary>
internal sealed class QuestionsForm
{
    /// <summary>The number of the edition that the form was opened from; 0 where there was none.</summary>
    public int Seen { get; set; }

    /// <summary>Keys of optional and added probes.</summary>
    public List<string> Asked { get; set; } = [];

    public SittingKind Sitting { get; set; } = SittingKind.Decisions;

    public ProbeAim Aim { get; set; } = ProbeAim.Judgement;

    public decimal Minutes { get; set; } = 2;

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string QuestionEnglish { get; set; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string QuestionChinese { get; set; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string WhyEnglish { get; set; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string WhyChinese { get; set; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string ExampleEnglish { get; set; } = "";

    [DisplayFormat(ConvertEmptyStringToNull = false)]
    public string ExampleChinese { get; set; } = "";

    /// <summary>Whether a question was begun: one empty field of six is a mistake then.</summary>
    public bool HasMore => new[] { QuestionEnglish, QuestionChinese, WhyEnglish, WhyChinese, ExampleEnglish, ExampleChinese }.Any(text => !string.IsNullOrWhiteSpace(text));

    public Outcome<AddedProbe> More(int number) => AddedProbe.Ask(
        number, Sitting, Aim, Minutes, Said(QuestionEnglish, QuestionChinese), Said(WhyEnglish, WhyChinese), Said(ExampleEnglish, ExampleChinese));

    private static Wording Said(string english, string chinese) => new(english.Trim(), chinese.Trim());
}
