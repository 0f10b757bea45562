namespace SkillDistill.Domain.Interviews;

/// <summary>Said to hold always, never or for everybody. Not where an exception is told, nor where it only explains ("because it always breaks").</summary>
internal static class Absolute
{
    public static Stretch? In(PlainText wording) => wording.Has(FollowUpWords.Exception)
        ? null
        : wording.PlacesOutsideReasons(FollowUpWords.Absolute, FollowUpWords.NotAbsolute).Select(place => (Stretch?)place).FirstOrDefault();
}
