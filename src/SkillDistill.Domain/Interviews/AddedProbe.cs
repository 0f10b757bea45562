using System.Globalization;
using System.Text.RegularExpressions;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>A question that an organisation asks besides those of the product. It is answered in prose, and an owner may leave it out like any other.</summary>
/// <param name="Minutes">What answering it once usually takes; see <see cref="MinutesToChoose"/>.</param>
public sealed partial record AddedProbe(string Key, SittingKind Sitting, ProbeAim Aim, decimal Minutes, Wording Question, Wording Why, Wording Example)
{
    public static readonly IReadOnlyList<decimal> MinutesToChoose = [0.5m, 1m, 2m, 3m, 5m];

    /// <summary>What a question may be after. In the sitting about manner it is always after manner, and nowhere else.</summary>
    public static readonly IReadOnlyList<ProbeAim> Aims = [ProbeAim.Judgement, ProbeAim.Steps, ProbeAim.Facts, ProbeAim.Boundary];

    /// <param name="number">Of the edition that asks it first: no other question ever gets its key.</param>
    public static Outcome<AddedProbe> Ask(int number, SittingKind sitting, ProbeAim aim, decimal minutes, Wording question, Wording why, Wording example)
    {
        if (WordsRefused(nameof(Question), question, Probe.QuestionLength) is { } questionRefused)
        {
            return questionRefused;
        }

        if (WordsRefused(nameof(Why), why, Probe.WhyLength) is { } whyRefused)
        {
            return whyRefused;
        }

        if (WordsRefused(nameof(Example), example, Probe.ExampleLength) is { } exampleRefused)
        {
            return exampleRefused;
        }

        var key = string.Create(CultureInfo.InvariantCulture, $"added-{number}");
        return new AddedProbe(
            key,
            Enum.IsDefined(sitting) ? sitting : SittingKind.Decisions,
            sitting == SittingKind.WorkingStyle ? ProbeAim.Manner : Aims.Contains(aim) ? aim : Aims[0],
            MinutesToChoose.Contains(minutes) ? minutes : 2,
            question,
            why,
            example);
    }

    /// <summary>As the interview asks it: among incidents at each decision point, elsewhere once.</summary>
    public Probe ToProbe() => new()
    {
        Key = Key,
        Sitting = Sitting,
        Pass = Sitting == SittingKind.Incidents ? IncidentPass.Deepening : null,
        Repeats = Sitting == SittingKind.Incidents ? Repetition.PerDecisionPoint : Repetition.Once,
        Shape = ProbeShape.Prose,
        Aim = Aim,
        Minutes = Minutes,
        IsOptional = true,
        Question = Question,
        Why = Why,
        Example = Example,
        Card = new ProbeCard(
            Aim switch
            {
                ProbeAim.Facts => CardKind.Fact,
                ProbeAim.Steps => CardKind.Process,
                ProbeAim.Boundary => CardKind.Boundary,
                ProbeAim.Manner => CardKind.Voice,
                _ => CardKind.Judgement,
            },
            Fills: null,
            Together: null),
    };

    /// <summary>What is never asked (health, family, religion, politics, what a colleague is like), what names somebody, and what is missing or too long.</summary>
    private static Refusal? WordsRefused(string field, Wording words, int limit)
    {
        foreach (var (language, text) in new[] { (nameof(Wording.English), words.English), (nameof(Wording.Chinese), words.Chinese) })
        {
            var at = field + language;
            if (string.IsNullOrWhiteSpace(text))
            {
                return new ProbeWordsMissing(at);
            }

            if (text.Length > limit)
            {
                return new ProbeWordsTooLong(at, limit);
            }

            if (Exclusions.In(text).Concat(Exclusions.In(AsAnswered(text))).FirstOrDefault() is { } found)
            {
                return new ProbeAsksTooMuch(at, text.Substring(found.Start, found.Length));
            }
        }

        return null;
    }

    /// <summary>What is asked of "your family" is answered of "my family"; as long as before, so that a place in one is the same place in the other.</summary>
    private static string AsAnswered(string question) => Yours().Replace(question, "my  ").Replace('你', '我');

    [GeneratedRegex(@"\byour\b", RegexOptions.IgnoreCase)]
    private static partial Regex Yours();
}

public sealed record ProbeWordsMissing(string At) : Refusal
{
    public override string? Field => At;
}

public sealed record ProbeWordsTooLong(string At, int Limit) : Refusal
{
    public override string? Field => At;

    public override IReadOnlyList<object> Arguments => [Limit];
}

/// <summary>An interview does not ask for what a profile must not hold.</summary>
public sealed record ProbeAsksTooMuch(string At, string Words) : Refusal
{
    public override string? Field => At;

    public override IReadOnlyList<object> Arguments => [Words];
}
