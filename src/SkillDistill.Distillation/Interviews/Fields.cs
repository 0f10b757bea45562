using SkillDistill.Domain.Interviews;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Distillation.Interviews;

/// <summary>Which field of a card each part of an answer fills.</summary>
internal static class Fields
{
    /// <summary>What a follow-up asks for. A field that the kind of card lacks is not filled; the answer keeps what was said.</summary>
    private static readonly Dictionary<FollowUpKind, CardField> Asked = new()
    {
        [FollowUpKind.LastTime] = CardField.Case,
        [FollowUpKind.WhichNumber] = CardField.Threshold,
        [FollowUpKind.WhenNotTrue] = CardField.Exception,
        [FollowUpKind.WhenToSkip] = CardField.Exception,
        [FollowUpKind.ACaseEachWay] = CardField.Case,
        [FollowUpKind.WhichRole] = CardField.AskInstead,
        [FollowUpKind.WhatGoesWrong] = CardField.Reason,
        [FollowUpKind.OneCase] = CardField.Case,
    };

    public static IEnumerable<ProposedField> Of(Probe probe, InterviewAnswer row)
    {
        var own = probe.Card?.Fills is { } whole
            ? [Words(whole, row, AnswerParts.Whole)]
            : probe.Parts.Where(part => part.Fills is not null).Select(part => Words(part.Fills!.Value, row, part.Key));
        return own.Concat(Followed(probe, row)).Where(part => part.Words.Length > 0);
    }

    public static IEnumerable<ProposedField> Followed(Probe probe, InterviewAnswer row)
    {
        var known = ProbeCard.FieldsOf(probe.Card!.Kind);
        return AskFurther.AnsweredIn(row).Select(kind => (Kind: kind, Field: FieldOf(kind, row))).Where(asked => known.Contains(asked.Field)).Select(asked => Words(asked.Field, row, AnswerParts.Of(asked.Kind)));
    }

    /// <summary>What a model asked fills what it asked for.</summary>
    private static CardField FieldOf(FollowUpKind kind, InterviewAnswer row) => kind == FollowUpKind.ByModel ? row.Suggested.Question?.Field ?? CardField.Case : Asked[kind];

    private static ProposedField Words(CardField field, InterviewAnswer row, string part)
    {
        var text = row.Parts[part];
        var words = text.Trim();
        return new ProposedField(field, row.Id, part, words, text.IndexOf(words, StringComparison.Ordinal));
    }
}
