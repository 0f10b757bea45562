using SkillDistill.Domain.People;
using SkillDistill.Domain.Profiles;

namespace SkillDistill.Web.Pages.Cards;

/// <summary>How kinds, states and audiences look; a word always stands with the icon and the colour.</summary>
internal static class CardLook
{
    public static string Icon(this CardKind kind) => kind switch
    {
        CardKind.Process => "list-check",
        CardKind.Judgement => "scale",
        CardKind.RedFlag => "hand-stop",
        CardKind.Fact => "bulb",
        CardKind.Boundary => "user-question",
        _ => "feather",
    };

    public static string Tone(this CardKind kind) => kind switch
    {
        CardKind.Judgement => "tag-warn",
        CardKind.RedFlag => "tag-stop",
        CardKind.Process => "tag-good",
        _ => "",
    };

    public static string Icon(this CardStatus status) => status switch
    {
        CardStatus.Draft => "circle-dashed",
        CardStatus.Accepted => "circle-check",
        _ => "ban",
    };

    public static string Icon(this AudienceScope scope) => scope switch
    {
        AudienceScope.Organisation => "world",
        AudienceScope.Team => "hierarchy",
        AudienceScope.People => "users",
        _ => "lock",
    };

    public static bool IsSetAside(this CardStatus status) => status is CardStatus.Discarded or CardStatus.Retired;
}
