using SkillDistill.Domain.Conversations;

namespace SkillDistill.Web.Pages.Ask;

/// <summary>How verdicts look; a word always stands with the icon and the colour.</summary>
internal static class VerdictLook
{
    public static string Icon(this Verdict verdict) => verdict switch
    {
        Verdict.DocumentedProcess => "list-check",
        Verdict.JudgementCall => "scale",
        _ => "help-circle",
    };

    public static string Tone(this Verdict verdict) => verdict switch
    {
        Verdict.DocumentedProcess => "tag-good",
        Verdict.JudgementCall => "tag-warn",
        _ => "tag-stop",
    };
}
