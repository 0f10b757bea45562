using static SkillDistill.Domain.Interviews.FollowUpKind;

namespace SkillDistill.Domain.Interviews;

/// <summary>
/// What an answer is asked further, by rules alone, in English, in Chinese and in a mixture of them. Nothing is ever asked of an answer that
/// touches feelings, health, family, religion, politics or what a colleague is like, nor of one that holds a credential and will not be kept.
/// </summary>
public static class FollowUps
{
    /// <summary>More than two questions about one answer are nagging.</summary>
    public const int Most = 2;

    /// <summary>Fewer words than these may be too few for a newcomer to see the case before them.</summary>
    internal const int ShortWords = 30;

    /// <returns>At most <see cref="Most"/>, each kind once, in the order of <see cref="FollowUpKind"/>; none for an empty answer.</returns>
    public static IReadOnlyList<FollowUp> For(string answer, ProbeAim aim)
    {
        var wording = new PlainText(answer);
        if (wording.Words == 0)
        {
            return [];
        }

        var exclusions = Exclusions.In(answer);
        return IsNeverProbed(wording, exclusions) ? [] : [.. All(wording, aim, exclusions).Take(Most)];
    }

    /// <summary>Whether anything at all may be asked of an answer: not of one that touches what is nobody's business here.</summary>
    public static bool MayProbe(string answer) => new PlainText(answer) is { Words: > 0 } wording && !IsNeverProbed(wording, Exclusions.In(answer));

    private static bool IsNeverProbed(PlainText wording, IReadOnlyList<Exclusion> exclusions) =>
        exclusions.Any(exclusion => exclusion.Kind != ExclusionKind.PersonName) || wording.Has(FollowUpWords.Feelings);

    /// <summary>Found one by one, so that no rule is tried for which there is no room.</summary>
    private static IEnumerable<FollowUp> All(PlainText wording, ProbeAim aim, IReadOnlyList<Exclusion> exclusions)
    {
        var asksForACase = false;
        foreach (var kind in Enum.GetValues<FollowUpKind>().Where(kind => MakesSense(kind, aim)))
        {
            if (asksForACase && kind is WhatGoesWrong or OneCase)
            {
                continue;
            }

            if (Trigger(kind, wording, aim, exclusions) is { } trigger && (kind == WhichRole || !IsAboutSomebody(wording, trigger, exclusions)))
            {
                asksForACase |= kind is LastTime or ACaseEachWay;
                yield return new FollowUp(kind, trigger.Start, trigger.Length);
            }
        }
    }

    /// <summary>What a sentence says that names somebody may be said of them, and other people's conduct is not probed.</summary>
    private static bool IsAboutSomebody(PlainText wording, Stretch trigger, IReadOnlyList<Exclusion> names) => trigger.Length > 0
        && wording.Sentences.Any(sentence => sentence.Start <= trigger.Start && trigger.Start < sentence.End && names.Any(name => sentence.Start <= name.Start && name.Start < sentence.End));

    private static bool MakesSense(FollowUpKind kind, ProbeAim aim) => kind switch
    {
        WhichNumber => aim != ProbeAim.Manner,
        WhenNotTrue => aim != ProbeAim.Case,
        WhenToSkip => aim is ProbeAim.Steps or ProbeAim.Judgement,
        ACaseEachWay => aim is not (ProbeAim.Facts or ProbeAim.Boundary),
        WhatGoesWrong => aim is ProbeAim.Steps or ProbeAim.Judgement or ProbeAim.Boundary,
        OneCase => aim is ProbeAim.Judgement or ProbeAim.Manner,
        _ => true,
    };

    private static Stretch? Trigger(FollowUpKind kind, PlainText wording, ProbeAim aim, IReadOnlyList<Exclusion> exclusions) => kind switch
    {
        LastTime => TacitJudgement.In(wording),
        WhichNumber => UnnamedLimit.In(wording),
        WhenNotTrue => Absolute.In(wording),
        WhenToSkip => RecitedSteps.In(wording, aim),
        ACaseEachWay => GeneralPrinciple.In(wording),
        WhichRole => exclusions.Where(exclusion => exclusion.Kind == ExclusionKind.PersonName).Select(name => (Stretch?)new Stretch(name.Start, name.Length)).FirstOrDefault(),
        WhatGoesWrong => wording.Reasons.Count == 0 && !wording.TellsACase() ? default(Stretch) : null,
        OneCase => wording.Words <= ShortWords && !wording.TellsWhatHappened() ? default(Stretch) : null,
        _ => null,
    };
}
