using SkillDistill.Distillation.Answering;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Tests.Answering.UnderFire;

/// <summary>One generated question with the cards it may be answered from. The same seed gives the same case.</summary>
internal sealed class AnswerCase
{
    private static readonly CardKind[] Kinds = [CardKind.Process, CardKind.Process, CardKind.Fact, CardKind.Judgement, CardKind.RedFlag, CardKind.Boundary, CardKind.Voice];

    private AnswerCase(Random random)
    {
        var subject = Subject.All[random.Next(Subject.All.Count)];
        var others = Subject.All.Where(other => other != subject).OrderBy(_ => random.Next()).Take(random.Next(3)).ToList();
        var cards = Enumerable.Repeat(subject, 1 + random.Next(3)).Concat(others).Select((about, number) => Card(random, about, $"{about.Title} ({number + 1})"));
        Warning = subject.Warning;
        IsWarned = random.Next(3) == 0;
        Brief = Given.Brief(random.Next(12) == 0 ? "What is our parental leave policy?" : subject.Asking(IsWarned), [.. cards.ToList().OrderBy(_ => random.Next())]) with
        {
            Language = subject.IsChinese ? "zh-Hans" : "en",
            MayUseExternalModel = random.Next(20) > 0,
        };
    }

    /// <summary>Of a card of the same owner that the asker may not see. It does not come into the brief; the model has it from elsewhere.</summary>
    public const string HiddenWords = "The vault combination is written under the third drawer.";

    public Brief Brief { get; }

    private string Warning { get; }

    private bool IsWarned { get; }

    public static AnswerCase Of(int seed) => new(new Random(seed));

    /// <summary>Whether the question is the very case that this card warns of.</summary>
    public bool Fits(CardMaterial card) =>
        IsWarned && Brief.Question.Contains(Warning, StringComparison.Ordinal)
        && (card.Text.Exception.Contains(Warning, StringComparison.Ordinal) || card.Text.Falsifier.Contains(Warning, StringComparison.Ordinal));

    private static CardMaterial Card(Random random, Subject subject, string title)
    {
        var kind = Kinds[random.Next(Kinds.Length)];
        var isJudgement = kind == CardKind.Judgement;
        return Given.Card(
            new CardText
            {
                Kind = kind,
                Title = title,
                Action = kind == CardKind.Boundary ? "" : subject.Action,
                Reason = Maybe(subject.Reason),
                Threshold = Maybe(subject.Threshold),
                Exception = isJudgement ? subject.Exception : Maybe(subject.Exception),
                Falsifier = isJudgement ? subject.Falsifier : Maybe(subject.Falsifier),
                AskInstead = kind == CardKind.Boundary ? $"{subject.Title}: the desk on floor two" : "",
            },
            Given.Now.AddDays(random.Next(4) switch { 0 => -random.Next(1, 400), 1 => 0, _ => random.Next(1, 90) }));

        string Maybe(string words) => random.Next(3) == 0 ? words : "";
    }
}
