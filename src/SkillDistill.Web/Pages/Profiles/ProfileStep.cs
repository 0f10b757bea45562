namespace SkillDistill.Web.Pages.Profiles;

/// <summary>The way from nothing to an agent that answers, in order; the owner is always shown one of them.</summary>
internal enum ProfileStep
{
    BringIn,
    GoThrough,
    Consent,
    Distil,
    Publish,

    /// <summary>All is done, and some cards are past their review date.</summary>
    Freshen,

    /// <summary>Nothing waits.</summary>
    Rest,
}
