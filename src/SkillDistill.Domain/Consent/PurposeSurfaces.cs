namespace SkillDistill.Domain.Consent;

public static class PurposeSurfaces
{
    private static readonly Surface[] Agent = [Surface.Pages, Surface.Search, Surface.RunningAnswers, Surface.Index, Surface.Exports];

    /// <summary>Where something stops when the purpose is withdrawn, in the order in which a person would ask. None where nothing rests on it yet, or not before the person leaves.</summary>
    public static IReadOnlyList<Surface> Surfaces(this Purpose purpose) => purpose switch
    {
        Purpose.HoldProfile => [.. Agent, Surface.Prompts, Surface.Coverage],
        Purpose.DistilAgent => [.. Agent, Surface.Prompts],
        Purpose.AnswerColleagues => Agent,
        Purpose.ShowNamedCoverage or Purpose.CountInCoverage => [Surface.Coverage],
        Purpose.UseExternalModel => [Surface.RunningAnswers, Surface.ExternalModel, Surface.Index],
        Purpose.ExportSkill => [Surface.Exports],
        Purpose.ImitateVoice => [Surface.Pages, Surface.Search, Surface.RunningAnswers],
        _ => [],
    };

    /// <summary>What goes on after the person left, while <see cref="Purpose.ContinueAfterLeaving"/> is in force: the agent, and nothing else.</summary>
    public static bool OutlastsLeaving(this Purpose purpose) => purpose
        is Purpose.ContinueAfterLeaving or Purpose.HoldProfile or Purpose.DistilAgent or Purpose.AnswerColleagues or Purpose.CreditByName or Purpose.ImitateVoice or Purpose.UseExternalModel;
}
