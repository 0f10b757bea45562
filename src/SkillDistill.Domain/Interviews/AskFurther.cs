using SkillDistill.Domain.Profiles;

namespace SkillDistill.Domain.Interviews;

/// <summary>Which follow-up questions an answer brings now: those of the rules, less what its probe asks for in a part of its own, what was said to them, and what was sent away.</summary>
public static class AskFurther
{
    /// <summary>What a part of the probe asks for itself, and nobody need ask again.</summary>
    private static readonly Dictionary<CardField, FollowUpKind[]> Told = new()
    {
        [CardField.Reason] = [FollowUpKind.WhatGoesWrong],
        [CardField.Exception] = [FollowUpKind.WhenNotTrue, FollowUpKind.WhenToSkip],
        [CardField.Threshold] = [FollowUpKind.WhichNumber],
        [CardField.Case] = [FollowUpKind.OneCase, FollowUpKind.LastTime, FollowUpKind.ACaseEachWay],
    };

    /// <returns>What a model asked first, for it was wanted. With those answered before, never more than <see cref="FollowUps.Most"/>: two questions were asked of this answer, and that is enough.</returns>
    public static IReadOnlyList<FollowUpKind> Of(Probe probe, InterviewAnswer answer)
    {
        if (!IsAskedFurther(probe))
        {
            return [];
        }

        var needless = probe.Parts.Where(part => part.Fills is not null).SelectMany(part => Told.GetValueOrDefault(part.Fills!.Value, [])).ToHashSet();
        var asked = Enum.GetValues<FollowUpKind>().Count(kind => answer.Dismissed.Contains(kind) || Said(answer, kind));
        IEnumerable<FollowUpKind> wanted = answer.Suggested.Question is null ? [] : [FollowUpKind.ByModel];
        return [.. wanted.Concat(FollowUps.For(Words(probe, answer), probe.Aim).Select(followUp => followUp.Kind))
            .Where(kind => !needless.Contains(kind) && !answer.Dismissed.Contains(kind) && !Said(answer, kind))
            .Take(Math.Max(0, FollowUps.Most - asked))];
    }

    /// <summary>Whether a model may be let to ask one question more: never of what no rule would touch, once in an answer, and only where there is room for it.</summary>
    public static bool LeavesRoom(Probe probe, InterviewAnswer answer) => IsAskedFurther(probe) && answer.Suggested.Question is null && !answer.Dismissed.Contains(FollowUpKind.ByModel) && FollowUps.MayProbe(Words(probe, answer))
        && Enum.GetValues<FollowUpKind>().Count(kind => answer.Dismissed.Contains(kind) || Said(answer, kind)) + Of(probe, answer).Count < FollowUps.Most;

    /// <summary>Those that were answered, in their order.</summary>
    public static IEnumerable<FollowUpKind> AnsweredIn(InterviewAnswer answer) => Enum.GetValues<FollowUpKind>().Where(kind => Said(answer, kind));

    private static bool IsAskedFurther(Probe probe) => probe.Shape is not (ProbeShape.Choice or ProbeShape.Timeline or ProbeShape.Tasks or ProbeShape.TeachBack or ProbeShape.Holdout);

    private static bool Said(InterviewAnswer answer, FollowUpKind kind) => answer.Parts[AnswerParts.Of(kind)].Length > 0;

    /// <summary>What was written to the probe itself, in its own order.</summary>
    public static string Words(Probe probe, InterviewAnswer answer) => probe.Parts.Count == 0
        ? answer.Parts[AnswerParts.Whole]
        : string.Join('\n', probe.Parts.Where(part => part.Shape is PartShape.Prose or PartShape.Line).Select(part => answer.Parts[part.Key]).Where(text => text.Length > 0));
}
