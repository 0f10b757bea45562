namespace SkillDistill.Domain.Consent;

/// <summary>The four headings under which the purposes are shown.</summary>
public enum PurposeGroup
{
    Profile,
    Colleagues,
    Coverage,
    Outside,
}

public static class PurposeTraits
{
    public static PurposeGroup Group(this Purpose purpose) => purpose switch
    {
        Purpose.HoldProfile or Purpose.DistilAgent or Purpose.ReplayDecisions => PurposeGroup.Profile,
        Purpose.AnswerColleagues or Purpose.CreditByName or Purpose.ImitateVoice => PurposeGroup.Colleagues,
        Purpose.CountInCoverage or Purpose.ShowNamedCoverage => PurposeGroup.Coverage,
        _ => PurposeGroup.Outside,
    };

    /// <summary>Whether the owner says for whom; for the other purposes the purpose itself says it.</summary>
    public static bool HasAudience(this Purpose purpose) => purpose is Purpose.AnswerColleagues or Purpose.ServeOverApi or Purpose.ExportSkill;

    /// <summary>Whether nothing in the product draws on the purpose yet; whoever decides is told so.</summary>
    public static bool IsAwaited(this Purpose purpose) => purpose
        is Purpose.CreditByName or Purpose.ServeOverApi or Purpose.ExportSkill;

    /// <summary>How long one decision may hold at most: 24 months, and 6 for <see cref="Purpose.ContinueAfterLeaving"/>.</summary>
    public static int LongestMonths(this Purpose purpose) => purpose == Purpose.ContinueAfterLeaving ? 6 : 24;

    /// <summary>The end date offered first: 12 months, or the longest allowed where that is shorter.</summary>
    public static int UsualMonths(this Purpose purpose) => Math.Min(12, purpose.LongestMonths());

    /// <summary>Which other purposes must be in force for this one to have any effect. Nothing is switched on along with it.</summary>
    public static IReadOnlyList<Purpose> Needs(this Purpose purpose) => purpose switch
    {
        Purpose.DistilAgent or Purpose.ShowNamedCoverage or Purpose.CountInCoverage => [Purpose.HoldProfile],
        Purpose.AnswerColleagues or Purpose.ReplayDecisions or Purpose.ImitateVoice or Purpose.UseExternalModel => [Purpose.HoldProfile, Purpose.DistilAgent],
        Purpose.CreditByName or Purpose.ServeOverApi or Purpose.ExportSkill or Purpose.ContinueAfterLeaving =>
            [Purpose.HoldProfile, Purpose.DistilAgent, Purpose.AnswerColleagues],
        _ => [],
    };
}
