namespace SkillDistill.Web.Pages.Agents;

/// <summary>As whom an owner asks their own agent.</summary>
internal enum Pretending
{
    Myself,

    /// <summary>A colleague of one team who is named nowhere.</summary>
    Team,

    /// <summary>Anybody here, in no team.</summary>
    Organisation,
}
